"""The command `check`: the findings in a report, also against other reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from xjdesk.app.arguments import Arguments
from xjdesk.app.check_data import CheckDataSource
from xjdesk.app.findings_output import print_findings, print_findings_as_json
from xjdesk.app.folders import user_words_file
from xjdesk.app.projects import (
    export_findings,
    open_project,
    print_coverage,
    project_store,
)
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.checks.settlement import settle
from xjdesk.checks.table.comparison import compare_with_quarters
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.form_library import FormLibrary, shipped_forms
from xjdesk.storage.last_year_file import WrongYearError, read_last_year
from xjdesk.storage.project_store import OpenedProject
from xjdesk.storage.user_words import UserWordFile


def check_project(path: Path, arguments: Arguments) -> int:
    """Print what was found in the project; 1 when there is an error, else 0."""
    forms = shipped_forms()
    opened = open_project(path, forms)
    form, report = opened.form, opened.project.report
    findings = [
        *check(rule_book(form, _data(opened, arguments.last_year, forms)), report).sorted(),
        *_quarter_findings(form, report, arguments.quarters, forms),
    ]
    findings.sort(key=lambda finding: finding.severity.rank)
    settled = settle(findings, report.explanations)
    if arguments.xlsx is not None:
        export_findings(report, form, settled, arguments.xlsx)
    if arguments.json:
        print_findings_as_json(path, report, settled)
    else:
        print_findings(settled)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _data(opened: OpenedProject, last_year: Path | None, forms: FormLibrary) -> CheckData:
    """What the checks need; what could not be loaded is said on standard error."""
    before = None
    if last_year is not None:
        report = opened.project.report
        before = read_last_year(project_store(forms), last_year, opened.form, report)
    loaded = CheckDataSource(UserWordFile(user_words_file())).load()
    for complaint in loaded.complaints:
        print(complaint, file=sys.stderr)
    return replace(loaded.data, can_print=print_coverage(), last_year=before)


def _quarter_findings(
    form: Form, report: Report, paths: Sequence[Path], forms: FormLibrary
) -> Sequence[Finding]:
    quarters: list[Report] = []
    for path in paths:
        quarter = open_project(path, forms).project.report
        if quarter.year != report.year:
            raise WrongYearError(path, quarter.year, report.year)
        if quarter.form_id != report.form_id:
            raise UserError(f"“{shown_name(path)}”用的是另一种报表格式，不能比较。")
        quarters.append(quarter)
    return compare_with_quarters(form, report, quarters) if quarters else ()
