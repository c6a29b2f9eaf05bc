"""Findings about wording: where they point, what they are kept by, and their ways out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.stranger_report import STRANGER, report_with_stranger
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, recheck, rule_book
from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.checks.wording.wording_rules import wording_rules
from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    SpanAddress,
)
from xjdesk.core.change import Change, apply, content_at
from xjdesk.core.document_fields import COPIES_TO, DATE, NUMBER, PHONE, SIGNER, TITLE
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.severity import Severity
from xjdesk.core.word_list import WordList, plain_entry
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_WORDS = WordList((plain_entry("布署", "部署"),))


def _report(*paragraphs: Paragraph | str) -> Report:
    return report_with_stranger(_FORM, *paragraphs)


def _found(report: Report) -> list[Finding]:
    return [finding for rule in wording_rules(_FORM, _WORDS) for finding in rule.check(report)]


def _with(address: Address, new: str) -> Report:
    report = _report()
    return apply(report, Change(address, content_at(report, address), new))


def test_a_finding_points_at_the_words_and_is_kept_by_clause_and_words() -> None:
    (finding,) = _found(_report("公开信息。安排布署工作，落实责任。"))
    assert finding.where == (SpanAddress("overview", 0, 7, 9),)
    assert finding.subject == "overview 安排布署工作 布署"
    assert finding.basis == "布署"
    assert finding.severity is Severity.QUERY
    assert finding.remedies[0].label == "改为“部署”"


def test_a_finding_is_kept_while_paragraphs_are_put_in_before_it() -> None:
    (before,) = _found(_report("安排布署工作，落实责任。"))
    (after,) = _found(_report("新的一段。", "同时，安排布署工作，落实。"))
    assert before.address == after.address
    assert before.basis == after.basis


def test_the_way_out_puts_the_right_words_in_place() -> None:
    report = _report("公开 5000 条，安排布署工作。")
    for label in ("删去空格", "改为“部署”"):
        remedy = next(r for f in _found(report) for r in f.remedies if r.label == label)
        report = apply(report, remedy.changes[0])
    assert report.chapter("overview").paragraphs == (Paragraph("公开5000条，安排部署工作。"),)
    assert _found(report) == []


def test_marks_taken_out_are_named() -> None:
    (finding,) = _found(_report("公开《条例》、《办法》。"))
    assert finding.remedies[0].label == "删去“、”"


def test_a_figure_between_what_is_mended_stays_bound() -> None:
    cell = CellAddress("statistics", "meetings", "count")
    source = FigureSource(FigureKind.VALUE, (cell,))
    report = _report(Paragraph("召开会议 4 次(含专题)。", (Figure(5, 6, source),)))
    assert [finding.rule for finding in _found(report)] == ["P-09", "P-07"]
    blank, bracket = (finding.remedies[0].changes[0] for finding in _found(report))
    assert apply(report, blank).chapter("overview").paragraphs == (
        Paragraph("召开会议4次(含专题)。", (Figure(4, 5, source),)),
    )
    assert apply(report, bracket).chapter("overview").paragraphs == (
        Paragraph("召开会议 4 次（含专题）。", (Figure(5, 6, source),)),
    )


@pytest.mark.parametrize("address", [TITLE, COPIES_TO, HeadingAddress("requests"), STRANGER])
def test_fields_and_headings_are_looked_at(address: FieldAddress | HeadingAddress) -> None:
    report = _with(address, "安排布署")
    (finding,) = _found(report)
    assert finding.where == (address,)
    mended = apply(report, finding.remedies[0].changes[0])
    assert content_at(mended, address) == "安排部署"


def test_text_of_a_chapter_that_the_form_does_not_know_is_looked_at() -> None:
    at = ParagraphAddress(STRANGER.chapter, 0)
    (finding,) = _found(apply(_report(), Change(at, (), (Paragraph("布署。"),))))
    assert finding.where == (SpanAddress(STRANGER.chapter, 0, 0, 2),)


def test_every_line_of_a_field_is_read_by_itself_and_its_indent_is_none_of_its_words() -> None:
    report = _with(COPIES_TO, "县委（办公室。\n　　县人大,县政协）。\n")
    found = _found(report)
    assert [(f.rule, f.found) for f in found] == [("P-04", "（"), ("P-07", ","), ("P-04", "）")]
    mended = apply(report, found[1].remedies[0].changes[0])
    assert mended.field(COPIES_TO) == "县委（办公室。\n　　县人大，县政协）。\n"


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (NUMBER, "西政发[2017]012号"),
        (DATE, "2017年1月１日"),
        (PHONE, "0954－3012401 (办)"),
        (SIGNER, "张  三　李 四"),
        (FieldAddress("other", "x"), "布署"),
    ],
)
def test_numbers_dates_telephones_and_names_are_no_running_text(
    address: FieldAddress, text: str
) -> None:
    assert _found(_with(address, text)) == []


def test_every_finding_has_a_subject_of_its_own_for_other_words() -> None:
    found = _found(_report("安排(布署,工作)﹙试行）。"))
    assert len({finding.address for finding in found}) == len(found) == 4


_TEXTS = st.text(alphabet="字布署(（,， 。1", max_size=8)
_EDITS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([TITLE, SIGNER, HeadingAddress("overview")]), _TEXTS),
        st.tuples(
            st.sampled_from(["overview", STRANGER.chapter]).map(lambda c: ParagraphAddress(c, 0)),
            st.lists(_TEXTS.map(Paragraph), max_size=3).map(tuple),
        ),
    ),
    max_size=6,
)


@given(_EDITS)
def test_checking_what_changed_finds_what_checking_all_finds(
    edits: Sequence[tuple[Address, str | tuple[Paragraph, ...]]],
) -> None:
    book = rule_book(_FORM, CheckData(words=_WORDS))
    report = _report()
    findings = check(book, report)
    for address, new in edits:
        change = Change(address, content_at(report, address), new)
        report = apply(report, change)
        findings = recheck(book, report, [change], findings)
    assert findings == check(book, report)


def test_a_line_is_read_once_as_long_as_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    class Listening(LineSlips):
        def __call__(self, text: str, kind: LineKind) -> tuple[Slip, ...]:
            read.append(text)
            return super().__call__(text, kind)

    monkeypatch.setattr("xjdesk.checks.wording.wording_rules.LineSlips", Listening)
    rules = list(wording_rules(_FORM, _WORDS))
    first, second = _report("第一段。", "第二段。"), _report("第一段。", "第二段改。")
    for report in (first, second, first):
        assert [f for rule in rules for f in rule.check(report)] == []
    assert [text for text in read if text.startswith("第")] == [
        "第一段。",
        "第二段。",
        "第二段改。",
    ]
