"""Figures (引用数字): numbers in the narrative that come from cells of the tables.

The text of a paragraph always holds the number as it is printed; a figure says of a stretch of it
where the number comes from, so that it can follow when the cell changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from xjdesk.core.address import CellAddress


class FigureKind(StrEnum):
    """How a figure is made of its operands.

    VALUE: the one operand. DIFFERENCE: first minus second. SHARE: first as a percentage of second.
    CHANGE: the first against the second of an earlier year in words, 增加20 or 减少20. GROWTH: the
    same as a percentage, 增长6.8% or 下降6.8%. YEAR_ON_YEAR: both as one phrase, with the unit:
    较上年增加20件，增长6.8%; 与上年持平; 上年为0，增加20件.
    """

    VALUE = "value"
    DIFFERENCE = "difference"
    SHARE = "share"
    CHANGE = "change"
    GROWTH = "growth"
    YEAR_ON_YEAR = "year_on_year"


AGAINST_LAST_YEAR = frozenset((FigureKind.CHANGE, FigureKind.GROWTH, FigureKind.YEAR_ON_YEAR))
"""The kinds whose second operand is a number of the year before."""


Operand = CellAddress | Decimal
"""A cell, or a number that stands in no cell of the report, such as last year's."""


@dataclass(frozen=True, slots=True)
class FigureSource:
    """Where the number of a figure comes from.

    `operands` are one for VALUE, two for the other kinds. `decimals` is the number of decimals of
    a percentage; other kinds show the decimals of their operands. `unit` is for YEAR_ON_YEAR, which
    shows it behind its number.
    """

    kind: FigureKind
    operands: tuple[Operand, ...]
    decimals: int = 0
    unit: str = ""

    def cells(self) -> tuple[CellAddress, ...]:
        """The cells the number depends on."""
        return tuple(operand for operand in self.operands if isinstance(operand, CellAddress))


@dataclass(frozen=True, slots=True)
class Figure:
    """Characters `start` up to, not including, `end` of a paragraph show the number of `source`."""

    start: int
    end: int
    source: FigureSource
