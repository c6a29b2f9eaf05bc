"""What becomes of the fields that are pasted into a statistics table.

Words beside the numbers say where they belong: the labels, captions and units of a copied range
are compared with what the grid shows. Where they do not agree with the place at which the range
would begin, the place is looked for where they do; without one nothing is filled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from xjdesk.core.numbers import read_entry
from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.gui.tables.moves import At

_EXCERPT = 12


@dataclass(frozen=True, slots=True)
class PastePlan:
    """The fields that land in a cell, how many of these are no number, and those that are lost.

    `is_moved` where they land elsewhere than asked for, `refusal` says why nothing is filled in.
    """

    fitting: tuple[PastedCell, ...]
    texts: int = 0
    lost: tuple[PastedCell, ...] = ()
    is_moved: bool = False
    refusal: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether it does something else than was perhaps meant, and should be looked at first."""
        return bool(self.fitting) and bool(self.texts or self.lost or self.is_moved)

    @property
    def sentence(self) -> str:
        """What the user is told once it is done."""
        if self.refusal:
            return self.refusal
        moved = "已按粘贴内容中的行名、列名对齐，" if self.is_moved else "已"
        texts = f"，其中{self.texts}格不是数字" if self.texts else ""
        lost = f"，另有{len(self.lost)}格不是可填的格，没有填" if self.lost else ""
        return f"{moved}填入{len(self.fitting)}格{texts}{lost}。"


def plan_filling(model: TableModel, fields: Iterable[PastedCell]) -> PastePlan:
    """Sort out `fields`, each meant for one cell, which may lie outside the grid.

    Nothing is lost with a blank field, nor with one that says what its place shows anyway, nor
    with one beside the numbers, where nothing is ever entered.
    """
    fitting: list[PastedCell] = []
    lost: list[PastedCell] = []
    texts = 0
    for field in fields:
        if model.grid.takes_number(field.row, field.column):
            fitting.append(field)
            texts += isinstance(read_entry(one_cell(field.text), _unit(model, field)), str)
        elif field.column in model.grid.side_columns:
            continue
        elif field.text.strip() and not _agrees(field.text, _shown(model, field)):
            lost.append(field)
    return PastePlan(tuple(fitting), texts, tuple(lost))


def plan_paste(model: TableModel, rows: Sequence[Sequence[str]], at: At) -> PastePlan:
    """Find where a copied range belongs that is pasted at a place of the grid."""
    sheet = _Sheet(model)
    begun = _by_place(rows, at)
    clash = sheet.clash(begun)
    if clash is None:
        return plan_filling(model, begun)
    found = min(
        (other for other in _others(sheet, rows, at) if sheet.clash(other.fields) is None),
        key=lambda other: (-sheet.agreeing(other.fields), other.distance),
        default=None,
    )
    if found is None:
        return PastePlan((), refusal=clash)
    plan = plan_filling(model, found.fields)
    return PastePlan(plan.fitting, plan.texts, plan.lost, is_moved=True)


class _Kind(Enum):
    """What stands at a place: a cell for a number, words, the rest of words, or none of these."""

    NUMBER = "number"
    WORDS = "words"
    COVERED = "covered"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Placing:
    """The fields where they would land, and how far that is from where they were pasted."""

    fields: tuple[PastedCell, ...]
    distance: int


class _Sheet:
    """The grid with the captions above it, which stand in rows below 0."""

    def __init__(self, model: TableModel) -> None:
        self._model = model
        self.grid = model.grid
        self.top = -len(self.grid.header)
        self._header = {
            (self.top + row, cell.column): cell.text
            for row, captions in enumerate(self.grid.header)
            for cell in captions.cells
        }
        self.words: dict[str, list[At]] = {}
        body = {(cell.row, cell.column): cell.shown.text for cell in self.grid.cells}
        for place, text in {**self._header, **body}.items():
            if text and place[1] not in self._unit_columns():
                self.words.setdefault(_plain(text), []).append(place)

    def clash(self, fields: Iterable[PastedCell]) -> str | None:
        """Why the fields do not belong there, as a sentence; None when they may."""
        for field in fields:
            if not field.text.strip():
                continue
            kind, shown = self._at(field.row, field.column)
            is_misplaced = kind in (_Kind.WORDS, _Kind.COVERED) and _is_number(field.text)
            if is_misplaced or (kind is _Kind.WORDS and not _agrees(field.text, shown)):
                return (
                    f"粘贴内容中的“{_excerpt(field.text)}”与表中此处的“{_excerpt(shown)}”对不上，"
                    "没有粘贴；请从对应的格开始粘贴。"
                )
            if kind is _Kind.NUMBER and _plain(field.text) in self.words:
                return (
                    f"粘贴内容中的“{_excerpt(field.text)}”是行名或列名，落在了填数的格里，"
                    "没有粘贴；请从对应的格开始粘贴。"
                )
        return None

    def agreeing(self, fields: Iterable[PastedCell]) -> int:
        """How many of the fields say what is shown where they land."""
        found = ((self._at(field.row, field.column), field.text) for field in fields)
        return sum(kind is _Kind.WORDS and _agrees(text, shown) for (kind, shown), text in found)

    def columns_in(self, row: int) -> list[int]:
        """Where each cell of the row begins, those included that begin in a row above."""
        if row < 0:
            return sorted({column for above, column in self._header if above == row})
        cells = (self.grid.cell(row, column) for column in range(self.grid.mark_column))
        return sorted({cell.column for cell in cells if cell is not None})

    def _at(self, row: int, column: int) -> tuple[_Kind, str]:
        if row < 0:
            text = self._header.get((row, column))
            return (_Kind.OTHER, "") if text is None else (_Kind.WORDS, text)
        cell = self.grid.cell(row, column)
        if cell is None or cell.shown.address is not None:
            is_number = self.grid.takes_number(row, column)
            return (_Kind.NUMBER if is_number else _Kind.OTHER), ""
        begins = (cell.row, cell.column) == (row, column)
        return (_Kind.WORDS if begins else _Kind.COVERED), cell.shown.text

    def _unit_columns(self) -> range:
        layout = self.grid.layout
        return range(layout.label_columns, layout.first_value_column)


def _others(sheet: _Sheet, rows: Sequence[Sequence[str]], at: At) -> Iterator[_Placing]:
    """Where else the range may belong."""
    known = [
        (down, right, sheet.words[plain])
        for down, row in enumerate(rows)
        for right, text in enumerate(row)
        if (plain := _plain(text)) in sheet.words
    ]
    if not known:
        if not any(text.strip() and not _is_number(text) for row in rows for text in row):
            begin = (at[0], sheet.grid.first_value_column)
            yield _Placing(_by_place(rows, begin), 0)
        return
    # The words that stand in the fewest places lead to the fewest others.
    down, right, places = min(known, key=lambda one: len(one[2]))
    for row, column in places:
        begin = (row - down, column - right)
        distance = abs(begin[0] - at[0]) + abs(begin[1] - at[1])
        yield _Placing(_by_place(rows, begin), distance)
        yield _Placing(_by_cell(sheet, rows, begin[0]), distance)


def _by_place(rows: Sequence[Sequence[str]], at: At) -> tuple[PastedCell, ...]:
    """As worksheets copy: a cell that spans several places is a field for each of them."""
    return tuple(
        PastedCell(at[0] + down, at[1] + right, text)
        for down, row in enumerate(rows)
        for right, text in enumerate(row)
    )


def _by_cell(sheet: _Sheet, rows: Sequence[Sequence[str]], first: int) -> tuple[PastedCell, ...]:
    """As word processors copy whole rows: a cell is one field, however many columns it spans."""
    found: list[PastedCell] = []
    for down, row in enumerate(rows):
        columns = sheet.columns_in(first + down) if first + down < sheet.grid.row_count else []
        columns += range(sheet.grid.mark_column, sheet.grid.mark_column + len(row) - len(columns))
        found += (PastedCell(first + down, c, text) for c, text in zip(columns, row, strict=False))
    return tuple(found)


def _unit(model: TableModel, field: PastedCell) -> str:
    address = model.grid.address(field.row, field.column)
    return "" if address is None else model.unit(address)


def _shown(model: TableModel, field: PastedCell) -> str:
    sheet_top = -len(model.grid.header)
    if model.grid.cell(field.row, field.column) is not None:
        return model.text(field.row, field.column)
    if not sheet_top <= field.row < 0:
        return ""
    captions = model.grid.header[field.row - sheet_top].cells
    return next((cell.text for cell in captions if cell.column == field.column), "")


def _agrees(text: str, shown: str) -> bool:
    """Whether one of both is the other or a part of it, blanks and width of signs aside."""
    field, place = _plain(text), _plain(shown)
    return bool(field and place) and (field in place or place in field)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _is_number(text: str) -> bool:
    return isinstance(read_entry(one_cell(text)), Decimal)


def _excerpt(text: str) -> str:
    plain = "".join(text.split())
    return plain if len(plain) <= _EXCERPT else plain[:_EXCERPT] + "…"
