"""What is found in the founding document: all of this, and nothing else.

S1 to S12 are the known faults between narrative and table and within each; the numbers are those of
the list of departures from the rules of official writing.
"""

from __future__ import annotations

from collections import Counter

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.address import Place, SpanAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_ERROR, _QUERY, _HINT = Severity.ERROR, Severity.QUERY, Severity.HINT

_EXPECTED: tuple[tuple[str, Severity, str], ...] = (
    # The table: S7 and 17, S6, S8 and 17, S9, and the like of S9 for the responses.
    ("H14-16h", _ERROR, "statistics.response_channels.count"),
    ("H14-12c", _QUERY, "statistics.closed.count"),
    ("H14-16b", _QUERY, "statistics.staff_full_time.count"),
    ("H14-07c", _HINT, "statistics.disclosed.count"),
    ("H14-08c", _HINT, "statistics.responded.count"),
    # Narrative against table: S1, S2 twice, S5, S4, S3, and 200 documents of two years.
    ("T-01", _QUERY, "4次"),
    ("T-01", _QUERY, "2次"),
    ("T-03", _QUERY, "2次"),
    ("T-01", _QUERY, "5000余条"),
    ("T-01", _QUERY, "200余条"),
    ("T-02", _QUERY, "按期认真办结"),
    ("T-01", _HINT, "200份"),
    # The document: 1, 16 twice, S10, 12 and its milder neighbours, 13 twice, 18, one term two ways.
    ("D-02", _QUERY, "letterhead/signer"),
    ("P-34", _QUERY, "imprint/copies_to"),
    ("P-34", _QUERY, "imprint/copies_to"),
    ("D-09", _QUERY, "2015年政府信息公开要点"),
    ("P-19", _QUERY, "今年"),
    ("P-19", _HINT, "目前"),
    ("P-19", _HINT, "近两年"),
    ("P-31", _QUERY, "我办"),
    ("P-31", _QUERY, "我办"),
    ("P-15", _HINT, "letterhead/title"),
    ("P-32", _HINT, "乡镇"),
    ("P-32", _HINT, "“政民互动栏目”"),
    # The words: 2 (S11), 3 twice, 4, 5 (S11), 6 (S11), 7, 8, 9, 10, 11.
    ("P-06", _QUERY, "１月１"),
    ("P-22", _HINT, "、"),
    ("P-22", _HINT, "、"),
    ("P-28", _HINT, "，"),
    ("P-02", _QUERY, "（宁党办）〔2016〕67号）"),
    ("P-05", _QUERY, "﹙"),
    ("P-29", _HINT, "人（次）"),
    ("P-13", _QUERY, "，"),
    ("P-29", _QUERY, "片（条）"),
    ("P-30", _QUERY, "办理流"),
    ("P-30", _QUERY, "预决预"),
)


@pytest.fixture
def findings(form: Form, check_data: CheckData, sample: Report) -> tuple[Finding, ...]:
    return check(rule_book(form, check_data), sample).sorted()


def test_every_fault_is_found_and_nothing_else(
    findings: tuple[Finding, ...], sample: Report
) -> None:
    found = Counter((f.rule, f.severity, _words(sample, f.where[0])) for f in findings)
    expected = Counter(_EXPECTED)
    assert found - expected == Counter()
    assert expected - found == Counter()


def test_what_holds_is_not_flagged(findings: tuple[Finding, ...]) -> None:
    """The sums that hold, and the claims of S12 that the table bears out."""
    rules = {finding.rule for finding in findings}
    assert rules.isdisjoint({"H14-01", "H14-02", "H14-03", "H14-07a", "H14-07b", "H14-11"})
    claims = [finding for finding in findings if finding.rule == "T-02"]
    assert not any("收取" in claim.message or "复议" in claim.message for claim in claims)


def test_every_finding_says_where_and_offers_a_way_out(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        assert finding.where
        assert finding.message.endswith("。")
        answers = 0 if finding.severity is _ERROR else 1
        assert len(finding.remedies) + answers >= 2, finding
        assert not any(isinstance(p, SpanAddress) for p in finding.where) or finding.subject


def test_no_two_findings_of_different_words_share_what_is_said_about_them(
    findings: tuple[Finding, ...], sample: Report
) -> None:
    words: dict[object, set[str]] = {}
    for finding in findings:
        words.setdefault(finding.address, set()).add(_words(sample, finding.where[0]))
    assert all(len(told) == 1 for told in words.values())


def _words(report: Report, place: Place) -> str:
    if not isinstance(place, SpanAddress):
        return str(place)
    paragraph = report.chapter(place.chapter).paragraphs[place.paragraph]
    return paragraph.text[place.start : place.end]
