"""The number that a figure shows, and how it is reckoned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import FigureKind, FigureSource, Operand
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, show_entry, show_number
from xjdesk.core.report import Report
from xjdesk.core.row_name import RowName, cell_name

ValueOf = Callable[[CellAddress], Entry | None]
"""Gives what a cell holds; None for a blank one."""

_DIGITS = 80
"""Enough for every sum, and for every quotient to all its decimals, of two entered numbers."""

_UNKNOWN = RowName((), "报表中没有的格")


def figure_text(source: FigureSource, value_of: ValueOf) -> str | None:
    """The text of a figure of `source`.

    None while an operand is blank or no number, and where a percentage has nothing to be reckoned
    from: a share of 0, a growth from 0 or less.
    """
    numbers = _numbers(source, value_of)
    result = _result(source, numbers)
    if numbers is None or result is None:
        return None
    match source.kind:
        case FigureKind.CHANGE:
            return _in_words(numbers, "增加", "减少", result)
        case FigureKind.GROWTH:
            return _in_words(numbers, "增长", "下降", result)
        case FigureKind.YEAR_ON_YEAR:
            return _as_phrase(source, numbers, result)
        case _:
            return result


def arithmetic(form: Form, report: Report, source: FigureSource) -> str:
    """How the number of a figure is reckoned: （三、（一）收到申请数 320−300）÷300=6.7%.

    The result is left out while there is none.
    """
    terms = _terms(form, report, source)
    result = _result(source, _numbers(source, report.value))
    ending = "" if result is None else f"={result}"
    match source.kind:
        case FigureKind.VALUE:
            return terms[0]
        case FigureKind.DIFFERENCE | FigureKind.CHANGE:
            return f"{terms[0]}−{terms[1]}{ending}"
        case FigureKind.SHARE:
            return f"{terms[0]}÷{terms[1]}{ending}"
        case FigureKind.GROWTH | FigureKind.YEAR_ON_YEAR:
            base = _shown(source.operands[1], report.value)
            if source.kind is FigureKind.YEAR_ON_YEAR and not (result or "%").endswith("%"):
                return f"{terms[0]}−{terms[1]}{ending}"
            return f"（{terms[0]}−{terms[1]}）÷{base}{ending}"


def _result(source: FigureSource, numbers: Sequence[Decimal] | None) -> str | None:
    """The bare number, negative where something became less."""
    if numbers is None:
        return None
    first, base = numbers[0], numbers[-1]
    with localcontext(Context(prec=_DIGITS)):
        match source.kind:
            case FigureKind.VALUE:
                return show_number(first)
            case FigureKind.DIFFERENCE | FigureKind.CHANGE:
                return show_number(first - base)
            case FigureKind.SHARE:
                return _percentage(first, base, source.decimals) if base else None
            case FigureKind.GROWTH:
                return _percentage(first - base, base, source.decimals) if base > 0 else None
            case FigureKind.YEAR_ON_YEAR:
                if base <= 0:
                    return show_number(first - base)
                return _percentage(first - base, base, source.decimals)


def _percentage(part: Decimal, base: Decimal, decimals: int) -> str:
    exact = part * 100 / base
    # Adding 0 takes the sign off what was rounded to -0.
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
    return f"{rounded:f}%"


def _in_words(numbers: Sequence[Decimal], more: str, less: str, result: str) -> str:
    now, before = numbers
    if now == before:
        return "持平"
    return (more if now > before else less) + result.removeprefix("-")


def _as_phrase(source: FigureSource, numbers: Sequence[Decimal], result: str) -> str:
    now, before = numbers
    if now == before:
        return "与上年持平"
    with localcontext(Context(prec=_DIGITS)):
        change = _in_words(numbers, "增加", "减少", show_number(now - before))
    if before <= 0:
        return f"上年为{show_number(before) if before else 0}，{change}{source.unit}"
    growth = _in_words(numbers, "增长", "下降", result)
    return f"较上年{change}{source.unit}，{growth}"


def _terms(form: Form, report: Report, source: FigureSource) -> list[str]:
    """Every operand with its value; numbering that the first has told is not told again."""
    terms: list[str] = []
    before: RowName | None = None
    for operand in source.operands:
        shown = _shown(operand, report.value)
        if isinstance(operand, Decimal):
            terms.append(shown)
            continue
        name = _name(form, operand)
        told = str(name) if before is None else name.after(before)
        terms.append(f"{told} {shown}")
        before = name
    return terms


def _name(form: Form, address: CellAddress) -> RowName:
    try:
        return cell_name(form, address)
    except KeyError:
        return _UNKNOWN


def _shown(operand: Operand, value_of: ValueOf) -> str:
    if isinstance(operand, Decimal):
        return show_number(operand)
    entry = value_of(operand)
    return f"“{entry}”" if isinstance(entry, str) else show_entry(entry) or "未填"


def _numbers(source: FigureSource, value_of: ValueOf) -> tuple[Decimal, ...] | None:
    """The operands; None unless all are numbers."""
    entries = tuple(o if isinstance(o, Decimal) else value_of(o) for o in source.operands)
    numbers = tuple(entry for entry in entries if isinstance(entry, Decimal))
    return numbers if len(numbers) == len(entries) else None
