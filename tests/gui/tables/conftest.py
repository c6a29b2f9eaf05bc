"""Documents and windows of the form of 2021, whose tables have panels and several columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.page import TablePage
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import new_project

OpenPage = Callable[[str], TablePage]


@pytest.fixture(scope="session")
def wide_form(library: FormLibrary) -> Form:
    """The form of 2021."""
    return library.form("zfxxgk-2021")


@pytest.fixture(scope="session")
def clean(wide_form: Form) -> Report:
    """A report in which every number is right."""
    return clean_report(HUAIAN_2024, wide_form)


@pytest.fixture
def wide(
    clean: Report, wide_form: Form, library: FormLibrary, qapp: QApplication
) -> Iterator[Document]:
    """The clean report, open."""
    opened = Document(new_project(clean, library.source(wide_form.id)), wide_form, None)
    yield opened
    if isValid(opened):
        opened.close()


@pytest.fixture
def wide_window(empty_window: MainWindow, wide: Document) -> MainWindow:
    """The window on the clean report, as large as a small screen has room for."""
    empty_window.resize(1100, 760)
    empty_window.show_document(wide)
    return empty_window


@pytest.fixture
def open_page(wide_window: MainWindow, wide: Document, qtbot: QtBot) -> OpenPage:
    """Opens the tab of a table; it is laid out when it comes back."""

    def open_page(table_id: str) -> TablePage:
        workspace = wide_window.workspace
        assert workspace is not None
        first = next(c for c in wide.form.indicator_cells() if c.table == table_id)
        workspace.show_place(first)
        page = workspace.page(workspace.currentIndex())
        assert isinstance(page, TablePage)
        qtbot.waitUntil(lambda: page.isVisible() and not page.view.is_measuring)
        return page

    return open_page


def with_values(report: Report, values: dict[CellAddress, Entry | None]) -> Report:
    """The report with other numbers in some cells; None for blank."""
    merged = {**report.values, **values}
    return replace(report, values={c: v for c, v in merged.items() if v is not None})
