"""The sentence that a broken relation is told in: names, both sides, the difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.formula import Comparison, Condition, Expression, Lookup, Sum, Term
from xjdesk.core.numbers import Entry, show_entry, show_number
from xjdesk.core.report import Report
from xjdesk.core.row_name import RowName, cell_name

_MOST_NAMED = 4


def describe(
    form: Form,
    condition: Condition,
    cells: Mapping[str, CellAddress],
    report: Report,
    lookup: Lookup,
    message: str,
) -> str:
    """What the cells hold and how far the two sides are apart, then what ought to hold."""
    values = {name: report.value(address) for name, address in cells.items()}
    names = {name: cell_name(form, address) for name, address in cells.items()}
    teller = _Teller(names, values, lookup)
    if not isinstance(condition, Comparison):
        return f"{teller.values(dict.fromkeys(condition.names()))}。{message}"
    units = {form.row_of(address).unit for address in cells.values()}
    return f"{teller.comparison(condition, units.pop() if len(units) == 1 else '')}。{message}"


@dataclass(frozen=True, slots=True)
class _Teller:
    """Words for a formula whose names stand for these cells and these values."""

    names: Mapping[str, RowName]
    entries: Mapping[str, Entry | None]
    lookup: Lookup

    def comparison(self, condition: Comparison, unit: str) -> str:
        first = self._leading(condition.left)
        told = self._side(condition.left, str(self.names[first]))
        if not any(condition.right.names()):
            return told
        second = self._leading(condition.right)
        other = self._side(condition.right, self.names[second].after(self.names[first]))
        return f"{told}，{other}{self._difference(condition, unit)}"

    def _difference(self, condition: Comparison, unit: str) -> str:
        """How far apart the sides are at the least; blanks may make it more."""
        left, right = condition.left.range(self.lookup), condition.right.range(self.lookup)
        gap = max(left.low - right.high, right.low - left.high)
        if gap <= 0:
            return ""
        at_least = "" if left.is_exact and right.is_exact else "至少"
        return f"，{at_least}相差 {show_number(gap)} {unit}".rstrip()

    def values(self, names: Iterable[str]) -> str:
        """Every cell that is not 0 with its value; of the zeros only the first few."""
        told = [name for name in names if self.entries[name]]
        zeros = [name for name in names if not self.entries[name]]
        shown = told + zeros[: max(0, _MOST_NAMED - len(told))]
        leads = [str(self.names[shown[0]])]
        leads += [self.names[b].after(self.names[a]) for a, b in pairwise(shown)]
        return "，".join(map(self._value, leads, shown))

    def _side(self, expression: Expression, lead: str) -> str:
        if not isinstance(expression, Sum) or _is_single(expression):
            return self._value(lead, self._leading(expression))
        names = list(expression.names())
        link = "、" if len(names) == 2 else "至"
        last = "" if len(names) < 2 else link + self.names[names[-1]].label
        parts = "".join(self._part(i, term) for i, term in enumerate(expression.terms))
        total = expression.range(self.lookup)
        result = f"={show_number(total.low)}" if total.is_exact else "（有未填）"
        return f"{lead}{last}合计 {parts}{result}"

    def _leading(self, expression: Expression) -> str:
        """The cell an expression is named by: the first of a sum, the largest of several."""
        names = list(expression.names())
        if isinstance(expression, Sum):
            return names[0]
        return max(names, key=lambda name: self._number(name) or Decimal(0))

    def _part(self, position: int, term: Term) -> str:
        sign = "-" if term.factor < 0 else "+" if position else ""
        if not term.name:
            return f"{sign}{show_number(abs(term.factor))}"
        times = "" if abs(term.factor) == 1 else f"{show_number(abs(term.factor))}×"
        return f"{sign}{times}{show_entry(self.entries[term.name]) or '空'}"

    def _value(self, told: str, name: str) -> str:
        entry = self.entries[name]
        return f"{told}未填" if entry is None else f"{told} {show_entry(entry)}"

    def _number(self, name: str) -> Decimal | None:
        entry = self.entries[name]
        return entry if isinstance(entry, Decimal) else None


def _is_single(expression: Sum) -> bool:
    return len(expression.terms) == 1 and expression.terms[0].factor == 1
