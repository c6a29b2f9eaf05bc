"""Last year's report, read from its project file to be looked at beside this year's.

The file is only read: it is neither locked nor noted among the documents that were open.
"""

from __future__ import annotations

from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear, last_year_of
from xjdesk.core.report import Report
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.project_errors import NewerProjectError
from xjdesk.storage.project_store import OpenedProject, ProjectStore


class WrongYearError(UserError):
    """A file that holds a report on another year than is asked for."""

    def __init__(self, path: Path, found: int, asked: int) -> None:
        super().__init__(
            f"“{shown_name(path)}”是{found}年度的，这里需要{asked}年度的，请换一个文件。", str(path)
        )


def read_last_year(store: ProjectStore, path: Path, form: Form, report: Report) -> LastYear:
    """The report in the file as last year's of `report`, which is made in `form`.

    ReadError or ProjectError when the file cannot be used, WrongYearError when it holds another
    year.
    """
    opened = opened_for_reading(store, path)
    before = opened.project.report
    if before.year != report.year - 1:
        raise WrongYearError(path, before.year, report.year - 1)
    return last_year_of(form, opened.form, before)


def opened_for_reading(store: ProjectStore, path: Path) -> OpenedProject:
    """The project in the file; NewerProjectError for one that holds what is not known here."""
    opened = store.look(path)
    if opened.is_newer:
        raise NewerProjectError(path, "not for looking at only")
    return opened
