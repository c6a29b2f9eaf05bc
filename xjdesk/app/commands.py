"""The headless commands. None of them imports Qt, but for the one that takes a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from xjdesk.app.arguments import Arguments
from xjdesk.app.findings_output import print_findings, print_findings_as_json
from xjdesk.app.projects import (
    begin_project,
    export_pdf,
    export_xlsx,
    form_of,
    import_project,
    print_fonts,
)
from xjdesk.checks.comparison import compare_with_last_year, compare_with_quarters
from xjdesk.checks.findings import check, rule_book
from xjdesk.core.errors import UserError
from xjdesk.core.severity import Severity
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project_file import read_project, write_project


def _new(arguments: Arguments) -> int:
    output = _output(arguments)
    write_project(output, begin_project(shipped_forms(), arguments.form or "", arguments.year))
    return 0


def _import(arguments: Arguments) -> int:
    output = _output(arguments)
    imported = import_project(_file(arguments), shipped_forms(), arguments.form)
    write_project(output, imported.project)
    for note in imported.notes:
        print(note)
    return 0


def _check(arguments: Arguments) -> int:
    path = _file(arguments)
    project = read_project(path)
    form, report = form_of(project), project.report
    findings = check(rule_book(form), report).sorted()
    if arguments.last_year is not None:
        findings += compare_with_last_year(form, report, read_project(arguments.last_year).report)
    if arguments.quarters:
        quarters = [read_project(quarter).report for quarter in arguments.quarters]
        findings += compare_with_quarters(form, report, quarters)
    findings = tuple(sorted(findings, key=lambda finding: finding.severity.rank))
    if arguments.json:
        print_findings_as_json(path, report, findings)
    else:
        print_findings(findings)
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _export(arguments: Arguments) -> int:
    if arguments.pdf is None and arguments.xlsx is None:
        raise UserError("没有说要导出什么，请加 --pdf 文件名 或 --xlsx 文件名。")
    project = read_project(_file(arguments))
    form = form_of(project)
    if arguments.pdf is not None:
        for notice in export_pdf(project.report, form, print_fonts(), arguments.pdf):
            print(notice)
    if arguments.xlsx is not None:
        export_xlsx(project.report, form, arguments.xlsx)
    return 0


def _forms(_: Arguments) -> int:
    library = shipped_forms()
    for form_id in library.ids():
        form = library.form(form_id)
        years = f"{form.first_year}—{form.last_year or ''}"
        print(f"{form.id}\t{years}\t{form.name}\t{form.basis}")
    return 0


def _picture(arguments: Arguments) -> int:
    from xjdesk.app.window import take_picture

    assert arguments.output is not None, "the parser requires it"
    take_picture(_file(arguments), arguments.output)
    return 0


COMMANDS: Mapping[str, Callable[[Arguments], int]] = {
    "new": _new,
    "import": _import,
    "check": _check,
    "export": _export,
    "forms": _forms,
    "picture": _picture,
}
"""What each command runs; they return the exit code and raise UserError."""


def _file(arguments: Arguments) -> Path:
    assert arguments.file is not None, "the parser requires it"
    return arguments.file


def _output(arguments: Arguments) -> Path:
    assert arguments.output is not None, "the parser requires it"
    if arguments.output.exists() and not arguments.force:
        raise UserError(
            f"文件“{arguments.output.name}”已经存在，为免覆盖没有写入，"
            "请换一个文件名，确要覆盖的请加 --force。"
        )
    return arguments.output
