"""Reading the values of a table with several columns out of the rows of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, read_entry
from xjdesk.core.table import Column, LabelPlace, Panel, Row, Table
from xjdesk.exchange.text.cell_alignment import (
    ColumnPlaces,
    aligned,
    column_places,
    is_filled_up,
)
from xjdesk.exchange.text.likeness import letters
from xjdesk.exchange.text.row_matching import MatchedRow, match_rows
from xjdesk.exchange.text.row_stream import PARTING, WORD, Box, Piece, StreamRow, stream_rows
from xjdesk.exchange.text.source import Ledger, Role
from xjdesk.exchange.text.table_text import Doubt, Misfit, TableText
from xjdesk.exchange.text.table_words import TableWords
from xjdesk.exchange.text.value_text import is_value

_CELL_OR_BAR = re.compile(r"[|｜]|[^\t|｜]+")
_FEWEST_ROWS = 0.15
_CERTAIN = 0.975
"""What a label has at least that is one of the form's letter for letter, in any spelling."""

_FEWEST_CAPTION_LETTERS = 0.4
_LINES_ABOVE = 60
_MOST_ROWS = 12
"""Rows that a table without labels may be broken into: one for every group of columns, and more."""


def read_grid(
    form: Form, table: Table, ledger: Ledger, boxes: Mapping[int, tuple[Box, ...]]
) -> TableText | None:
    """The table as the text has it, or None when the text has no such table.

    What stands between its rows and is not understood is set aside. A row whose values cannot be
    told apart for certain is a misfit: its values are nowhere.
    """
    words = TableWords(form, table)
    # A line of one tab has no text, and yet parts two cells.
    lines = [line for line in ledger.lines if not line.text or ledger.is_free(line)]
    rows = stream_rows(lines, words, boxes)
    reader = _GridReader(form, table, ledger, words)
    if table.labels is LabelPlace.NOWHERE:
        return reader.read_unlabelled(rows)
    matched = match_rows(table, rows)
    if len(matched) < max(2, _FEWEST_ROWS * len(table.rows)):
        return None
    return reader.read(matched)


class _GridReader:
    def __init__(self, form: Form, table: Table, ledger: Ledger, words: TableWords) -> None:
        self._form = form
        self._table = table
        self._ledger = ledger
        self._words = words
        self._values: dict[CellAddress, Entry] = {}
        self._doubts: list[Doubt] = []
        self._misfits: list[Misfit] = []
        self._filled_up: list[Row] = []

    def read(self, matched: Sequence[MatchedRow]) -> TableText:
        """The table of these rows."""
        for panel, group in groupby(matched, key=lambda m: self._table.panel_of(m.row.id)):
            rows = list(group)
            order = self._order(panel, rows)
            places = column_places([row.found for row in rows], len(panel.columns))
            for row in rows:
                self._take(row, order, places)
        first = self._first_line(matched[0].found)
        last = max(self._last_line(row.found) for row in matched)
        self._close(first, last)
        known = {row.row.id for row in matched}
        missing = tuple(r for r in self._table.rows if r.id not in known and r.is_indicator)
        return self._text(first, last, missing)

    def read_unlabelled(self, rows: Sequence[StreamRow]) -> TableText | None:
        """The table whose rows have no labels: what follows its captions."""
        if len(self._table.rows) != 1:
            return None
        stretch = self._captioned_stretch(rows)
        if not stretch:
            return None
        row, columns = self._table.rows[0], self._table.columns
        cells = _behind_captions(stretch[0], len(columns))
        if cells is None:
            cells = _joined(stretch, columns)
        last = max(found.last_line for found in stretch)
        if cells is None:
            self._misfits.append(_misfit(stretch[0], row, len(columns)))
        else:
            self._place(row, columns, cells)
        first = self._first_line(stretch[0])
        self._close(first, last)
        return self._text(first, last, ())

    def _text(self, first: int, last: int, missing: tuple[Row, ...]) -> TableText:
        return TableText(
            self._table,
            first,
            last,
            self._values,
            missing,
            tuple(self._doubts),
            tuple(self._misfits),
            tuple(self._filled_up),
        )

    def _order(self, panel: Panel, rows: Sequence[MatchedRow]) -> Sequence[Column]:
        """The columns as the text arranges them.

        Captions count where one line holds them all and, but for that of the labels, nothing else:
        under a heading of two lines they do not follow each other as their columns do.
        """
        captions = {letters(column.label): column for column in panel.columns}
        found = rows[0].found
        if len(captions) < max(2, len(panel.columns)) or not found.is_line:
            return panel.columns
        for _, pieces in groupby(found.words, key=lambda piece: piece.line):
            texts = [letters(piece.text) for piece in pieces]
            named = [captions[text] for text in texts if text in captions]
            is_whole = len(named) == len(captions) >= len(texts) - 1
            if is_whole and len({column.id for column in named}) == len(named):
                return named
        return panel.columns

    def _take(self, matched: MatchedRow, columns: Sequence[Column], places: ColumnPlaces) -> None:
        cells = aligned(matched.found, len(columns), places)
        if cells is None:
            self._misfits.append(_misfit(matched.found, matched.row, len(columns)))
            return
        if is_filled_up(matched.found, cells):
            self._filled_up.append(matched.row)
        if matched.likeness < _CERTAIN:
            self._doubts.append(_doubt(matched))
        self._place(matched.row, columns, cells)

    def _place(self, row: Row, columns: Sequence[Column], cells: Sequence[Piece]) -> None:
        for column, cell in zip(columns, cells, strict=True):
            address = CellAddress(self._table.id, row.id, column.id)
            entry = read_entry(cell.text, self._form.counting(address).unit)
            if entry is not None:
                self._values[address] = entry
                self._ledger.place(cell.line, cell.start, cell.end, Role.VALUE, address)

    def _captioned_stretch(self, rows: Sequence[StreamRow]) -> list[StreamRow]:
        """The rows behind the captions of the table, of all such stretches the most captioned."""
        printed = sum(
            len(letters(column.label)) + len(letters("".join(column.groups[-1:])))
            for column in self._table.columns
        )
        best, most = list[StreamRow](), 0.0
        for number, row in enumerate(rows):
            stretch, count = [row], self._caption_letters(row.words)
            for following in rows[number + 1 : number + _MOST_ROWS]:
                own = self._caption_letters(following.words)
                if own < sum(len(letters(piece.text)) for piece in following.words):
                    break
                stretch.append(following)
                count += own
            if count > most:
                best, most = stretch, count
        return best if most >= _FEWEST_CAPTION_LETTERS * printed else []

    def _caption_letters(self, words: Sequence[Piece]) -> int:
        """How many letters of captions stand last among the words, the row's own label apart."""
        count = 0
        for piece in reversed(words):
            if self._words.is_row_label(piece.text):
                continue
            if not self._words.is_caption_part(piece.text):
                break
            count += len(letters(piece.text))
        return count

    def _first_line(self, row: StreamRow) -> int:
        """The first of the lines above a row that hold nothing but words of the table."""
        first = row.first_line
        limit = max(0, first - _LINES_ABOVE)
        for index in range(first - 1, limit - 1, -1):
            line = self._ledger.lines[index]
            if not line.text or not line.text.strip("|｜ -:"):
                continue
            has_cells = len([c for c in re.split(r"[\t|｜]", line.text) if c.strip()]) > 1
            if not self._ledger.is_free(line) or not (has_cells or self._is_of_table(line.raw)):
                break
            first = index
        return first

    def _is_of_table(self, raw: str) -> bool:
        """Whether a line holds nothing but words of the table."""
        cells = [cell for cell in re.split(r"[\t|｜]", raw) if cell.strip()]
        if all(map(self._words.is_part, cells)):
            return True
        return len(cells) == 1 and all(map(self._words.is_part, raw.split()))

    def _last_line(self, row: StreamRow) -> int:
        """The last line of a row: that of its values, or of what its label ends with."""
        last = row.last_line
        if row.is_line or not self._is_broken(row):
            return last
        for line in self._ledger.lines[last + 1 : last + 6]:
            if line.text and self._ledger.is_free(line) and self._is_of_table(line.raw):
                last = line.index
            elif line.text:
                break
        return last

    def _is_broken(self, row: StreamRow) -> bool:
        return bool(row.words) and not self._words.is_row_label(row.words[-1].text)

    def _close(self, first: int, last: int) -> None:
        """Enter the words of the table; what else stands between first and last is set aside."""
        end = self._end_of_leftovers(last)
        for line in self._ledger.lines[first:end]:
            for start, text in _stretches(line.raw):
                is_taken = any(
                    self._ledger.is_placed(line.index, column)
                    for column in range(start, start + len(text))
                )
                # A lone number may be a part of a label, and is more likely a value left over.
                is_word = self._words.is_part(text) and not is_value(text, self._words.units)
                if not is_taken and is_word:
                    self._ledger.place(line.index, start, start + len(text), Role.CAPTION)
        self._ledger.set_aside(range(first, end))

    def _end_of_leftovers(self, last: int) -> int:
        """Behind the lines that hold nothing but words and values of the table any more."""
        end = last + 1
        for line in self._ledger.lines[end:]:
            if not line.text or not line.text.strip("|｜ 　"):
                end += line.index == end
                continue
            parts = re.split(r"[\t|｜]", line.raw)
            are_values = all(not p.strip() or is_value(p, self._words.units) for p in parts)
            if not self._ledger.is_free(line) or not (are_values or self._is_of_table(line.raw)):
                break
            end = line.index + 1
        return end


def _behind_captions(row: StreamRow, columns: int) -> tuple[Piece, ...] | None:
    """The cells of a row that has no label; None when it is not certain which they are.

    A bar that opens the row is no blank cell, though it looks like one behind a caption's bar.
    """
    opens = not row.is_line and not row.boxes and not row.cells[0].text
    if not opens or len(row.filled) == columns:
        return aligned(row, columns, ColumnPlaces())
    return row.cells[1:] if len(row.cells) == columns + 1 else None


def _joined(stretch: Sequence[StreamRow], columns: Sequence[Column]) -> tuple[Piece, ...] | None:
    """The values of a row that is broken between its groups of columns; None when it is not.

    Each stretch has to name the group that its first column stands in, if it names any.
    """
    joined = [cell for found in stretch for cell in found.cells if cell.text]
    if len(joined) != len(columns):
        return None
    groups = {letters(column.groups[-1]) for column in columns if column.groups}
    at = 0
    for found in stretch:
        named = letters("".join(piece.text for piece in found.words))
        own = letters("".join(columns[at].groups[-1:]))
        if own not in named and any(group in named for group in groups):
            return None
        at += len(found.filled)
    return tuple(joined)


def _stretches(raw: str) -> Iterator[tuple[int, str]]:
    """The cells of a line, its bars, and where none of them part it the words."""
    pattern = _CELL_OR_BAR if PARTING.search(raw) else WORD
    for match in pattern.finditer(raw):
        text = match.group().strip()
        if text:
            yield match.start() + match.group().index(text), text


def _doubt(matched: MatchedRow) -> Doubt:
    line = matched.found.words[-1].line if matched.found.words else matched.found.first_line
    return Doubt(line + 1, _words_text(matched.found.words), matched.row, matched.likeness)


def _misfit(found: StreamRow, row: Row, columns: int) -> Misfit:
    values = tuple(cell.text for cell in found.filled)
    return Misfit(found.first_line + 1, row, values, columns)


def _words_text(words: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in words)
