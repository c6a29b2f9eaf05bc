"""The headless commands. None of them imports Qt, but for the one that takes a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from xjdesk.app.arguments import Arguments
from xjdesk.app.projects import (
    begin_project,
    export_pdf,
    export_xlsx,
    import_project,
    open_project,
    print_fonts,
    project_store,
)
from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.page_options import PageOptions


def _new(arguments: Arguments) -> int:
    output = _new_file(arguments)
    forms = shipped_forms()
    if arguments.begin_from is not None:
        _refuse_overwriting(arguments.begin_from, [output])
    project = begin_project(forms, arguments.form or "", arguments.year, arguments.begin_from)
    form = forms.form(project.report.form_id)
    saved = project_store(forms).save(output, project, None)
    for remark in saved.remarks:
        print(remark)
    if not form.covers(arguments.year):
        print(f"请注意：“{form.name}”不是{arguments.year}年度的报表格式。")
    return 0


def _import(arguments: Arguments) -> int:
    source, output = _file(arguments), _new_file(arguments)
    _refuse_overwriting(source, [output])
    forms = shipped_forms()
    imported = import_project(source, forms, arguments.form)
    saved = project_store(forms).save(output, imported.project, None)
    for note in imported.account.sentences() + saved.remarks:
        print(note)
    return 0


def _check(arguments: Arguments) -> int:
    # The checks are of no use to the other commands, and take a while to import.
    from xjdesk.app.check_command import check_project

    source = _file(arguments)
    if arguments.xlsx is not None:
        for read in (source, arguments.last_year, *arguments.quarters):
            if read is not None:
                _refuse_overwriting(read, [arguments.xlsx])
    return check_project(source, arguments)


def _export(arguments: Arguments) -> int:
    outputs = [path for path in (arguments.pdf, arguments.xlsx) if path is not None]
    if not outputs:
        raise UserError("没有说要导出什么，请加 --pdf 文件名 或 --xlsx 文件名。")
    if arguments.pdf is None and arguments.page_options != PageOptions():
        raise UserError("--letterhead 和 --single-sided 只用于PDF，请加 --pdf 文件名。")
    source = _file(arguments)
    _refuse_overwriting(source, outputs)
    opened = open_project(source, shipped_forms())
    report, form = opened.project.report, opened.form
    if arguments.pdf is not None:
        fonts, options = print_fonts(), arguments.page_options
        notices = export_pdf(report, form, fonts, arguments.pdf, options)
        for notice in fonts.notices + notices:
            print(notice, file=sys.stderr)
    if arguments.xlsx is not None:
        export_xlsx(report, form, arguments.xlsx)
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

    source, output = _file(arguments), _output(arguments)
    _refuse_overwriting(source, [output])
    take_picture(source, output)
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
    return arguments.output


def _new_file(arguments: Arguments) -> Path:
    """Where a project is to be made: not over another one, unless the user says so."""
    output = _output(arguments)
    if is_there(output) and not arguments.force:
        raise UserError(
            f"文件“{shown_name(output)}”已经存在，为免覆盖没有写入，"
            "请换一个文件名，确要覆盖的请加 --force。"
        )
    return output


def _refuse_overwriting(source: Path, outputs: Sequence[Path]) -> None:
    """No output may be the source, nor may two outputs be one file."""
    seen = {source.resolve()}
    for output in outputs:
        if output.resolve() in seen:
            raise UserError(
                f"“{shown_name(output)}”同时是来源或另一项输出，为免覆盖没有写入，请换一个文件名。"
            )
        seen.add(output.resolve())
