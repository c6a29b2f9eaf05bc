"""What commands and window do with projects: open, begin, import, check, export.

Each function takes a project or a report through the layers below; none asks the user anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xjdesk.core import document_fields as fields
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.form_reader import read_form
from xjdesk.core.report import Report, empty_report
from xjdesk.resource_files import resource
from xjdesk.storage.atomic_file import write_atomically
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project_file import Project, new_project
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.pages import PageSet


@dataclass(frozen=True, slots=True)
class ImportedProject:
    """A project made from another file, and the Chinese sentences to be said about it."""

    project: Project
    notes: tuple[str, ...]


def begin_project(forms: FormLibrary, form_id: str, year: int) -> Project:
    """A new, empty project."""
    return new_project(empty_report(forms.form(form_id), year), forms.source(form_id))


def form_of(project: Project) -> Form:
    """The form a project was written in, read from the project itself."""
    return read_form(project.form_source)


def import_project(path: Path, forms: FormLibrary, form_id: str | None = None) -> ImportedProject:
    """A project from an existing report; UserError when the file cannot be read as one."""
    from xjdesk.exchange.text.reader import read_report

    data = _read(path)
    imported = read_report(data, path.name, forms, form_id)
    project = new_project(imported.report, forms.source(imported.report.form_id), {path.name: data})
    unplaced = tuple(
        f"第{piece.line}行没有找到位置，请手工处理：{piece.text}" for piece in imported.unplaced
    )
    return ImportedProject(project, imported.remarks + unplaced)


def export_pdf(report: Report, form: Form, fonts: FontSet, path: Path) -> tuple[str, ...]:
    """Write the printable PDF; returns what is to be said about fonts and lacking characters."""
    from xjdesk.exchange.pdf_painter import PdfInfo, pdf_bytes
    from xjdesk.typesetting.document import typeset

    pages = typeset(report, form, fonts)
    title = "".join(report.field(fields.TITLE).split())
    info = PdfInfo(title=title, author=report.field(fields.ISSUER), subject=form.name)
    write_atomically(path, pdf_bytes(pages, fonts, info))
    return fonts.notices + _missing_notices(pages)


def _missing_notices(pages: PageSet) -> tuple[str, ...]:
    """What is to be said about characters that no font has."""
    characters = dict.fromkeys(missing.character for missing in pages.missing)
    if not characters:
        return ()
    return (f"没有字体能显示“{'、'.join(characters)}”，已印成“〓”，请改用其他字或手工填写。",)


def export_xlsx(report: Report, form: Form, path: Path) -> None:
    """Write the workbook."""
    from xjdesk.exchange.xlsx_writer import xlsx_bytes

    write_atomically(path, xlsx_bytes(report, form))


def print_fonts() -> FontSet:
    """The fonts of this computer, and the bundled ones where it has none."""
    import os

    from xjdesk.typesetting.font_search import find_fonts, system_font_folders

    return find_fonts(system_font_folders(os.environ), Path(str(resource("fonts"))))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        sentence = f"找不到文件“{path.name}”，请确认它没有被移动、改名或删除。"
        raise UserError(sentence, str(path)) from error
    except OSError as error:
        sentence = f"文件“{path.name}”无法读取，请确认选的是文件、没有被其他程序占用。"
        raise UserError(sentence, f"{path}: {error}") from error
