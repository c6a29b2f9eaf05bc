"""What a text says of a table, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import CellAddress
from xjdesk.core.numbers import Entry
from xjdesk.core.table import Row, Table


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row whose label is not the form's, letter for letter; `likeness` is below 1."""

    line: int
    label: str
    row: Row
    likeness: float


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row of which it is not certain which value stands in which of its columns."""

    line: int
    row: Row
    values: tuple[str, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class TableText:
    """What the text says of a table: its lines (`last` included), values and missing rows.

    `filled_up` are rows that end in blanks where it is not certain that these are cells.
    """

    table: Table
    first: int
    last: int
    values: dict[CellAddress, Entry]
    missing: tuple[Row, ...]
    doubts: tuple[Doubt, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    filled_up: tuple[Row, ...] = ()
