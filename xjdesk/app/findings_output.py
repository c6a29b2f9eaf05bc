"""Findings on the command line: as lines to read, or as JSON for another program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from xjdesk.checks.finding import Finding
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def print_findings(findings: Sequence[Finding]) -> None:
    """One line a finding, then how many there are of each severity."""
    for finding in findings:
        print(f"{finding.severity.label}  {finding.message}  [{finding.rule}]")
    counts = [
        f"{severity.label} {sum(f.severity is severity for f in findings)} 条"
        for severity in Severity
    ]
    print("，".join(counts) + "。")


def print_findings_as_json(path: Path, report: Report, findings: Sequence[Finding]) -> None:
    """The contract of `check --json`, in UTF-8 whatever the console speaks."""
    text = json.dumps(
        {
            "file": str(path),
            "form": report.form_id,
            "year": report.year,
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity.value,
                    "where": [str(place) for place in finding.where],
                    "message": finding.message,
                    "expected": finding.expected,
                    "found": finding.found,
                }
                for finding in findings
            ],
        },
        ensure_ascii=False,
        indent=1,
    )
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
