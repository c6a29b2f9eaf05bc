from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from xjdesk.checks.table.comparison import compare_with_quarters
from xjdesk.core.address import CellAddress
from xjdesk.core.change import apply_all
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")


def _report(**values: int) -> Report:
    cells = {CellAddress("statistics", r, "count"): Decimal(v) for r, v in values.items()}
    return replace(empty_report(_FORM, 2016), values=cells)


def test_the_sum_of_the_quarters_can_be_filled_in() -> None:
    quarters = [_report(website=n, staff=n) for n in (1, 2, 3, 4)]
    report = _report(website=11, staff=10)
    first, second = compare_with_quarters(_FORM, report, quarters)
    assert first.basis == "11、10"
    assert first.remedies[0].label == "填入各季度合计 10"
    assert second.remedies[0].label == "填入第四季度末数 4"
    mended = apply_all(report, (*first.remedies[0].changes, *second.remedies[0].changes))
    assert not compare_with_quarters(_FORM, mended, quarters)


def test_a_flow_is_the_sum_of_the_quarters_and_a_stock_the_last_of_them() -> None:
    quarters = [_report(website=n, staff=n) for n in (1, 2, 3, 4)]
    assert not compare_with_quarters(_FORM, _report(website=10, staff=4), quarters)
    findings = compare_with_quarters(_FORM, _report(website=11, staff=10), quarters)
    assert [(f.rule, f.expected, f.found) for f in findings] == [
        ("H14-17", "10", "11"),
        ("H14-17", "4", "10"),
    ]
