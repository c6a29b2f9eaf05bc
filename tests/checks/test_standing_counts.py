from __future__ import annotations

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.checks.standing_counts import standing_counts
from xjdesk.core.severity import Severity


def _one(severity: Severity, standing: Standing = Standing.OPEN) -> SettledFinding:
    return SettledFinding(Finding("X-1", severity, (), ""), standing)


def test_without_answers_only_the_severities_are_counted() -> None:
    assert standing_counts(()) == "强制0条，核实0条，提示0条。"
    found = (_one(Severity.ERROR), _one(Severity.HINT), _one(Severity.HINT))
    assert standing_counts(found) == "强制1条，核实0条，提示2条。"


def test_what_was_answered_is_counted_apart() -> None:
    explained = _one(Severity.QUERY, Standing.EXPLAINED)
    dismissed = _one(Severity.HINT, Standing.DISMISSED)
    told = "强制0条，核实1条，提示0条；另有"
    found = (_one(Severity.QUERY), explained)
    assert standing_counts(found) == f"{told}已说明1条。"
    assert standing_counts((*found, dismissed)) == f"{told}已说明1条，不再提示1条。"
    assert standing_counts((_one(Severity.QUERY), dismissed)) == f"{told}不再提示1条。"
