"""The text of a web page: a line for a paragraph, and for a row of a table its cells, with tabs.

Pages come from anywhere: nothing is fetched, no script is run, and neither depth nor spans of the
markup make the reading long.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Box = tuple[int, int]

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p"),
        *("pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *("ucapcontent", "ucaptitle"),
    )
)
"""Elements that stand on lines of their own; the last two mark articles on government sites."""

_UNSEEN = frozenset(
    (
        *("applet", "audio", "base", "canvas", "colgroup", "datalist", "del", "embed", "head"),
        *("iframe", "input", "link", "map", "math", "meta", "noframes", "noscript", "object"),
        *("option", "script", "select", "style", "svg", "template", "textarea", "title", "video"),
    )
)
"""Elements of which a reader sees no text, or none that belongs to an article."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{1,20})", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_NO_TEXT = {**dict.fromkeys((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)), None), 0: None}
_MOST_SPAN = 60
_MOST_ROW_SPAN = 200
_LONGEST_CELL = 300
_LINES_ABOVE_BODY = 8
_CHINESE_CHARSETS = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"))


class TooDeepError(ValueError):
    """Markup nested more deeply than any page: behind that depth nothing of it can be read."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the page; `boxes` are the places of its cells, if it is a row of a table.

    `is_title` tells that the page marks it as its heading.
    """

    text: str
    boxes: tuple[Box, ...] = ()
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class WebPage:
    """The lines of a page; `parts` are the stretches of lines that its elements enclose.

    `name` is what the browser shows as its title.
    """

    lines: tuple[PageLine, ...]
    parts: tuple[tuple[int, int], ...]
    name: str


def looks_like_page(data: bytes) -> bool:
    """Whether bytes that do not begin as a page are a piece of one."""
    head = data[:4096].lstrip(codecs.BOM_UTF8).lstrip()
    tags = re.findall(rb"<(?:table|div|p|body|head|meta|span|tr|h1)[\s>]", data[:65536], re.I)
    return head.startswith(b"<") and len(tags) > 1


def page_in_archive(data: bytes) -> bytes | None:
    """The page in a web archive (.mht), which is a message with pictures; None for other files."""
    head = data[:4096].lower()
    if b"mime-version:" not in head or b"multipart/related" not in head:
        return None
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            return content
    return None


def decode_page(data: bytes) -> str | None:
    """The text of the markup; None when it is in no encoding that is used for Chinese."""
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    declared = _CHARSET.search(data[:8192])
    name = declared[1].decode("ascii").lower() if declared else ""
    first = ["gb18030", "utf-8"] if name in _CHINESE_CHARSETS else ["utf-8", "gb18030"]
    for encoding in first:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # A page put together from several sources has a few bytes in another encoding.
    text = data.decode(first[0], "replace")
    return text if text.count("\ufffd") * 50 < len(text) else None


def read_page(markup: str) -> WebPage:
    """The lines of a page, as they are seen; TooDeepError where that would be a part of them."""
    from lxml.html import HTMLParser, document_fromstring

    markup = _DECLARATION.sub("", markup).translate(_NO_TEXT)
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    # With a tag of its own before it, no markup is an empty document.
    root = document_fromstring(f"<html>{markup}", parser=parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise TooDeepError
    walk = _Walk()
    for element, begins in _walked(root):
        if begins:
            walk.begin(element)
        else:
            walk.end(element)
    walk.break_line()
    name = " ".join(_text_of(title) for title in islice(root.iter("title"), 1))
    return WebPage(tuple(walk.lines), tuple(walk.parts), name)


def _walked(root: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Every element when it begins, and again when it ends; at any depth."""
    path = [root]
    yield root, True
    children = [iter(root)]
    while path:
        child = next(children[-1], None)
        if child is None:
            children.pop()
            yield path.pop(), False
        else:
            yield child, True
            path.append(child)
            children.append(iter(child))


@dataclass
class _Table:
    """A table while it is read: which columns cells of earlier rows still reach down into."""

    reaching: dict[int, int] = field(default_factory=dict[int, int])
    cells: list[str] = field(default_factory=list[str])
    boxes: list[Box] = field(default_factory=list[Box])
    at: int = 0


@dataclass
class _Walk:
    lines: list[PageLine] = field(default_factory=list[PageLine])
    parts: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    _pieces: list[str] = field(default_factory=list[str])
    _open: list[int] = field(default_factory=list[int])
    _tables: list[_Table | None] = field(default_factory=list["_Table | None"])
    _unseen: int = 0
    _titles: int = 0
    _in_cell: int = 0

    def begin(self, element: HtmlElement) -> None:
        tag = _tag(element)
        if self._unseen or _is_unseen(element, tag):
            self._unseen += 1
            return
        self._titles += tag in ("h1", "ucaptitle")
        if tag == "table":
            self.break_line()
            self._tables.append(_Table() if _is_data(element) else None)
        table = self._tables[-1] if self._tables else None
        if table is not None and tag == "tr":
            self._begin_row(table)
        elif table is not None and tag in ("td", "th"):
            self._begin_cell(table, element)
        elif tag == "br" or tag in _BLOCKS:
            self.break_line()
        if tag in _BLOCKS:
            self._open.append(len(self.lines))
        self._add(element.text)

    def end(self, element: HtmlElement) -> None:
        tag = _tag(element)
        if self._unseen:
            self._unseen -= 1
            if not self._unseen:
                self._add(element.tail)
            return
        table = self._tables[-1] if self._tables else None
        if table is not None and tag in ("td", "th"):
            self._end_cell(table)
        elif table is not None and tag == "tr":
            self._end_row(table)
        elif tag in _BLOCKS:
            self.break_line()
        if tag == "table" and self._tables:
            self._tables.pop()
        if tag in _BLOCKS:
            start = self._open.pop()
            if len(self.lines) > start:
                self.parts.append((start, len(self.lines)))
        self._titles -= tag in ("h1", "ucaptitle")
        self._add(element.tail)

    def break_line(self) -> None:
        if self._in_cell:
            self._pieces.append("\n")
            return
        text = _closed_up("".join(self._pieces))
        self._pieces.clear()
        if text:
            self.lines.append(PageLine(text, is_title=self._titles > 0))

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)

    def _begin_row(self, table: _Table) -> None:
        table.cells, table.boxes, table.at = [], [], 0
        self._pieces.clear()

    def _begin_cell(self, table: _Table, element: HtmlElement) -> None:
        self._pieces.clear()
        self._in_cell += 1
        while table.reaching.get(table.at, 0) > 0:
            table.at += 1
        width = _span(element, "colspan", _MOST_SPAN)
        height = _span(element, "rowspan", _MOST_ROW_SPAN)
        table.boxes.append((table.at, table.at + width))
        for column in range(table.at, table.at + width):
            table.reaching[column] = height
        table.at += width

    def _end_cell(self, table: _Table) -> None:
        self._in_cell = max(0, self._in_cell - 1)
        text = "".join(self._pieces)
        self._pieces.clear()
        # A line break in a cell of a table only fits the words to its width.
        table.cells.append("".join(_closed_up(part) for part in text.split("\n")))

    def _end_row(self, table: _Table) -> None:
        self._pieces.clear()
        for column in table.reaching:
            table.reaching[column] = max(0, table.reaching[column] - 1)
        if any(table.cells):
            boxes = tuple(table.boxes) if len(table.boxes) == len(table.cells) else ()
            cells = [cell.replace("\t", " ") for cell in table.cells]
            text = "\t".join(cells)
            self.lines.append(PageLine(text, boxes, self._titles > 0))


def _tag(element: HtmlElement) -> str:
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def _is_unseen(element: HtmlElement, tag: str) -> bool:
    if tag in _UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, rather than being what a page is laid out with."""
    if next(islice(table.iter("table"), 1, None), None) is not None:
        return False
    cells = 0
    for cell in table.iter("td", "th"):
        cells += 1
        if len(_text_of(cell)) > _LONGEST_CELL:
            return False
    return cells > 1


def _text_of(element: HtmlElement) -> str:
    return _closed_up("".join(islice(element.itertext(), 2000)))


def _span(element: HtmlElement, name: str, most: int) -> int:
    value = element.get(name, "1").strip()
    return min(most, int(value)) if value.isdecimal() and 0 < len(value) < 9 and int(value) else 1


def _closed_up(text: str) -> str:
    """The text as a browser sets it: white space in the markup is one blank, none beside Chinese.

    The blanks that are written as such stay.
    """
    text = re.sub(r"[ \t\r\n\f]+", " ", text)
    text = re.sub(r"[\u200b\u200c\u200d\ufeff\u00ad]", "", text).replace("\u00a0", " ")
    return text.strip(" ")


def body_part(page: WebPage, hits: Mapping[int, int]) -> tuple[int, int]:
    """The smallest part of a page that holds nearly all of the lines that belong to a report.

    `hits` are the indexes of such lines, and how much each counts.
    """
    total = sum(hits.values())
    if not total:
        return 0, len(page.lines)
    counted = [0]
    for number in range(len(page.lines)):
        counted.append(counted[-1] + hits.get(number, 0))
    whole = (0, len(page.lines))
    fitting = (part for part in page.parts if counted[part[1]] - counted[part[0]] >= 0.9 * total)
    return min((*fitting, whole), key=lambda part: part[1] - part[0])


def title_before(page: WebPage, start: int, titles: re.Pattern[str]) -> str:
    """The title that the page prints above its body or names itself by; empty when it has none."""
    above = page.lines[:start]
    near = reversed(above[-_LINES_ABOVE_BODY:])
    marked = (line.text.strip() for line in above if line.is_title)
    others = (line.text.strip() for line in near)
    texts = (*marked, *_names(page.name), *others)
    return next((text for text in texts if titles.fullmatch(text)), "")


def _names(name: str) -> list[str]:
    """The name of a page, and its parts: most name the site too."""
    return [part.strip() for part in (name, *re.split(r"\s*[-_|–—>]+\s*|\s{2,}", name))]
