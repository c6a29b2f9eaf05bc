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
from xjdesk.app.projects import export_findings, open_project, print_coverage
from xjdesk.checks.check_data import CheckData
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import check, rule_book
from xjdesk.checks.settlement import settle
from xjdesk.checks.table.comparison import compare_with_last_year, compare_with_quarters
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.form_library import FormLibrary, shipped_forms
from xjdesk.storage.user_words import UserWordFile


def check_project(path: Path, arguments: Arguments) -> int:
    """Print what was found in the project; 1 when there is an error, else 0."""
    forms = shipped_forms()
    opened = open_project(path, forms)
    form, report = opened.form, opened.project.report
    findings = [
        *check(rule_book(form, _data()), report).sorted(),
        *_last_year_findings(form, report, arguments.last_year, forms),
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


def _data() -> CheckData:
    """What the checks need; what could not be loaded is said on standard error."""
    loaded = CheckDataSource(UserWordFile(user_words_file())).load()
    for complaint in loaded.complaints:
        print(complaint, file=sys.stderr)
    return replace(loaded.data, can_print=print_coverage())


def _last_year_findings(
    form: Form, report: Report, path: Path | None, forms: FormLibrary
) -> Sequence[Finding]:
    if path is None:
        return ()
    last_year = open_project(path, forms).project.report
    _expect_year(last_year, report.year - 1, path)
    if last_year.form_id != report.form_id:
        print("上年用的是另一种报表格式，口径已变，没有逐格比较。", file=sys.stderr)
    return compare_with_last_year(form, report, last_year)


def _quarter_findings(
    form: Form, report: Report, paths: Sequence[Path], forms: FormLibrary
) -> Sequence[Finding]:
    quarters: list[Report] = []
    for path in paths:
        quarter = open_project(path, forms).project.report
        _expect_year(quarter, report.year, path)
        if quarter.form_id != report.form_id:
            raise UserError(f"“{shown_name(path)}”用的是另一种报表格式，不能比较。")
        quarters.append(quarter)
    return compare_with_quarters(form, report, quarters) if quarters else ()


def _expect_year(report: Report, year: int, path: Path) -> None:
    if report.year != year:
        raise UserError(
            f"“{shown_name(path)}”是{report.year}年度的，这里需要{year}年度的，请换一个文件。"
        )
