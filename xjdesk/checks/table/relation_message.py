"""The sentence that a broken relation is told in: names, both sides, the difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from xjdesk.checks.table.balances import single_name
from xjdesk.checks.table.relation_case import Case
from xjdesk.core.formula import Comparator, Comparison, Expression, Sum, Term
from xjdesk.core.numbers import show_entry, show_number

_MOST_NAMED = 4
_MOST_TOLD = 8
"""Terms of a sum that are told even when they are 0."""
_PERCENT = Decimal(100)
_TENTH = Decimal("0.1")


def describe(case: Case, message: str, gap: str = "相差") -> str:
    """What the cells hold and how far the two sides are apart, then `message`.

    `gap` is the word for the difference.
    """
    condition = case.instance.condition
    teller = _Teller(case, gap)
    if isinstance(condition, Comparison):
        return f"{teller.comparison(condition)}。{message}"
    return f"{teller.values(dict.fromkeys(condition.names()))}。{message}"


@dataclass(frozen=True, slots=True)
class _Teller:
    """Words for a formula whose names stand for the cells of `case`."""

    case: Case
    gap: str

    def comparison(self, condition: Comparison) -> str:
        first = self.case.side_name(condition.left)
        told = self._side(condition.left, str(first))
        if not any(condition.right.names()):
            return told
        lead = self.case.side_name(condition.right).after(first)
        other = self._side(condition.right, lead)
        return f"{told}，{other}{self._difference(condition)}{self._share(condition)}"

    def values(self, names: Iterable[str]) -> str:
        """Every cell that is not 0 with its value; of the zeros only the first few."""
        entries = self.case.entries
        listed = list(names)
        told = [name for name in listed if entries[name]]
        zeros = [name for name in listed if not entries[name]]
        shown = told + zeros[: max(0, _MOST_NAMED - len(told))]
        row_names = [self.case.row_name(name) for name in shown]
        leads = [str(row_names[0]), *(b.after(a) for a, b in pairwise(row_names))]
        return "，".join(map(self._value, leads, shown))

    def _difference(self, condition: Comparison) -> str:
        """How far apart the sides are at the least; blanks may make it more."""
        left = condition.left.range(self.case.range)
        right = condition.right.range(self.case.range)
        gap = max(left.low - right.high, right.low - left.high)
        if gap <= 0:
            return ""
        units = self._units()
        unit = f" {units.pop()}" if len(units) == 1 else ""
        at_least = "" if left.is_exact and right.is_exact else "至少"
        return f"，{at_least}{self.gap} {show_number(gap)}{unit}"

    def _share(self, condition: Comparison) -> str:
        """What share one number is of another that is counted otherwise."""
        first, second = single_name(condition.left), single_name(condition.right)
        if condition.comparator is not Comparator.AT_MOST or not (first and second):
            return ""
        part, whole = self.case.numbers[first], self.case.numbers[second]
        if part is None or not whole or len(self._units()) == 1:
            return ""
        share = (part / whole * _PERCENT).quantize(_TENTH, ROUND_HALF_UP)
        return f"，占 {show_number(share).removesuffix('.0')}%"

    def _units(self) -> set[str]:
        form = self.case.form
        return {form.counting(address).unit for address in self.case.instance.cells.values()}

    def _side(self, expression: Expression, lead: str) -> str:
        if not isinstance(expression, Sum) or single_name(expression):
            return self._value(lead, self.case.leading(expression))
        terms = self._told_terms(expression)
        parts = "".join(self._part(i, term) for i, term in enumerate(terms))
        total = expression.range(self.case.range)
        result = f"={show_number(total.low)}" if total.is_exact else "（有未填）"
        if self.case.instance.relation.looks_back:
            return f"按{lead}推算 {parts}{result}"
        return f"{lead}合计 {parts}{result}"

    def _told_terms(self, expression: Sum) -> Sequence[Term]:
        """All terms, of a long sum those that make it more than 0."""
        if len(expression.terms) <= _MOST_TOLD:
            return expression.terms
        telling = [t for t in expression.terms if not t.name or self.case.numbers[t.name] != 0]
        return telling or expression.terms[:1]

    def _part(self, position: int, term: Term) -> str:
        sign = "-" if term.factor < 0 else "+" if position else ""
        if not term.name:
            return f"{sign}{show_number(abs(term.factor))}"
        times = "" if abs(term.factor) == 1 else f"{show_number(abs(term.factor))}×"
        shown = show_entry(self.case.entries[term.name]) or "空"
        if (sign or times) and shown.startswith("-"):
            shown = f"（{shown}）"
        return f"{sign}{times}{shown}"

    def _value(self, told: str, name: str) -> str:
        entry = self.case.entries[name]
        return f"{told}未填" if entry is None else f"{told} {show_entry(entry)}"
