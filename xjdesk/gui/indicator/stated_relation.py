"""A relation of a form as it stands in a report: its cells with their numbers, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from xjdesk.checks.table.relation_case import Case
from xjdesk.core.address import CellAddress
from xjdesk.core.formula import (
    Comparator,
    Comparison,
    Condition,
    Expression,
    Joint,
    Largest,
    Sum,
    Term,
    this_year_name,
)
from xjdesk.core.numbers import show_entry, show_number
from xjdesk.core.severity import Severity

_SIGNS = {
    Comparator.EQUAL: " ＝ ",
    Comparator.UNEQUAL: " ≠ ",
    Comparator.AT_MOST: " ≤ ",
    Comparator.AT_LEAST: " ≥ ",
    Comparator.BELOW: " ＜ ",
    Comparator.ABOVE: " ＞ ",
}
_JOINTS = {
    Joint.AND: ("", "，并且 ", ""),
    Joint.OR: ("", "，或者 ", ""),
    Joint.IMPLIES: ("如果 ", "，那么 ", ""),
    Joint.EQUIVALENT: ("", " 与 ", "，要么都是，要么都不是"),
}
"""What is said before, between and behind two conditions."""
_BLANK, _LAST_YEAR = "空", "上年"
_MOST_TERMS = 8
"""Of a longer sum only the terms are told that make it more than 0."""


class Verdict(Enum):
    """Whether a relation holds; OPEN while blanks leave it undecided."""

    HOLDS = "holds"
    BROKEN = "broken"
    OPEN = "open"


class Shape(Enum):
    """EQUATION: two sums are equal. BOUND: one limits the other. CONDITIONS: several of these."""

    EQUATION = "equation"
    BOUND = "bound"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words of a sentence: signs, or the name and the number of a cell.

    `cell` is None for signs, and for numbers of last year's report, to which nothing leads.
    """

    text: str
    number: str = ""
    cell: CellAddress | None = None


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation in pieces; `outcome` says in a few words whether it holds."""

    pieces: tuple[Piece, ...]
    shape: Shape
    verdict: Verdict
    outcome: str
    message: str

    @property
    def in_numbers(self) -> str:
        """In numbers alone: 198 ＝ 50 ＋ 148 ✓."""
        return "".join(p.number or p.text for p in self.pieces) + f" {self.outcome}"

    @property
    def in_words(self) -> str:
        """With the names of the cells: 申请答复数 100 ≤ 申请办结数 198 ✓."""
        told = (f"{p.text} {p.number}" if p.number else p.text for p in self.pieces)
        return "".join(told) + f" {self.outcome}"


def stated(case: Case) -> StatedRelation:
    """The relation of `case` in words."""
    condition = case.instance.condition
    verdict, outcome = _verdict(case, condition)
    return StatedRelation(
        tuple(_Teller(case).condition(condition)),
        _shape(condition),
        verdict,
        outcome,
        case.instance.relation.message,
    )


def _shape(condition: Condition) -> Shape:
    if not isinstance(condition, Comparison):
        return Shape.CONDITIONS
    return Shape.EQUATION if condition.comparator is Comparator.EQUAL else Shape.BOUND


def _verdict(case: Case, condition: Condition) -> tuple[Verdict, str]:
    holds = condition.holds(case.range)
    if holds is None:
        return Verdict.OPEN, "（有未填的格，还不能判断）"
    if holds:
        return Verdict.HOLDS, "✓"
    must = case.instance.relation.severity is Severity.ERROR
    gap = _gap(case, condition)
    return Verdict.BROKEN, f"✗ {gap}" if must else f"？{gap}，请核实"


def _gap(case: Case, condition: Condition) -> str:
    if isinstance(condition, Comparison):
        left, right = condition.left.range(case.range), condition.right.range(case.range)
        gap = max(left.low - right.high, right.low - left.high)
        if gap > 0:
            at_least = "" if left.is_exact and right.is_exact else "至少"
            return f"{at_least}差{show_number(gap)}"
    return "不符"


class _Teller:
    def __init__(self, case: Case) -> None:
        self._case = case
        cells = set(case.instance.cells.values())
        self._is_row = len({(c.table, c.row) for c in cells}) == 1
        self._is_column = len({(c.table, c.column) for c in cells}) == 1
        self._first = case.row_name(next(case.instance.condition.names()))

    def condition(self, condition: Condition) -> Iterator[Piece]:
        if isinstance(condition, Comparison):
            yield from self._side(condition.left)
            yield Piece(_SIGNS[condition.comparator])
            yield from self._side(condition.right)
            return
        before, between, behind = _JOINTS[condition.joint]
        yield Piece(before)
        yield from self.condition(condition.left)
        yield Piece(between)
        yield from self.condition(condition.right)
        yield Piece(behind)

    def _side(self, side: Expression) -> Iterator[Piece]:
        if isinstance(side, Largest):
            yield Piece("最大的一项（")
            for position, part in enumerate(side.sums):
                if position:
                    yield Piece("、")
                yield from self._sum(part)
            yield Piece("）")
        else:
            yield from self._sum(side)

    def _sum(self, side: Sum) -> Iterator[Piece]:
        told = self._told(side)
        yield from chain.from_iterable(self._term(n, term) for n, term in enumerate(told))
        if len(told) < len(side.terms):
            yield Piece(f"（其余{len(side.terms) - len(told)}项为0）")

    def _told(self, side: Sum) -> tuple[Term, ...]:
        if len(side.terms) <= _MOST_TERMS:
            return side.terms
        numbers = self._case.numbers
        telling = tuple(t for t in side.terms if not t.name or numbers[t.name] != 0)
        return telling or side.terms[:1]

    def _term(self, position: int, term: Term) -> Iterator[Piece]:
        if position:
            yield Piece(" － " if term.factor < 0 else " ＋ ")
        elif term.factor < 0:
            yield Piece("－")
        if not term.name:
            yield Piece(show_number(abs(term.factor)))
            return
        if abs(term.factor) != 1:
            yield Piece(f"{show_number(abs(term.factor))}×")
        yield self._cell(term.name)

    def _cell(self, name: str) -> Piece:
        entry = show_entry(self._case.entries[name]) or _BLANK
        is_before = bool(this_year_name(name))
        cell = None if is_before else self._case.instance.cells[name]
        return Piece(self._name(name), entry, cell)

    def _name(self, name: str) -> str:
        """What a cell is called, without what all cells of the relation share."""
        told = self._case.row_name(name)
        if self._is_row and told.note:
            return f"{_LAST_YEAR}{told.note}" if this_year_name(name) else told.note
        if self._is_column:
            told = replace(told, note="")
        return str(told) if told.label == self._first.label else told.after(self._first)
