from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.table.filled_tables import about_tables
from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress
from xjdesk.core.change import apply_all
from xjdesk.core.form_reader import read_form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_PARTS = 5
_SAID = "severity = 'error', message = '合计应等于各项之和。', remedies = ['改合计。', '改各项。']"
_AMOUNT = 'level = 0, unit = "万元", quantity = "amount"'
_COUNT = 'level = 0, unit = "件"'
_NAMES = [f"p{n}" for n in range(_PARTS)]
_PART_ROWS = "".join(f'{{ id = "{name}", {_AMOUNT}, label = "{name}项" }}, ' for name in _NAMES)
_FORM = read_form(
    f"""
id = "money"
name = "经费"
basis = "无"
first_year = 2020
relations = [
  {{ id = "M-1", table = "t", formula = "all = {" + ".join(_NAMES)}", {_SAID} }},
  {{ id = "M-2", table = "t", formula = "p0 + p1 <= most", {_SAID} }},
  {{ id = "M-3", table = "t", formula = "cases = heard + open", {_SAID} }},
]
[[chapters]]
id = "c"
tab = "一"
[[tables]]
id = "t"
tab = "表"
label_caption = "项目"
columns = [{{ id = "v", label = "数" }}]
rows = [
  {{ id = "all", {_AMOUNT}, label = "合计" }},
  {_PART_ROWS}
  {{ id = "most", {_AMOUNT}, label = "限额" }},
  {{ id = "cases", {_COUNT}, label = "件数" }},
  {{ id = "heard", {_COUNT}, label = "已审" }},
  {{ id = "open", {_COUNT}, label = "未审" }},
]
"""
)


def _report(**values: str | Decimal) -> Report:
    cells: dict[CellAddress, Entry] = {
        CellAddress("t", row, "v"): Decimal(value) for row, value in values.items()
    }
    return Report(_FORM.id, 2020, {}, (), cells)


def _sum(total: str | Decimal, *parts: str | Decimal) -> Report:
    padded = (*parts, *["0"] * (_PARTS - len(parts)))
    return _report(all=total, **{f"p{n}": part for n, part in enumerate(padded)})


def _finding(report: Report, rule: str) -> Finding | None:
    return next((f for f in about_tables(_FORM, report) if f.rule == rule), None)


def test_a_tail_difference_of_amounts_is_a_hint() -> None:
    finding = _finding(_sum("3.59", "1.23", "2.35"), "M-1")
    assert finding is not None
    assert finding.severity is Severity.HINT
    assert finding.message.endswith("，尾差 0.01 万元。可能是四舍五入造成的，请核实。")
    assert finding.remedies[0].label == "填入合计 3.58"


@pytest.mark.parametrize(
    ("total", "parts", "severity"),
    [
        ("3.58", ("1.23", "2.35"), None),
        ("3.61", ("1.23", "2.35"), Severity.HINT),
        ("3.62", ("1.23", "2.35"), Severity.ERROR),
        ("35.8", ("1.23", "2.35"), Severity.ERROR),
        ("3.6", ("1.23", "2.35"), Severity.HINT),
        ("4", ("1.23", "2.35"), Severity.ERROR),
        ("3", ("1", "1"), Severity.ERROR),
        ("3.01", ("1", "1", "1"), Severity.HINT),
    ],
)
def test_amounts_are_as_exact_as_they_are_written(
    total: str, parts: tuple[str, ...], severity: Severity | None
) -> None:
    finding = _finding(_sum(total, *parts), "M-1")
    assert (finding.severity if finding else None) is severity


def test_a_bound_on_a_sum_of_amounts_allows_for_rounding_too() -> None:
    tail = _finding(_report(p0="1.23", p1="2.35", most="3.57"), "M-2")
    beyond = _finding(_report(p0="1.23", p1="2.35", most="3.55"), "M-2")
    assert tail is not None
    assert beyond is not None
    assert (tail.severity, beyond.severity) == (Severity.HINT, Severity.ERROR)


def test_counts_stay_exact() -> None:
    finding = _finding(_report(cases="3", heard="1", open="1"), "M-3")
    assert finding is not None
    assert finding.severity is Severity.ERROR


_EXACT = st.lists(
    st.decimals(0, 10**6, places=6, allow_nan=False), min_size=_PARTS, max_size=_PARTS
)
_CENT = Decimal("0.01")


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)


@given(_EXACT, st.booleans())
def test_a_rounded_sum_of_rounded_amounts_is_never_an_error(
    exact: list[Decimal], without_zeros: bool
) -> None:
    amounts = [_rounded(amount) for amount in (sum(exact, Decimal(0)), *exact)]
    if without_zeros:
        amounts = [amount.normalize() for amount in amounts]
    finding = _finding(_sum(*amounts), "M-1")
    assert finding is None or finding.severity is Severity.HINT
    assert (finding is None) == (amounts[0] == sum(amounts[1:], Decimal(0)))


@given(_EXACT, st.integers(-(10**4), 10**4))
def test_a_difference_beyond_rounding_is_always_an_error(exact: list[Decimal], cents: int) -> None:
    tolerance = (_PARTS + 1) * _CENT / 2
    parts = [_rounded(amount) for amount in exact]
    total = sum(parts, Decimal(0)) + cents * _CENT
    assume(total >= 0 and abs(cents) * _CENT > tolerance)
    report = _sum(total, *parts)
    finding = _finding(report, "M-1")
    assert finding is not None
    assert finding.severity is Severity.ERROR
    assert _finding(apply_all(report, finding.remedies[0].changes), "M-1") is None
