from __future__ import annotations

from decimal import Decimal

from tests.checks.last_year.spoken_form import RECEIVED, report_of, said_of
from xjdesk.checks.check_data import CheckData
from xjdesk.core.change import apply_all
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph, Report

_RULE = "Y-08"
_BEFORE = report_of(2023, received=300)


def _report(base: int, text: str) -> Report:
    source = FigureSource(FigureKind.YEAR_ON_YEAR, (RECEIVED, Decimal(base)), 1, "件")
    figure = Figure(5, len(text) - 1, source)
    return report_of(2024, Paragraph(text, (figure,)), received=320)


def test_a_phrase_that_is_reckoned_from_another_number_is_asked_about(
    check_data: CheckData,
) -> None:
    report = _report(280, "收到申请，较上年增加40件，增长14.3%。")
    (finding,) = said_of(report, _BEFORE, check_data, _RULE)
    assert (finding.found, finding.expected) == ("280", "300")
    mended = apply_all(report, finding.remedies[0].changes)
    (paragraph,) = mended.chapter("overview").paragraphs
    assert paragraph.text == "收到申请，较上年增加20件，增长6.7%。"
    assert not said_of(mended, _BEFORE, check_data, _RULE)


def test_one_that_is_reckoned_from_last_years_is_not(check_data: CheckData) -> None:
    report = _report(300, "收到申请，较上年增加20件，增长6.7%。")
    assert said_of(report, _BEFORE, check_data, _RULE) == []
