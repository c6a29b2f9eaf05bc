"""Reading the values of a statistics table out of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form, Row, Table
from xjdesk.core.numbers import Entry, read_entry
from xjdesk.exchange.text.row_alignment import FoundRow, Position, find_rows
from xjdesk.exchange.text.source import Ledger, Line, Role

_LONGEST_TEXT_VALUE = 6
_FEWEST_ROWS = 0.25
_CAPTION_LINES = 8


@dataclass(frozen=True, slots=True)
class TableText:
    """What the text says of a table: its lines (`last` included), values and missing rows."""

    first: int
    last: int
    values: dict[CellAddress, Entry]
    missing: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    line: int
    start: int
    end: int
    text: str


def read_table(form: Form, table: Table, ledger: Ledger) -> TableText | None:
    """The table as the text has it, or None when the text has no such table."""
    found = find_rows(table, ledger.lines)
    if len(found) < _FEWEST_ROWS * len(table.rows):
        return None
    reader = _TableReader(form, table, ledger)
    values = reader.values(found)
    last = reader.last_line
    for line in ledger.lines[max(0, found[0].first.line - _CAPTION_LINES) : last]:
        if ledger.is_free(line) and reader.is_caption(line.text):
            ledger.place_line(line, Role.CAPTION)
    known = {row.row.id for row in found}
    missing = tuple(row for row in table.rows if row.id not in known and row.is_indicator)
    return TableText(found[0].first.line, last, values, missing)


class _TableReader:
    def __init__(self, form: Form, table: Table, ledger: Ledger) -> None:
        self._table = table
        self._ledger = ledger
        self._units = {row.unit for t in form.tables for row in t.rows if row.unit}
        self._captions = sorted(
            {
                _squeezed(caption)
                for caption in (
                    table.label_caption,
                    table.unit_caption,
                    *(column.label for column in table.columns),
                )
            },
            key=len,
            reverse=True,
        )
        self.last_line = 0

    def is_caption(self, text: str) -> bool:
        """Whether the text consists of captions of the table's header row only."""
        rest = _squeezed(text)
        for caption in self._captions:
            rest = rest.replace(caption, "")
        return not rest

    def values(self, found: tuple[FoundRow, ...]) -> dict[CellAddress, Entry]:
        """The entries of all rows found; whatever stands between them is entered in the ledger."""
        values: dict[CellAddress, Entry] = {}
        for row, following in pairwise((*found, None)):
            assert row is not None
            self._place_label(row)
            tokens = list(self._tokens_after(row.last, following.first if following else None))
            values.update(self._entries(row.row, tokens))
            self.last_line = max(self.last_line, row.last.line)
        return values

    def _place_label(self, found: FoundRow) -> None:
        for index in range(found.first.line, found.last.line + 1):
            line = self._ledger.lines[index]
            start = found.first.column if index == found.first.line else 0
            end = found.last.column + 1 if index == found.last.line else len(line.raw)
            if index == found.first.line:
                start = _with_opening_marks(line, start)
            if index == found.last.line:
                end = _with_closing_marks(line, end)
            if line.raw[start:end].strip():
                self._ledger.place(index, start, end, Role.CAPTION)

    def _tokens_after(self, last: Position, following: Position | None) -> Iterator[_Token]:
        """Pieces between white space from after a label up to the next, captions left out.

        After the last row they end with the first piece that is neither unit nor number.
        """
        end_line = following.line if following else len(self._ledger.lines) - 1
        for index in range(last.line, end_line + 1):
            line = self._ledger.lines[index]
            start = _with_closing_marks(line, last.column + 1) if index == last.line else 0
            end = len(line.raw)
            if following and index == following.line:
                end = _with_opening_marks(line, following.column)
            for token in self._tokens_between(line, start, end):
                if following is None and not self._is_data(token.text):
                    return
                yield token

    def _tokens_between(self, line: Line, start: int, end: int) -> Iterator[_Token]:
        """The pieces of a part of a line; captions and the bars between cells are entered."""
        for cell in re.finditer(r"[|｜]|[^\t|｜]+", line.raw[start:end]):
            at = start + cell.start()
            if self._ledger.is_placed(line.index, at):
                continue
            if cell.group() in "|｜" or (cell.group().strip() and self.is_caption(cell.group())):
                self._ledger.place(line.index, at, start + cell.end(), Role.CAPTION)
                continue
            for match in re.finditer(r"\S+", cell.group()):
                first = at + match.start()
                yield _Token(line.index, first, first + len(match.group()), match.group())

    def _is_data(self, text: str) -> bool:
        return text in self._units or not isinstance(read_entry(text), str)

    def _entries(self, row: Row, tokens: list[_Token]) -> Iterator[tuple[CellAddress, Entry]]:
        for token in [token for token in tokens if token.text in self._units][:1]:
            self._ledger.place(token.line, token.start, token.end, Role.CAPTION)
            tokens.remove(token)
        entries = [(token, read_entry(token.text, row.unit)) for token in tokens]
        numbers = [(token, e) for token, e in entries if e is not None and not isinstance(e, str)]
        texts = [(token, e) for token, e in entries if isinstance(e, str)]
        chosen = numbers or [(t, e) for t, e in texts if len(e) <= _LONGEST_TEXT_VALUE]
        if len(self._table.columns) > 1 and len(chosen) != len(self._table.columns):
            return
        for column, (token, entry) in zip(self._table.columns, chosen, strict=False):
            address = CellAddress(self._table.id, row.id, column.id)
            self._ledger.place(token.line, token.start, token.end, Role.VALUE, address)
            self.last_line = max(self.last_line, token.line)
            yield address, entry


def _with_opening_marks(line: Line, start: int) -> int:
    """The start moved back over brackets that belong to the label's numbering."""
    while start > 0 and line.raw[start - 1] in "（(﹙|｜":
        start -= 1
    return start


def _with_closing_marks(line: Line, end: int) -> int:
    """The end moved on over marks that close the label."""
    while end < len(line.raw) and line.raw[end] in "）)﹚：:。":
        end += 1
    return end


def _squeezed(text: str) -> str:
    return "".join(text.split())
