"""Figures that show something else than their cells hold, or for which there is nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xjdesk.checks.facts.figure_rules import figure_rules
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.core.address import CellAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change, apply, apply_all
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_RECEIVED = CellAddress("statistics", "received", "count")
_VALUE = FigureSource(FigureKind.VALUE, (_RECEIVED,))


def _report(received: Entry | None, source: FigureSource = _VALUE, text: str = "200") -> Report:
    report = empty_report(_FORM, 2016)
    paragraphs = (Paragraph("（一）受理。"), Paragraph(f"收到{text}件。", (_figure(text, source),)))
    changes = [Change(ParagraphAddress("requests", 0), (), paragraphs)]
    if received is not None:
        changes.append(Change(_RECEIVED, None, received))
    return apply_all(report, changes)


def _figure(text: str, source: FigureSource) -> Figure:
    return Figure(2, 2 + len(text), source)


def _findings(report: Report) -> list[Finding]:
    return [finding for rule in figure_rules(_FORM) for finding in rule.check(report)]


def test_nothing_is_said_of_a_figure_that_shows_its_cell() -> None:
    assert _findings(_report(Decimal(200))) == []


def test_another_number_in_the_file_is_told_and_can_be_brought_up_to_date() -> None:
    report = _report(Decimal(1201))
    (finding,) = _findings(report)
    assert finding.severity is Severity.QUERY
    assert finding.where == (SpanAddress("requests", 1, 2, 5),)
    assert (finding.expected, finding.found) == ("1201", "200")
    assert "应为“1201”：三、（一）收到申请数 1201" in finding.message
    update, lead, release = finding.remedies
    assert update.label == "更新为“1201”"
    mended = apply_all(report, update.changes)
    assert mended.chapter("requests").paragraphs[1].text == "收到1201件。"
    assert _findings(mended) == []
    assert lead.place == _RECEIVED
    assert _findings(apply_all(report, release.changes)) == []


@pytest.mark.parametrize(
    ("received", "told"), [(None, "该格空白"), ("约200", "该格填的“约200”不是数")]
)
def test_a_cell_without_a_number_is_told(received: Entry | None, told: str) -> None:
    (finding,) = _findings(_report(received))
    assert f"取自三、（一）收到申请数，{told}" in finding.message
    assert finding.expected is None
    assert [remedy.label for remedy in finding.remedies] == [
        "转到三、（一）收到申请数",
        "解除引用",
    ]


def test_a_percentage_of_nothing_is_told() -> None:
    source = FigureSource(FigureKind.SHARE, (Decimal(3), _RECEIVED))
    (finding,) = _findings(_report(Decimal(0), source, "30%"))
    assert "除数是0：3÷三、（一）收到申请数 0。" in finding.message


def test_a_cell_that_the_form_does_not_have_is_told() -> None:
    source = FigureSource(FigureKind.VALUE, (CellAddress("statistics", "gone", "count"),))
    (finding,) = _findings(_report(Decimal(200), source))
    assert "本报表格式没有的一格" in finding.message
    assert [remedy.label for remedy in finding.remedies] == ["解除引用"]


def test_the_subject_stays_while_values_and_places_change() -> None:
    (first,) = _findings(_report(Decimal(1)))
    report = _report(None, text="7")
    moved = apply(report, Change(ParagraphAddress("requests", 0), (), (Paragraph("新段。"),)))
    (second,) = _findings(moved)
    assert first.address == second.address
    assert first.basis != second.basis


def test_changes_of_cells_and_of_unknown_chapters_are_looked_at() -> None:
    report = _report(Decimal(200))
    strange = Chapter("strange", "七、其他", ())
    report = Report(
        report.form_id, report.year, report.fields, (*report.chapters, strange), report.values
    )
    book = rule_book(_FORM)
    before = check(book, report)
    figured = Paragraph("共收200件", (Figure(2, 5, _VALUE),))
    for change in (
        Change(_RECEIVED, Decimal(200), None),
        Change(ParagraphAddress("strange", 0), (), (figured,)),
        Change(_RECEIVED, None, Decimal(200)),
    ):
        report = apply(report, change)
        before = recheck(book, report, (change,), before)
        assert before == check(book, report)
