"""Formulas of relations: what they are made of and how they are evaluated.

A formula compares sums of cells and joins comparisons: `received = in_person + fax`,
`max(gazette, website) <= disclosed`, `received = 0 => closed = 0 and answered = 0`,
`courses = 0 <=> trainees = 0`.

A name behind `last.` is that of a cell of last year's report: `carried_in = last.carried_out`.

A blank cell may become any number from 0 up, so every expression has a range of values and every
condition is true, false or not yet decided (None). Only what no filling of the blanks could mend
is false: a form half filled is not full of faults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """All values an expression may take, both ends included."""

    low: Decimal
    high: Decimal

    @property
    def is_exact(self) -> bool:
        """Whether the expression has one value only."""
        return self.low == self.high


BLANK = Range(Decimal(0), _ENDLESS)
"""The range of a blank cell: any number from 0 up."""

SIGNED_BLANK = Range(-_ENDLESS, _ENDLESS)
"""The range of a blank cell that may hold a number below 0."""

LAST = "last"
"""What the name of a cell of last year begins with; no table is called so."""

Lookup = Callable[[str], Range]
"""Gives the range of the cell that a name in a formula stands for."""


@dataclass(frozen=True, slots=True)
class Term:
    """`factor` times the cell called `name`; an empty name stands for 1 (a plain number)."""

    factor: Decimal
    name: str

    def range(self, lookup: Lookup) -> Range:
        """The values the term may take."""
        if not self.name:
            return Range(self.factor, self.factor)
        cell = lookup(self.name)
        ends = (self.factor * cell.low, self.factor * cell.high)
        return Range(min(ends), max(ends))


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of terms."""

    terms: tuple[Term, ...]

    def range(self, lookup: Lookup) -> Range:
        """The values the sum may take."""
        ranges = [term.range(lookup) for term in self.terms]
        zero = Decimal(0)
        return Range(sum((r.low for r in ranges), zero), sum((r.high for r in ranges), zero))

    def names(self) -> Iterator[str]:
        """The cells named, from left to right."""
        return (term.name for term in self.terms if term.name)


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest of several sums."""

    sums: tuple[Sum, ...]

    def range(self, lookup: Lookup) -> Range:
        """The values the maximum may take."""
        ranges = [part.range(lookup) for part in self.sums]
        return Range(max(r.low for r in ranges), max(r.high for r in ranges))

    def names(self) -> Iterator[str]:
        """The cells named, from left to right."""
        return (name for part in self.sums for name in part.names())


Expression = Sum | Largest


def this_year_name(name: str) -> str:
    """The name of this year's cell for a name of last year's; empty for any other."""
    return name.removeprefix(f"{LAST}.") if name.startswith(f"{LAST}.") else ""


class Comparator(StrEnum):
    """How two expressions are compared."""

    EQUAL = "="
    UNEQUAL = "!="
    AT_MOST = "<="
    AT_LEAST = ">="
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two expressions and how they ought to compare."""

    left: Expression
    comparator: Comparator
    right: Expression

    def holds(self, lookup: Lookup) -> bool | None:
        """True or false for certain, None while blanks leave it open."""
        return _compare(self.left.range(lookup), self.comparator, self.right.range(lookup))

    def names(self) -> Iterator[str]:
        """The cells named, from left to right."""
        yield from self.left.names()
        yield from self.right.names()


class Joint(StrEnum):
    """How conditions are joined."""

    AND = "and"
    OR = "or"
    IMPLIES = "=>"
    EQUIVALENT = "<=>"


@dataclass(frozen=True, slots=True)
class Joined:
    """Two conditions joined."""

    left: Condition
    joint: Joint
    right: Condition

    def holds(self, lookup: Lookup) -> bool | None:
        """True or false for certain, None while blanks leave it open."""
        left, right = self.left.holds(lookup), self.right.holds(lookup)
        match self.joint:
            case Joint.AND:
                return _both(left, right)
            case Joint.OR:
                return _not(_both(_not(left), _not(right)))
            case Joint.IMPLIES:
                return _not(_both(left, _not(right)))
            case Joint.EQUIVALENT:
                return None if left is None or right is None else left is right

    def names(self) -> Iterator[str]:
        """The cells named, from left to right."""
        yield from self.left.names()
        yield from self.right.names()


Condition = Comparison | Joined


def _compare(left: Range, comparator: Comparator, right: Range) -> bool | None:
    match comparator:
        case Comparator.AT_MOST:
            return _at_most(left, right)
        case Comparator.AT_LEAST:
            return _at_most(right, left)
        case Comparator.ABOVE:
            return _not(_at_most(left, right))
        case Comparator.BELOW:
            return _not(_at_most(right, left))
        case Comparator.EQUAL:
            return _equal(left, right)
        case Comparator.UNEQUAL:
            return _not(_equal(left, right))


def _at_most(left: Range, right: Range) -> bool | None:
    if left.high <= right.low:
        return True
    return False if left.low > right.high else None


def _equal(left: Range, right: Range) -> bool | None:
    if left.is_exact and right.is_exact:
        return left.low == right.low
    return False if left.low > right.high or right.low > left.high else None


def _both(left: bool | None, right: bool | None) -> bool | None:
    if left is False or right is False:
        return False
    return True if left and right else None


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth
