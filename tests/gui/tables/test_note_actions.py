"""Notes about rows: asked for by key and menu, marked in the grid, never part of the numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from tests.gui.conftest import FakeDialogs
from tests.gui.tables.conftest import OpenPage
from xjdesk.core.address import NoteAddress, ParagraphAddress
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.page import TablePage

_TEXT = "年底台账。\n张三提供。"


@pytest.fixture
def page(open_page: OpenPage, wide: Document) -> TablePage:
    """The table of requests, at its first number."""
    page = open_page("requests")
    page.view.select(page.model.index(*page.model.grid.fillable[0]))
    return page


def _note(page: TablePage) -> NoteAddress:
    cell = page.model.grid.address(*page.model.grid.fillable[0])
    assert cell is not None
    return NoteAddress(cell.table, cell.row)


def _write(window: MainWindow, dialogs: FakeDialogs, text: str | None) -> None:
    dialogs.note = text
    window.ui.actionRowNote.trigger()


def test_a_note_is_put_into_the_report_and_taken_back_in_one_step(
    page: TablePage, wide_window: MainWindow, wide: Document, dialogs: FakeDialogs
) -> None:
    _write(wide_window, dialogs, _TEXT)
    assert wide.report.note(_note(page)) == _TEXT
    wide_window.ui.actionUndo.trigger()
    assert wide.report.notes == {}
    assert not wide.is_modified


def test_the_question_names_the_row_and_shows_what_is_noted(
    page: TablePage, wide_window: MainWindow, dialogs: FakeDialogs
) -> None:
    _write(wide_window, dialogs, _TEXT)
    _write(wide_window, dialogs, None)
    first, second = dialogs.note_questions
    assert first.row == second.row
    assert first.row.startswith(page.accessibleName())
    assert (first.text, second.text) == ("", _TEXT)


def test_going_back_changes_nothing_and_an_empty_note_is_none(
    page: TablePage, wide_window: MainWindow, wide: Document, dialogs: FakeDialogs
) -> None:
    _write(wide_window, dialogs, None)
    assert not wide.is_modified
    _write(wide_window, dialogs, _TEXT)
    _write(wide_window, dialogs, "")
    assert wide.report.notes == {}


def test_the_row_says_so_to_the_mouse_and_to_a_screen_reader(
    page: TablePage, wide_window: MainWindow, dialogs: FakeDialogs
) -> None:
    row, column = page.model.grid.fillable[0]
    _write(wide_window, dialogs, "年底台账")
    mark = page.model.index(row, page.model.grid.mark_column)
    assert "备注：年底台账" in mark.data(Qt.ItemDataRole.AccessibleTextRole)
    for at in (page.model.index(row, column), page.model.index(row, 0)):
        assert "备注：年底台账" in at.data(Qt.ItemDataRole.ToolTipRole)


def test_a_corner_marks_the_row(
    page: TablePage, wide_window: MainWindow, dialogs: FakeDialogs
) -> None:
    row = page.model.grid.fillable[0][0]
    mark = page.view.visualRect(page.model.index(row, page.model.grid.mark_column))

    def corner() -> QColor:
        image: QImage = page.view.viewport().grab(mark).toImage()
        return image.pixelColor(image.width() - 2, 1)

    before = corner()
    _write(wide_window, dialogs, _TEXT)
    assert before != corner() == page.model.note_colour


def test_no_finding_comes_or_goes_with_a_note(
    page: TablePage, wide_window: MainWindow, wide: Document, dialogs: FakeDialogs
) -> None:
    before = wide.index.findings
    _write(wide_window, dialogs, "收到申请9999件")
    assert wide.index.findings == before


def test_undone_elsewhere_it_leads_back_to_its_table(
    page: TablePage, wide_window: MainWindow, dialogs: FakeDialogs
) -> None:
    workspace = wide_window.workspace
    assert workspace is not None
    table = workspace.currentIndex()
    _write(wide_window, dialogs, _TEXT)
    wide_window.show_place(SIGNER)
    assert workspace.currentIndex() != table
    wide_window.ui.actionUndo.trigger()
    assert workspace.currentIndex() == table


def test_only_rows_of_tables_get_notes(wide_window: MainWindow, wide: Document) -> None:
    action = wide_window.ui.actionRowNote
    wide_window.show_first_table()
    assert action.isEnabled()
    wide_window.show_place(ParagraphAddress(wide.report.chapters[0].id, 0))
    assert not action.isEnabled()


def test_where_there_is_only_reading_nothing_is_noted(
    page: TablePage, wide_window: MainWindow, wide: Document, dialogs: FakeDialogs
) -> None:
    wide.access = Access(reason="只读", can_edit=False)
    wide_window.notes.ask()
    assert dialogs.note_questions == []


def test_without_a_document_there_is_no_row(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionRowNote.isEnabled()
