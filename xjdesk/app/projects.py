"""What commands and window do with projects: open, begin, import, check, export.

Each function takes a project or a report through the layers below; none asks the user anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xjdesk.app.folders import backup_folder
from xjdesk.core.begun_report import begun_from
from xjdesk.core.form import Form
from xjdesk.core.report import Report, empty_report
from xjdesk.resource_files import resource
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import read_file, shown_name
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.last_year_file import opened_for_reading, read_last_year
from xjdesk.storage.project import Project, new_project
from xjdesk.storage.project_store import OpenedProject, ProjectStore

if TYPE_CHECKING:
    from xjdesk.checks.characters.character_rules import CanPrint
    from xjdesk.checks.settlement import SettledFinding
    from xjdesk.exchange.text.account import ImportAccount
    from xjdesk.typesetting.fonts.font_set import FontSet
    from xjdesk.typesetting.page_options import PageOptions


@dataclass(frozen=True, slots=True)
class ImportedProject:
    """A project made from another file, and the account of what was read of it."""

    project: Project
    account: ImportAccount


def begin_project(
    forms: FormLibrary, form_id: str, year: int, last_year: Path | None = None
) -> Project:
    """A new project: an empty one, or with all that is taken over from the file of last year.

    ReadError, ProjectError or WrongYearError when that file is of no use.
    """
    form = forms.form(form_id)
    report = empty_report(form, year)
    if last_year is not None:
        found = read_last_year(project_store(forms), last_year, form, report)
        report = begun_from(found, form)
    return new_project(report, forms.source(form_id))


def project_store(forms: FormLibrary) -> ProjectStore:
    """Opens and saves projects; its backups are in the user's folder."""
    return ProjectStore(forms, BackupFolder(backup_folder()))


def open_project(path: Path, forms: FormLibrary) -> OpenedProject:
    """The project in the file, with its form as the program knows it now, to be worked with.

    ReadError or ProjectError when the file cannot be used.
    """
    return opened_for_reading(project_store(forms), path)


def import_project(path: Path, forms: FormLibrary, form_id: str | None = None) -> ImportedProject:
    """A project from an existing report; UserError when the file cannot be read as one."""
    from xjdesk.exchange.text.reader import read_report
    from xjdesk.exchange.text.source import MOST_BYTES

    data, name = read_file(path, MOST_BYTES), shown_name(path)
    imported = read_report(data, name, forms, form_id)
    project = new_project(imported.report, forms.source(imported.report.form_id), {name: data})
    return ImportedProject(project, imported.account)


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
