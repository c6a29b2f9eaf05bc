"""From one list of rows to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import YearAddress
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.row_steps import Insertion, Removal, row_steps
from xjdesk.gui.findings.rows import FindingRow, finding_rows


def _rows(rules: str) -> list[FindingRow]:
    findings = (Finding(rule, Severity.HINT, (YearAddress(),), rule) for rule in rules)
    return list(finding_rows(SettledFinding(finding, Standing.OPEN) for finding in findings))


_RULES = st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join)


@given(_RULES, _RULES)
def test_the_steps_lead_from_the_one_to_the_other(old: str, new: str) -> None:
    rows = _rows(old)
    for step in row_steps(_rows(old), _rows(new)):
        if isinstance(step, Insertion):
            rows[step.start : step.start] = step.rows
        else:
            assert 0 <= step.start < step.end <= len(rows)
            del rows[step.start : step.end]
    assert [row.key for row in rows] == [row.key for row in _rows(new)]


def test_what_stays_is_left_alone() -> None:
    steps = row_steps(_rows("abcdef"), _rows("xbcyf"))
    assert [step for step in steps if isinstance(step, Removal)] == [Removal(3, 5), Removal(0, 1)]
    inserted = [step for step in steps if isinstance(step, Insertion)]
    assert [(step.start, len(step.rows)) for step in inserted] == [(0, 1), (3, 1)]


def test_nothing_is_done_where_nothing_comes_or_goes() -> None:
    assert row_steps(_rows("abc"), _rows("abc")) == ()
