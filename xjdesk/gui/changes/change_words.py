"""Changes in plain words: a line each, a summary of many, and what stood there before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    YearAddress,
)
from xjdesk.core.change import Change
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph
from xjdesk.gui.changes.address_words import address_name
from xjdesk.gui.changes.content_words import background_words, content_words, is_dismissal
from xjdesk.gui.changes.excerpt import beginning, excerpts

_NOTHING = "没有不同"
_ANY_TABLE = "统计表"
_Paragraphs = tuple[Paragraph, ...]


def change_lines(form: Form, changes: Iterable[Change]) -> tuple[str, ...]:
    """A line for each change: 统计表 三、（一）收到申请数：198 → 200."""
    return tuple(_line(form, change) for change in changes)


def change_summary(form: Form, changes: Iterable[Change]) -> str:
    """How much is changed: 统计表 8 格，正文 3 段，首尾 1 项，情况说明 1 条."""
    changes = tuple(changes)
    addresses = {change.address for change in changes}
    tabs = {table.id: table.tab for table in form.tables}
    cells = Counter(
        tabs.get(cell.table, _ANY_TABLE) for cell in addresses if isinstance(cell, CellAddress)
    )

    def places(*kinds: type) -> int:
        return sum(isinstance(address, kinds) for address in addresses)

    counts = (
        *((tab, "格", number) for tab, number in sorted(cells.items())),
        ("正文", "段", sum(map(_paragraph_count, changes))),
        ("标题", "个", places(HeadingAddress)),
        ("首尾", "项", places(FieldAddress, YearAddress)),
        ("情况说明", "条", places(FindingAddress)),
        ("行备注", "条", places(NoteAddress)),
    )
    told = (f"{what} {number} {measure}" for what, measure, number in counts if number)
    return "，".join(told) or _NOTHING


def from_to(form: Form, change: Change) -> tuple[str, str]:
    """What stood there before and after, whole."""
    address = change.address
    old, new = content_words(address, change.old), content_words(address, change.new)
    if old == new:
        old += background_words(form, change.old)
        new += background_words(form, change.new)
    return old, new


def _line(form: Form, change: Change) -> str:
    place, deed = address_name(form, change.address), _deed(change)
    if deed:
        return f"{place}{deed}"
    old, new = excerpts(*from_to(form, change))
    return f"{place}{_replaced(change)}：{old} → {new}"


def _deed(change: Change) -> str:
    """What was done, where one text did not become another; else nothing."""
    match change.old, change.new:
        case (), (_, *_) as new:
            return _paragraphs_deed("增加", new)
        case (_, *_) as old, ():
            return _paragraphs_deed("删去", old)
        case Explanation(text=text), Explanation(text="") | None if text:
            return f"：撤回“{beginning(text)}”"
        case Explanation() as old, None if is_dismissal(old):
            return "：恢复提示"
        case Explanation(text="") | None, Explanation(text=text) if text:
            return f"：填写“{beginning(text)}”"
        case None, Explanation():
            return "：不再提示"
        case _:
            return ""


def _paragraphs_deed(deed: str, paragraphs: _Paragraphs) -> str:
    count = len(paragraphs)
    first = f"“{beginning(paragraphs[0].text)}”"
    return f" {deed} 1 段：{first}" if count == 1 else f"起 {deed} {count} 段：{first}等"


def _replaced(change: Change) -> str:
    """How many paragraphs became how many, unless one did."""
    match change.old, change.new:
        case (), ():
            return ""
        case tuple() as old, tuple() as new if (len(old), len(new)) != (1, 1):
            if len(old) == len(new):
                return f"起 改动 {len(old)} 段"
            return f"起 {len(old)} 段改为 {len(new)} 段"
        case _:
            return ""


def _paragraph_count(change: Change) -> int:
    contents = (change.old, change.new)
    return max(len(content) if isinstance(content, tuple) else 0 for content in contents)
