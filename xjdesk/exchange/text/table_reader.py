"""Reading the values of a table with one column out of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, read_entry
from xjdesk.core.outline import numbering
from xjdesk.core.table import Row, Table
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.row_alignment import FoundRow, find_rows
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.table_text import TableText

_LONGEST_TEXT_VALUE = 12
_FEWEST_ROWS = 0.25
_LINES_ABOVE = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one line between two labels."""

    line: int
    start: int
    end: int
    text: str


def read_table(form: Form, table: Table, ledger: Ledger) -> TableText | None:
    """The table as the text has it, or None when the text has no such table.

    What stands between its rows and is not understood is set aside, as is everything that looks
    like the same table once more.
    """
    found = _find(table, ledger)
    if not found:
        return None
    reader = _TableReader(form, table, ledger)
    values = reader.values(found)
    first, last = found[0].first.line, reader.last_line
    reader.place_header(first, last)
    ledger.set_aside(range(first, last + 1))
    ledger.set_aside(_trailing_rows(ledger.lines[last + 1 :]))
    while again := _find(table, ledger):
        ledger.set_aside(range(again[0].first.line, again[-1].last.line + 1))
        ledger.set_aside(_trailing_rows(ledger.lines[again[-1].last.line + 1 :]))
    known = {row.row.id for row in found}
    missing = tuple(row for row in table.rows if row.id not in known and row.is_indicator)
    return TableText(table, first, last, values, missing)


def _find(table: Table, ledger: Ledger) -> tuple[FoundRow, ...]:
    found = find_rows(table, ledger.free_lines())
    return found if len(found) >= _FEWEST_ROWS * len(table.rows) else ()


def _trailing_rows(lines: Sequence[Line]) -> Iterator[int]:
    """The lines right below a table that are rows too, and headings between such rows."""
    headings: list[int] = []
    for line in lines:
        if re.search(r"\S\s*[\t|｜]|^\d+$", line.raw.rstrip()):
            yield from (*headings, line.index)
            headings = []
        elif line.text and (headings or numbering(line.text) is None):
            return
        elif line.text:
            headings.append(line.index)


class _TableReader:
    def __init__(self, form: Form, table: Table, ledger: Ledger) -> None:
        self._table = table
        self._ledger = ledger
        self._units = form.units()
        captions = table.captions
        words = {_squeezed(word) for word in (*captions, *marks.HEADER_WORDS)} - {""}
        self._captions = sorted(words, key=len, reverse=True)
        self.last_line = 0

    def is_caption(self, text: str) -> bool:
        """Whether the text consists of captions of the table's header row only."""
        rest = re.sub(r"[|｜]", "", _squeezed(text))
        for caption in self._captions:
            rest = rest.replace(caption, "")
        return not rest

    def place_header(self, first: int, last: int) -> None:
        """Enter the header row above the table, and its repetitions inside."""
        for line in self._ledger.lines[max(0, first - _LINES_ABOVE) : last]:
            if self._ledger.is_free(line) and self.is_caption(line.text):
                self._ledger.place_line(line, Role.CAPTION)

    def values(self, found: tuple[FoundRow, ...]) -> dict[CellAddress, Entry]:
        """The entries of all rows found; what is understood is entered in the ledger."""
        values: dict[CellAddress, Entry] = {}
        self._place_serial(found[0])
        for row, following in pairwise((*found, None)):
            assert row is not None
            self._place_label(row)
            self.last_line = max(self.last_line, row.last.line)
            if following is not None and following.first.line > row.last.line:
                self._place_serial(following)
            pieces = list(self._pieces_after(row, following))
            values.update(self._entries(row.row, pieces))
        return values

    def _place_label(self, found: FoundRow) -> None:
        for index in range(found.first.line, found.last.line + 1):
            line = self._ledger.lines[index]
            start = found.first.column if index == found.first.line else 0
            end = found.last.column + 1 if index == found.last.line else len(line.raw)
            if index == found.first.line:
                start = _with_numbering(line, start)
            if index == found.last.line:
                end = _with_closing_marks(line, end)
            if line.raw[start:end].strip():
                self._ledger.place(index, start, end, Role.CAPTION)

    def _place_serial(self, found: FoundRow) -> None:
        """Enter a number at the start of the label's line: it counts rows, it is no value."""
        line = self._ledger.lines[found.first.line]
        match = re.match(
            r"[\s|｜]*\d+[\s|｜]+", line.raw[: _with_numbering(line, found.first.column)]
        )
        if match:
            self._ledger.place(line.index, 0, match.end(), Role.CAPTION)

    def _pieces_after(self, found: FoundRow, following: FoundRow | None) -> Iterator[_Piece]:
        """The cells from after a label up to the next label, captions and bars left out.

        After the last row they end with the first cell that is neither unit nor number.
        """
        end_line = following.first.line if following else len(self._ledger.lines) - 1
        for index in range(found.last.line, end_line + 1):
            line = self._ledger.lines[index]
            start, end = 0, len(line.raw)
            if index == found.last.line:
                start = _with_closing_marks(line, found.last.column + 1)
            if following and index == following.first.line:
                end = _with_numbering(line, following.first.column)
            for piece in self._cells(line, start, end):
                if following is None and not self._is_data(piece.text):
                    return
                yield piece

    def _cells(self, line: Line, start: int, end: int) -> Iterator[_Piece]:
        for cell in re.finditer(r"[|｜]|[^\t|｜]+", line.raw[start:end]):
            text = cell.group().strip()
            at = start + cell.start() + cell.group().find(text)
            if not text or self._ledger.is_placed(line.index, at):
                continue
            if text in "|｜" or self.is_caption(text):
                self._ledger.place(line.index, at, at + len(text), Role.CAPTION)
            else:
                yield _Piece(line.index, at, at + len(text), text)

    def _is_data(self, text: str) -> bool:
        if text in self._units:
            return True
        return any(not isinstance(read_entry(text.removeprefix(u), u), str) for u in self._units)

    def _entries(self, row: Row, pieces: list[_Piece]) -> Iterator[tuple[CellAddress, Entry]]:
        columns = self._table.columns
        cells = [cell for piece in pieces for cell in self._without_unit(row, piece)]
        read = [(cell, read_entry(cell.text, row.unit)) for cell in cells]
        numbers = [(cell, e) for cell, e in read if e is not None and not isinstance(e, str)]
        texts = [(c, e) for c, e in read if isinstance(e, str) and len(e) <= _LONGEST_TEXT_VALUE]
        for column, (cell, entry) in zip(columns, numbers or texts, strict=False):
            address = CellAddress(self._table.id, row.id, column.id)
            self._ledger.place(cell.line, cell.start, cell.end, Role.VALUE, address)
            self.last_line = max(self.last_line, cell.line)
            yield address, entry

    def _without_unit(self, row: Row, piece: _Piece) -> Iterator[_Piece]:
        """The piece without the unit it begins with; none where nothing else is left."""
        start = piece.start
        unit = re.match(rf"({'|'.join(map(re.escape, self._longest_first()))})\s*", piece.text)
        if unit and row.is_indicator:
            self._ledger.place(piece.line, start, start + len(unit[1]), Role.CAPTION)
            self.last_line = max(self.last_line, piece.line)
            start += unit.end()
        rest = piece.text[start - piece.start :]
        if match := re.search(r"\S.*", rest):
            at = start + match.start()
            yield _Piece(piece.line, at, at + len(match.group()), match.group())

    def _longest_first(self) -> list[str]:
        return sorted(self._units, key=len, reverse=True)


def _with_numbering(line: Line, start: int) -> int:
    """The start moved back over brackets and numbering that belong to the label."""
    match = re.search(r"(?:其中[:：])?[（(﹙\d一二三四五六七八九十、.．）)﹚]*$", line.raw[:start])
    return match.start() if match else start


def _with_closing_marks(line: Line, end: int) -> int:
    """The end moved on over marks that close the label."""
    while end < len(line.raw) and line.raw[end] in "）)﹚：:。":
        end += 1
    return end


def _squeezed(text: str) -> str:
    return "".join(text.split())
