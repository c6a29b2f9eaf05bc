"""What the rows of the findings list are known by."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import SpanAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.rows import finding_rows

WORDS = SpanAddress("overview", 2, 4, 6)
FINDING = Finding("P-01", Severity.QUERY, (WORDS,), "“四次”一词", subject="四次", basis="4")
OPEN = SettledFinding(FINDING, Standing.OPEN)


def test_a_row_is_known_by_the_same_while_words_and_place_change() -> None:
    moved = replace(FINDING, where=(SpanAddress("overview", 3, 0, 2),), message="别的话", basis="5")
    (before,) = finding_rows([OPEN])
    (after,) = finding_rows([SettledFinding(moved, Standing.OPEN)], [before])
    assert after.key == before.key
    assert after.finding is moved


def test_findings_that_say_the_same_are_told_apart_in_their_order() -> None:
    twin = replace(FINDING, where=(SpanAddress("overview", 5, 0, 2),))
    rows = finding_rows([OPEN, SettledFinding(twin, Standing.OPEN)])
    assert [row.key.number for row in rows] == [0, 1]
    (left,) = finding_rows([SettledFinding(twin, Standing.OPEN)], rows)
    assert left.key == rows[0].key
    assert left.finding is twin


def test_a_finding_that_is_settled_is_another() -> None:
    (before,) = finding_rows([OPEN])
    explained = SettledFinding(FINDING, Standing.EXPLAINED, Explanation("属实", "4"))
    (after,) = finding_rows([explained], [before])
    assert after.key != before.key
    assert not after.key.is_open


def test_rows_that_are_still_right_are_taken_over() -> None:
    before = finding_rows([OPEN])
    assert finding_rows([SettledFinding(FINDING, Standing.OPEN)], before)[0] is before[0]
    said = SettledFinding(FINDING, Standing.OPEN, Explanation("旧", "3"))
    assert finding_rows([said], before)[0].settled is said
