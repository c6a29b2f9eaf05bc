"""Amounts in 万元 are rounded, so their sums may be a little out: the tail difference (尾差)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from xjdesk.checks.table.entry_shape import written_decimals
from xjdesk.checks.table.relation_instance import Instance
from xjdesk.core.form import Form
from xjdesk.core.formula import Comparison, Condition, Expression, Range, Sum
from xjdesk.core.table import Quantity

_HALF = Decimal("0.5")


def rounded_names(form: Form, instance: Instance) -> frozenset[str]:
    """The amounts of a relation in which an amount takes part in a sum; else none.

    Where amounts are compared one by one, as with a bound, they are taken as they are written.
    """
    amounts = frozenset(
        name
        for name, cell in instance.cells.items()
        if form.counting(cell).quantity is Quantity.AMOUNT
    )
    summed = any(
        isinstance(side, Sum)
        and len(set(side.names())) > 1
        and not amounts.isdisjoint(side.names())
        for side in _expressions(instance.condition)
    )
    return amounts if summed else frozenset()


def before_rounding(amounts: Mapping[str, Decimal]) -> Mapping[str, Range]:
    """What each amount may have been before it was rounded to the decimals it is written with.

    A whole number may have lost its zeros, as 2.00 does: it is taken as exact as the others.
    """
    finest = max(map(written_decimals, amounts.values()), default=0)
    return {name: _range(amount, finest) for name, amount in amounts.items()}


def _range(amount: Decimal, finest: int) -> Range:
    decimals = written_decimals(amount) or finest
    if not decimals:
        return Range(amount, amount)
    half = _HALF.scaleb(-decimals)
    return Range(amount - half, amount + half)


def _expressions(condition: Condition) -> Iterator[Expression]:
    if isinstance(condition, Comparison):
        yield condition.left
        yield condition.right
    else:
        yield from _expressions(condition.left)
        yield from _expressions(condition.right)
