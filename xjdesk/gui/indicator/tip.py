"""An indicator in a few lines, for a tooltip."""

from __future__ import annotations

from xjdesk.gui.indicator.account import IndicatorAccount
from xjdesk.gui.indicator.stated_relation import Shape, StatedRelation, Verdict

_MOST_RELATIONS = 4
_MOST_NAMED = 3


def tip_lines(account: IndicatorAccount) -> tuple[str, ...]:
    """Name and unit, definition, last year, relations in numbers, and what depends on it."""
    told = [line for relation in account.relations if (line := _told(relation))]
    if len(told) > _MOST_RELATIONS:
        told[_MOST_RELATIONS:] = [f"另有{len(told) - _MOST_RELATIONS}条关系，见“指标说明”"]
    totals = "、".join(total.text for total in account.totals)
    lines = (
        f"{account.name}　单位：{account.unit}" if account.unit else account.name,
        f"说明：{account.definition}" if account.definition else "",
        f"备注：{account.note}" if account.note else "",
        account.last_year,
        *told,
        f"计入：{totals}" if totals else "",
        f"正文引用{len(account.citations)}处" if account.citations else "",
    )
    return tuple(filter(None, lines))


def _told(relation: StatedRelation) -> str:
    """Numbers alone where their places tell the rest; conditions only where they are not met."""
    if relation.shape is Shape.EQUATION:
        return f"关系：{relation.in_numbers}"
    if relation.shape is Shape.BOUND:
        is_long = sum(bool(piece.number) for piece in relation.pieces) > _MOST_NAMED
        return f"关系：{relation.in_numbers if is_long else relation.in_words}"
    return f"关系：{relation.message}" if relation.verdict is Verdict.BROKEN else ""
