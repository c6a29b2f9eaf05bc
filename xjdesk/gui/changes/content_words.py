"""What stands at a place of the report, in words."""

from __future__ import annotations

from xjdesk.core.address import Address, FindingAddress
from xjdesk.core.change import Content
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.gui.changes.address_words import address_name

_BLANK, _NONE = "（空白）", "（无）"
_DISMISSED, _WITHDRAWN = "（不再提示）", "（已撤回）"


def content_words(address: Address, content: Content) -> str:
    """The text itself, a line for each paragraph, or a remark in brackets where there is none."""
    match content:
        case None:
            return _NONE if isinstance(address, FindingAddress) else _BLANK
        case int():
            return f"{content}年"
        case tuple():
            return "\n".join(paragraph.text or _BLANK for paragraph in content) or _NONE
        case Explanation():
            return content.text or (_DISMISSED if is_dismissal(content) else _WITHDRAWN)
        case _:
            return show_entry(content) or _BLANK


def background_words(form: Form, content: Content) -> str:
    """What belongs to it and is not to be seen in the text: cells a number comes from, a basis."""
    match content:
        case tuple():
            cells = (c for p in content for figure in p.figures for c in figure.source.cells())
            names = "、".join(address_name(form, cell) for cell in cells)
            return f"（引用：{names}）" if names else "（没有引用统计数）"
        case Explanation(basis=basis) if basis:
            return f"（数值为{basis}时）"
        case _:
            return ""


def is_dismissal(said: Explanation) -> bool:
    """Whether a hint was dismissed; an answer that was withdrawn keeps those given before it."""
    return not said.text and not said.earlier
