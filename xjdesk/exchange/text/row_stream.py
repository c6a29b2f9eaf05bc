"""Cutting text into rows: words, then the values that stand behind them.

Three ways of writing a table come to the same: a row on a line, its cells parted by tabs or bars; a
cell on a line; columns parted by blanks. In the first two a blank cell keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xjdesk.exchange.text.source import Line
from xjdesk.exchange.text.table_words import TableWords
from xjdesk.exchange.text.value_text import is_value

PARTING = re.compile(r"[\t|｜]")
# The number of a label that a blank parts from its mark, as in “3 .重复申请”, is no value.
WORD = re.compile(r"(?<!\S)\d{1,2}[ \u3000]+[.．、](?=[^\s\d])\S+|\S+")
_BARS = "|｜"
_MOST_WORDS = 60

Box = tuple[int, int]
"""The first column of a cell on its page, and the first one behind it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one line without white space around it; a blank cell has none."""

    line: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The column behind the text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class StreamRow:
    """What may be a row of a table: `words` since the last row, and the cells behind them.

    `is_line`: label and values are cells of one line. `keeps_blanks`: blank cells are told by the
    text. `boxes` say where the cells stand, if the source does; `width` is the number of cells of
    the line, labels included.
    """

    words: tuple[Piece, ...]
    cells: tuple[Piece, ...]
    is_line: bool = False
    keeps_blanks: bool = False
    boxes: tuple[Box, ...] = ()
    width: int = 0

    @property
    def first_line(self) -> int:
        """The index of the line of the first value, or of the last word."""
        return self.cells[0].line if self.cells else self.words[-1].line

    @property
    def last_line(self) -> int:
        """The index of the line of the last value."""
        return max(cell.line for cell in self.cells)

    @property
    def filled(self) -> tuple[Piece, ...]:
        """The cells that are not blank."""
        return tuple(cell for cell in self.cells if cell.text)


def stream_rows(
    lines: Sequence[Line], words: TableWords, boxes: Mapping[int, tuple[Box, ...]]
) -> list[StreamRow]:
    """All that may be rows of the table whose words are given, in the order of the text."""
    cutter = _Cutter(words, boxes, _leads_with_tabs(lines))
    for line in lines:
        cutter.take(line)
    cutter.close()
    return cutter.rows


def _leads_with_tabs(lines: Sequence[Line]) -> bool:
    """Whether a tab before a cell, rather than between two, is how this text marks them."""
    single = [line.raw for line in lines if line.raw.count("\t") == 1 and line.text]
    return sum(raw.startswith("\t") for raw in single) > sum(
        not raw.startswith("\t") for raw in single
    )


@dataclass
class _Cutter:
    table: TableWords
    boxes: Mapping[int, tuple[Box, ...]]
    leads_with_tabs: bool
    rows: list[StreamRow] = field(default_factory=list[StreamRow])
    words: list[Piece] = field(default_factory=list[Piece])
    cells: list[Piece] = field(default_factory=list[Piece])
    after_parting: bool = False
    keeps_blanks: bool = False

    def take(self, line: Line) -> None:
        raw = line.raw
        if not PARTING.search(raw):
            for piece in _words_in(line, 0, raw):
                self._take_piece(piece, parted=False)
            return
        cells = _cells(line)
        is_blank_row = len(cells) > 1 and self.table.is_row_label(line.text)
        if line.index in self.boxes or is_blank_row or sum(bool(c.text) for c in cells) > 1:
            self._take_row(line, cells)
        elif not line.raw.strip(" 　\t|｜"):
            self._take_partings(line)
        else:
            self._take_single_cell(line, cells)

    def close(self) -> None:
        """End the row that is being read."""
        is_row = any(cell.text for cell in self.cells) or (
            self.cells and self.words and self.table.is_row_label(self.words[-1].text)
        )
        if is_row:
            self.rows.append(
                StreamRow(tuple(self.words), tuple(self.cells), keeps_blanks=self.keeps_blanks)
            )
            self.words = []
        self.cells = []
        self.after_parting = self.keeps_blanks = False

    def _take_piece(self, piece: Piece, *, parted: bool) -> None:
        if is_value(piece.text, self.table.units):
            self.cells.append(piece)
            self.keeps_blanks = self.keeps_blanks or parted
        else:
            if self.cells:
                self.close()
            self.words = [*self.words[-_MOST_WORDS:], piece]
        self.after_parting = False

    def _take_single_cell(self, line: Line, cells: Sequence[Piece]) -> None:
        is_tab = not any(bar in line.raw for bar in _BARS)
        for cell in cells:
            if cell.text:
                self._take_piece(cell, parted=True)
        if not is_tab and line.text[-1] in _BARS:
            trailing = len(line.text) - len(line.text.rstrip(_BARS + " 　"))
            for bar in line.text[-trailing:]:
                if bar in _BARS:
                    self._part(line)

    def _take_partings(self, line: Line) -> None:
        """A line of nothing but what parts cells, or of a blank cell with a tab before it."""
        if self.leads_with_tabs and "\t" in line.raw and not any(b in line.raw for b in _BARS):
            self._take_blank(line)
            return
        for character in line.raw:
            if PARTING.fullmatch(character):
                self._part(line)

    def _part(self, line: Line) -> None:
        if self.after_parting:
            self._take_blank(line)
        self.after_parting = True

    def _take_blank(self, line: Line) -> None:
        if self.words:
            self.cells.append(Piece(line.index, 0, ""))
            self.keeps_blanks = True

    def _take_row(self, line: Line, cells: Sequence[Piece]) -> None:
        self.close()
        first = self._first_value(cells)
        labels = [cell for cell in cells[:first] if cell.text]
        values = tuple(cells[first:])
        words = [*self.words[-_MOST_WORDS:], *labels]
        is_label = bool(labels) and self.table.is_row_label(labels[-1].text)
        if values and (any(value.text for value in values) or is_label):
            boxes = self.boxes.get(line.index, ())[first:]
            self.rows.append(StreamRow(tuple(words), values, True, True, boxes, len(cells)))
            self.words = []
        else:
            self.words = words

    def _first_value(self, cells: Sequence[Piece]) -> int:
        """The number of cells that hold the label: up to the last known word, or to a value."""
        known = [n for n, cell in enumerate(cells) if cell.text and self.table.knows(cell.text)]
        if known:
            return known[-1] + 1
        for number, cell in enumerate(cells):
            if is_value(cell.text, self.table.units):
                return number if any(before.text for before in cells[:number]) else 0
        return len(cells)


def _cells(line: Line) -> list[Piece]:
    """The cells of a line; bars at its ends only frame it."""
    found: list[Piece] = []
    start = 0
    for text in PARTING.split(line.raw):
        blanks = len(text) - len(text.lstrip())
        found.append(Piece(line.index, start + blanks, text.strip()))
        start += len(text) + 1
    if line.text[:1] in _BARS and line.text[:1]:
        found = found[1:]
    if line.text[-1:] in _BARS and line.text[-1:] and len(found) > 1:
        found = found[:-1]
    return found


def _words_in(line: Line, start: int, text: str) -> Iterator[Piece]:
    for match in WORD.finditer(text):
        yield Piece(line.index, start + match.start(), match.group())
