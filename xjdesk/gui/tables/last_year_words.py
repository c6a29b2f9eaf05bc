"""How a number compares with last year's, in signs for the grid and in words for sentences."""

from __future__ import annotations

from decimal import Decimal

from xjdesk.core.numbers import show_entry, show_number
from xjdesk.core.year_comparison import YearComparison

_NOT_COMPARABLE = "口径已变，不可比"
_BLANK = "上年未填"
_NO_PERCENT = "上年为0"
_BELOW_A_TENTH = "不足0.1%"


def before_text(compared: YearComparison) -> str:
    """Last year's number, or why there is none."""
    if not compared.is_comparable:
        return "口径已变"
    return show_entry(compared.before) or _BLANK


def change_text(compared: YearComparison) -> str:
    """The change with its sign; empty where there is none to tell."""
    return "" if compared.change is None else _signed(compared.change)


def percent_text(compared: YearComparison) -> str:
    """The change as a percentage with its sign, or why there is none."""
    if compared.percent is None:
        return _NO_PERCENT if compared.change is not None and compared.before == 0 else ""
    if compared.percent == 0 and compared.change:
        return _BELOW_A_TENTH
    return f"{_signed(compared.percent)}%"


def last_year_words(compared: YearComparison) -> str:
    """上年 3607，增加 320，增长 8.9%."""
    if not compared.is_comparable:
        return _NOT_COMPARABLE
    if compared.before is None:
        return _BLANK
    told = f"上年 {show_entry(compared.before)}"
    return told if compared.change is None else f"{told}，{_growth(compared, compared.change)}"


def _growth(compared: YearComparison, change: Decimal) -> str:
    if change == 0:
        return "没有增减"
    told = f"{'增加' if change > 0 else '减少'} {show_number(abs(change))}"
    if compared.percent is None:
        return told
    grown = "增长" if change > 0 else "下降"
    if compared.percent == 0:
        return f"{told}，{grown}{_BELOW_A_TENTH}"
    return f"{told}，{grown} {show_number(abs(compared.percent))}%"


def _signed(number: Decimal) -> str:
    sign = "+" if number > 0 else ""
    return f"{sign}{show_number(abs(number) if number == 0 else number)}"
