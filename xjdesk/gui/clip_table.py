"""The table that a worksheet or a word processor puts on the clipboard as HTML.

Only here is it to be seen which cells are merged: the text beside it leaves a blank field for each
place that a cell covers (worksheets), or leaves these places out (word processors), so that all
that follows stands in a wrong column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xjdesk.gui.pasting.markup_reader import MarkupReader

_MOST_ROWS, _MOST_COLUMNS = 2_000, 200
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_CELLS = ("td", "th")
_BLOCKS = ("p", "div", "li")
_VOID = ("br", "col", "hr", "img", "input", "link", "meta", "wbr")


@dataclass(frozen=True, slots=True)
class ClipTable:
    """Rows of fields, a merged cell with its words at its first place and blanks at the others."""

    rows: list[list[str]]
    has_merged: bool


def table_in(html: str) -> ClipTable | None:
    """The one table in `html`; None where there is none, several or one within another.

    Nor is one returned that is too large for any form, or has a cell as large.
    """
    reader = _Reader()
    if not reader.read(html) or reader.tables != 1 or len(reader.rows) > _MOST_ROWS:
        return None
    return _laid_out(reader.rows)


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int
    words: list[str] = field(default_factory=list[str])

    def text(self) -> str:
        lines = "".join(self.words).split("\n")
        return "\n".join(line.strip(" \xa0") for line in lines).strip("\n")


class _Reader(MarkupReader):
    def __init__(self) -> None:
        super().__init__()
        self.tables = 0
        self.rows: list[list[_Cell]] = []
        self._cell: _Cell | None = None
        self._unseen = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if self._unseen:
            self._depth += tag == self._unseen
        elif tag not in _VOID and _HIDDEN.search(told.get("style") or ""):
            self._unseen, self._depth = tag, 1
        elif tag == "table":
            self.tables += 1
            self._cell = None
        elif tag == "tr":
            self.rows.append([])
            self._cell = None
        elif tag in _CELLS and self.rows:
            self._cell = _Cell(_span(told.get("colspan")), _span(told.get("rowspan")))
            self.rows[-1].append(self._cell)
        elif tag == "br" or (tag in _BLOCKS and self._cell is not None and self._cell.text()):
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            self._depth -= tag == self._unseen
            if not self._depth:
                self._unseen = ""
        elif tag in (*_CELLS, "tr", "table"):
            self._cell = None

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(_BLANKS.sub(" ", data))

    def _add(self, words: str) -> None:
        if self._cell is not None:
            self._cell.words.append(words)


def _span(told: str | None) -> int:
    """How many places a cell takes; 0, as HTML has it for all that follow, is as good as one."""
    text = (told or "1").strip()
    is_plain = text.isascii() and text.isdigit() and len(text) < len(str(_MOST_ROWS)) + 1
    return max(int(text), 1) if is_plain else 1


def _laid_out(rows: list[list[_Cell]]) -> ClipTable | None:
    taken: dict[tuple[int, int], str] = {}
    has_merged, width = False, 0
    for at, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (at, column) in taken:
                column += 1
            if column + cell.columns > _MOST_COLUMNS:
                return None
            has_merged |= cell.columns > 1 or cell.rows > 1
            for down in range(min(cell.rows, len(rows) - at)):
                taken |= {(at + down, column + right): "" for right in range(cell.columns)}
            taken[at, column] = cell.text()
            column += cell.columns
            width = max(width, column)
    if not width:
        return None
    return ClipTable(
        [[taken.get((at, column), "") for column in range(width)] for at in range(len(rows))],
        has_merged,
    )
