"""Findings on the command line: as lines to read, or as JSON for another program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.checks.standing_counts import standing_counts
from xjdesk.core.report import Report


def print_findings(settled: Sequence[SettledFinding]) -> None:
    """One line a finding with what has become of it, then how many there are of each severity."""
    for one in settled:
        finding = one.finding
        print(f"{finding.severity.label}  {finding.message}{_remark(one)}  [{finding.rule}]")
    print(standing_counts(settled))


def print_findings_as_json(path: Path, report: Report, settled: Sequence[SettledFinding]) -> None:
    """The contract of `check --json`, in UTF-8 whatever the console speaks."""
    text = json.dumps(
        {
            "file": str(path),
            "form": report.form_id,
            "year": report.year,
            "findings": [_record(one) for one in settled],
        },
        ensure_ascii=False,
        indent=1,
    )
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def _remark(one: SettledFinding) -> str:
    match one.standing:
        case Standing.EXPLAINED:
            return f"（已说明：{' '.join(_explanation(one).split())}）"
        case Standing.DISMISSED:
            return "（不再提示）"
        case Standing.OPEN:
            return ""


def _record(one: SettledFinding) -> dict[str, object]:
    finding = one.finding
    record: dict[str, object] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": [str(place) for place in finding.where],
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
    }
    if one.standing is Standing.EXPLAINED:
        record["explanation"] = _explanation(one)
    elif one.standing is Standing.DISMISSED:
        record["dismissed"] = True
    return record


def _explanation(one: SettledFinding) -> str:
    return one.explanation.text if one.explanation else ""
