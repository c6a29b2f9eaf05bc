"""Explanations and dismissals, and how long they hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing, settle
from xjdesk.core.address import CellAddress
from xjdesk.core.change import apply
from xjdesk.core.explanation import EarlierExplanation
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.answers import (
    dismissed,
    earlier_explanations,
    explained,
    is_outdated,
    withdrawn,
)
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import read_project, write_project

CELLS = (CellAddress("statistics", "closed", "count"),)
QUERY = Finding("H14-12c", Severity.QUERY, CELLS, "相差98件", basis="198｜100")
OTHER_VALUES = replace(QUERY, message="相差97件", basis="198｜101")
HINT = Finding("H14-07c", Severity.HINT, CELLS, "请确认没有重复", basis="5000")


def _settled(report: Report, finding: Finding) -> SettledFinding:
    return settle([finding], report.explanations)[0]


def test_an_explanation_holds_for_its_values_and_comes_back_with_them(sample: Report) -> None:
    report = apply(sample, explained(sample, QUERY, "其余正在办理"))
    assert _settled(report, QUERY).standing is Standing.EXPLAINED
    assert _settled(report, OTHER_VALUES).standing is Standing.OPEN
    assert _settled(report, QUERY).standing is Standing.EXPLAINED


def test_for_other_values_it_becomes_history(sample: Report) -> None:
    report = apply(sample, explained(sample, QUERY, "其余正在办理"))
    reopened = _settled(report, OTHER_VALUES)
    assert is_outdated(reopened)
    assert earlier_explanations(reopened) == (EarlierExplanation("其余正在办理", "198｜100"),)
    report = apply(report, explained(report, OTHER_VALUES, "又答复1件"))
    again = _settled(report, OTHER_VALUES)
    assert again.standing is Standing.EXPLAINED
    assert earlier_explanations(again) == (EarlierExplanation("其余正在办理", "198｜100"),)


def test_rewriting_for_the_same_values_leaves_no_history(sample: Report) -> None:
    report = apply(sample, explained(sample, QUERY, "其余正在办"))
    report = apply(report, explained(report, QUERY, "其余正在办理"))
    assert earlier_explanations(_settled(report, QUERY)) == ()


def test_what_is_withdrawn_is_gone_but_for_its_history(sample: Report) -> None:
    report = apply(sample, explained(sample, QUERY, "其余正在办理"))
    assert apply(report, withdrawn(report, QUERY)).explanations == sample.explanations
    report = apply(report, explained(report, OTHER_VALUES, "又答复1件"))
    report = apply(report, withdrawn(report, OTHER_VALUES))
    left = _settled(report, OTHER_VALUES)
    assert left.standing is Standing.OPEN
    assert not is_outdated(left)
    assert [earlier.text for earlier in earlier_explanations(left)] == ["其余正在办理"]


def test_a_hint_is_dismissed_and_brought_back(sample: Report) -> None:
    report = apply(sample, dismissed(sample, HINT))
    assert _settled(report, HINT).standing is Standing.DISMISSED
    assert _settled(report, replace(HINT, basis="5001")).standing is Standing.OPEN
    assert apply(report, withdrawn(report, HINT)).explanations == sample.explanations


def test_they_survive_saving_and_opening(sample: Report, project: Project, tmp_path: Path) -> None:
    report = apply(sample, explained(sample, QUERY, "其余正在办理\n见附件"))
    report = apply(report, explained(report, OTHER_VALUES, "又答复1件"))
    report = apply(report, dismissed(report, HINT))
    path = tmp_path / "a.xjd"
    write_project(path, replace(project, report=report))
    opened = read_project(path).report
    assert opened.explanations == report.explanations
    assert _settled(opened, OTHER_VALUES).standing is Standing.EXPLAINED
    assert _settled(opened, HINT).standing is Standing.DISMISSED
