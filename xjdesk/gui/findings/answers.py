"""What the clerk answers to a finding, as changes of the report."""

from __future__ import annotations

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.change import Change
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.report import Report


def explained(report: Report, finding: Finding, text: str) -> Change:
    """A query is explained by `text`, for the values it has now."""
    return _answered(report, finding, text)


def dismissed(report: Report, finding: Finding) -> Change:
    """A hint is not to be shown any more, for as long as it is about the same."""
    return _answered(report, finding, "")


def withdrawn(report: Report, finding: Finding) -> Change:
    """The answer given for the values of now is taken back; what was said for others stays."""
    said = report.explanations.get(finding.address)
    keeps = said is not None and bool(said.earlier) and bool(said.text)
    without = said.rewritten("", finding.basis) if said is not None and keeps else None
    return Change(finding.address, said, without)


def earlier_explanations(settled: SettledFinding) -> tuple[EarlierExplanation, ...]:
    """What was said about the finding for other values than those of now, oldest first."""
    said = settled.explanation
    if said is None:
        return ()
    if not said.text or said.basis == settled.finding.basis:
        return said.earlier
    return (*said.earlier, EarlierExplanation(said.text, said.basis))


def is_outdated(settled: SettledFinding) -> bool:
    """Whether it was explained for other values than those of now, and so is open again."""
    said = settled.explanation
    if said is None or settled.standing is not Standing.OPEN:
        return False
    return said.basis != settled.finding.basis and bool(said.text)


def _answered(report: Report, finding: Finding, text: str) -> Change:
    said = report.explanations.get(finding.address)
    answer = (said or Explanation("", finding.basis)).rewritten(text, finding.basis)
    return Change(finding.address, said, answer)
