"""What commands and window do with projects: open, begin, import, check, export.

Each function takes a project or a report through the layers below; none asks the user anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.form_lint import problems
from xjdesk.core.form_reader import read_form
from xjdesk.core.report import Report, empty_report
from xjdesk.core.toml_section import FormError
from xjdesk.resource_files import resource
from xjdesk.storage.atomic_file import write_atomically
from xjdesk.storage.file_reading import read_file, shown_name
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project_file import Project, ProjectError, new_project, read_project

if TYPE_CHECKING:
    from xjdesk.checks.characters.character_rules import CanPrint
    from xjdesk.checks.settlement import SettledFinding
    from xjdesk.typesetting.fonts.font_set import FontSet
    from xjdesk.typesetting.page_options import PageOptions


@dataclass(frozen=True, slots=True)
class ImportedProject:
    """A project made from another file, and the Chinese sentences to be said about it."""

    project: Project
    notes: tuple[str, ...]


def begin_project(forms: FormLibrary, form_id: str, year: int) -> Project:
    """A new, empty project."""
    return new_project(empty_report(forms.form(form_id), year), forms.source(form_id))


def open_project(path: Path, forms: FormLibrary) -> Project:
    """The project in the file, with its form as the program knows it now.

    Labels and relations may have been mended since the file was written, addresses stay. A form
    that is no longer shipped is taken from the file itself. ReadError or ProjectError when the
    file cannot be used.
    """
    project = read_project(path)
    form_id = project.report.form_id
    is_shipped = form_id in forms.ids()
    if is_shipped:
        project = replace(project, form_source=forms.source(form_id))
    _refuse_unfit_form(project, path, is_shipped=is_shipped)
    return project


def form_of(project: Project) -> Form:
    """The form of an opened project."""
    return read_form(project.form_source)


def _refuse_unfit_form(project: Project, path: Path, *, is_shipped: bool) -> None:
    """Let no report be shown or printed in a form that has no place for all it holds.

    The tests hold shipped forms to the lint; only one that a file brings along is put to it here.
    """
    report = project.report
    try:
        form = form_of(project)
    except FormError as error:
        raise _unfit(path, error.detail) from error
    found = () if is_shipped else problems(form)
    if found or form.id != report.form_id:
        raise _unfit(path, "; ".join(found) or f"form {form.id} for a report in {report.form_id}")
    cells = {address for table in form.tables for address in table.addresses()}
    strangers = [str(address) for address in _cells_in(report) if address not in cells]
    if strangers:
        raise _unfit(path, f"no cells in the form: {', '.join(strangers)}")


def _cells_in(report: Report) -> Iterator[CellAddress]:
    """The cells that hold something, and those that numbers of the narrative come from."""
    yield from report.values
    for chapter in report.chapters:
        for paragraph in chapter.paragraphs:
            for figure in paragraph.figures:
                yield from figure.source.cells()


def _unfit(path: Path, detail: str) -> ProjectError:
    return ProjectError(
        f"“{shown_name(path)}”中的报表格式与数据不符，为免漏印没有打开，请改用备份的副本。",
        f"{path}: {detail}",
    )


def import_project(path: Path, forms: FormLibrary, form_id: str | None = None) -> ImportedProject:
    """A project from an existing report; UserError when the file cannot be read as one."""
    from xjdesk.exchange.text.reader import read_report
    from xjdesk.exchange.text.source import MOST_BYTES

    data, name = read_file(path, MOST_BYTES), shown_name(path)
    imported = read_report(data, name, forms, form_id)
    project = new_project(imported.report, forms.source(imported.report.form_id), {name: data})
    unplaced = tuple(
        f"第{piece.line}行没有找到位置，请手工处理：{piece.text}" for piece in imported.unplaced
    )
    return ImportedProject(project, imported.remarks + unplaced)


def export_pdf(
    report: Report, form: Form, fonts: FontSet, path: Path, options: PageOptions | None = None
) -> tuple[str, ...]:
    """Write the printable PDF; returns Chinese sentences about how it had to be set."""
    from xjdesk.app.press import Press
    from xjdesk.typesetting.page_options import PageOptions

    return Press(fonts).export_pdf(report, form, options or PageOptions(), path)


def export_xlsx(report: Report, form: Form, path: Path) -> None:
    """Write the workbook."""
    from xjdesk.exchange.xlsx_writer import xlsx_bytes

    write_atomically(path, xlsx_bytes(report, form))


def print_coverage() -> CanPrint:
    """Whether a character can be printed on this computer; looks for its fonts when first asked."""
    from functools import cache

    from xjdesk.typesetting.fonts.coverage import coverage

    return coverage(cache(print_fonts))


def print_fonts() -> FontSet:
    """The fonts of this computer, and the bundled ones where it has none."""
    import os
    import sys

    from xjdesk.typesetting.fonts.font_folders import system_font_folders
    from xjdesk.typesetting.fonts.font_search import find_fonts

    folders = system_font_folders(os.environ, sys.platform)
    return find_fonts(folders, Path(str(resource("fonts"))))


def export_findings(
    report: Report, form: Form, settled: Sequence[SettledFinding], path: Path
) -> None:
    """Write the workbook that lists the findings (问题清单)."""
    from xjdesk.exchange.findings_xlsx import findings_xlsx_bytes

    write_atomically(path, findings_xlsx_bytes(report, form, settled))
