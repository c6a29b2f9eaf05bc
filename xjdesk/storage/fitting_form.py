"""Whether a project's form has a place for all that its report holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.form_reader import read_form
from xjdesk.core.report import Report
from xjdesk.core.toml_section import FormError
from xjdesk.storage.embedded_form import read_embedded_form
from xjdesk.storage.project import Project
from xjdesk.storage.project_errors import UnfitFormError


def fitting_form(project: Project, path: Path, *, is_shipped: bool) -> Form:
    """The form of the project; UnfitFormError, which names `path`, rather than one that omits.

    The tests hold shipped forms to the lint; one that a file brings along is put to it here.
    """
    report = project.report
    read = read_form if is_shipped else read_embedded_form
    try:
        form = read(project.form_source)
    except FormError as error:
        raise UnfitFormError(path, error.detail) from error
    if form.id != report.form_id:
        raise UnfitFormError(path, f"form {form.id} for a report in {report.form_id}")
    cells = {address for table in form.tables for address in table.addresses()}
    strangers = [str(address) for address in _cells_in(report) if address not in cells]
    if strangers:
        raise UnfitFormError(path, f"no cells in the form: {', '.join(strangers)}")
    return form


def _cells_in(report: Report) -> Iterator[CellAddress]:
    """The cells that hold something, and those that numbers of the narrative come from."""
    yield from report.values
    for chapter in report.chapters:
        for paragraph in chapter.paragraphs:
            for figure in paragraph.figures:
                yield from figure.source.cells()
