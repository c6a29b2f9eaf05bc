"""Narrowing the findings list down."""

from __future__ import annotations

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import CellAddress, YearAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.form import Form
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.filter import FindingFilter
from xjdesk.gui.findings.rows import finding_rows

CLOSED = CellAddress("statistics", "closed", "count")
SETTLED = [
    SettledFinding(Finding("H14-12c", Severity.ERROR, (CLOSED,), "相差98件"), Standing.OPEN),
    SettledFinding(
        Finding("P-06", Severity.QUERY, (YearAddress(),), "年度与标题不一致"),
        Standing.EXPLAINED,
        Explanation("县长已同意", ""),
    ),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["H14-12c", "P-06"]),
        ("  ", ["H14-12c", "P-06"]),
        ("相差", ["H14-12c"]),
        ("h14", ["H14-12c"]),
        ("统计表 申请办结", ["H14-12c"]),
        ("核实", ["P-06"]),
        ("同意", ["P-06"]),
        ("相差 年度", []),
    ],
)
def test_every_word_must_be_in_what_a_row_says(words: str, expected: list[str], form: Form) -> None:
    found = FindingFilter(form).filtered(finding_rows(SETTLED), words)
    assert [row.finding.rule for row in found] == expected


def test_what_a_row_says_now_is_searched(form: Form) -> None:
    narrow = FindingFilter(form)
    before = finding_rows(SETTLED)
    assert len(narrow.filtered(before, "98")) == 1
    changed = Finding("H14-12c", Severity.ERROR, (CLOSED,), "相差97件")
    after = finding_rows([SettledFinding(changed, Standing.OPEN), SETTLED[1]], before)
    assert narrow.filtered(after, "98") == ()
    assert len(narrow.filtered(after, "97")) == 1
