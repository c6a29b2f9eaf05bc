"""A document that is only read: nothing can be changed in any tab, all can be read and copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.meddling import cells, controls, meddle, shown
from xjdesk.core.address import CellAddress, HeadingAddress, ParagraphAddress, YearAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import DIRECTION, ISSUER, TITLE
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.report import empty_report
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.document_area import DocumentArea
from xjdesk.gui.icons import Icons
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.page import Page
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.view import TableView
from xjdesk.gui.workspace import Workspace
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import Project, new_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

REASON = "只读打开：李四（OFFICE-2）正在编辑这份报告；要修改，请等对方关闭后重新打开。"
READ_ONLY = Access(can_edit=False, reason=REASON)
NEWER = Access(can_edit=False, can_hand_on=False, reason="这个文件由更新版本的程序保存，只能查看。")
RECEIVED = CellAddress("statistics", "received", "count")
_EDITORS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Watched(Document):
    """Notes every attempt to change it, so that the backstop hides none."""

    def __init__(self, project: Project, form: Form, access: Access) -> None:
        super().__init__(project, form, None, access=access)
        self.attempts: list[str] = []

    def submit(
        self, text: str, changes: Sequence[Change], merge_key: Hashable | None = None
    ) -> bool:
        if any(change.is_real for change in changes):
            self.attempts.append(text)
        return super().submit(text, changes, merge_key)


Show = Callable[[Project, Form, Access], Watched]


@pytest.fixture
def show(empty_window: MainWindow, qtbot: QtBot) -> Show:
    """Shows a project in the window."""

    def show(project: Project, form: Form, access: Access) -> Watched:
        document = Watched(project, form, access)
        empty_window.show_document(document)
        empty_window.activateWindow()
        qtbot.waitUntil(empty_window.isActiveWindow)
        return document

    return show


@pytest.fixture
def document(show: Show, project: Project, form: Form) -> Watched:
    """The founding document, which somebody else is editing."""
    return show(project, form, READ_ONLY)


@pytest.fixture
def window(empty_window: MainWindow, document: Watched) -> MainWindow:
    """The window on it."""
    return empty_window


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    """Its tabs."""
    assert window.workspace is not None
    return window.workspace


def _opened_pages(workspace: Workspace) -> Iterator[Page]:
    for number in range(workspace.count()):
        workspace.setCurrentIndex(number)
        yield workspace.page(number)


def _opened(workspace: Workspace, place: CellAddress | ParagraphAddress) -> Page:
    workspace.show_place(place)
    return workspace.page(workspace.currentIndex())


@pytest.mark.parametrize("form_id", ["the founding document", "zfxxgk-2014", "zfxxgk-2019"])
def test_no_control_of_any_tab_changes_anything(
    empty_window: MainWindow,
    show: Show,
    project: Project,
    library: FormLibrary,
    form_id: str,
) -> None:
    if form_id in library.ids():
        form = library.form(form_id)
        project = new_project(empty_report(form, form.first_year + 1), library.source(form_id))
    form = library.form(project.report.form_id)
    document = show(project, form, READ_ONLY)
    report = document.report
    assert empty_window.workspace is not None
    for page in _opened_pages(empty_window.workspace):
        before = shown(page)
        for control in controls(page):
            meddle(control)
            assert document.attempts == [], control
            assert shown(page) == before, control
    assert document.report is report
    assert not document.is_modified


def test_the_same_meddling_changes_every_editor_where_it_may(
    empty_window: MainWindow, show: Show, project: Project, form: Form
) -> None:
    document = show(project, form, Access())
    assert empty_window.workspace is not None
    for page in _opened_pages(empty_window.workspace):
        for control in controls(page):
            if isinstance(control, _EDITORS) or _has_editable_cells(control):
                before = len(document.attempts)
                meddle(control)
                assert len(document.attempts) > before, control


def _has_editable_cells(control: QWidget) -> bool:
    if not isinstance(control, QAbstractItemView):
        return False
    return any(cell.flags() & Qt.ItemFlag.ItemIsEditable for cell in cells(control))


def test_every_editor_looks_and_says_read_only(workspace: Workspace, window: MainWindow) -> None:
    written_on = window.palette().color(QPalette.ColorRole.Base)
    for page in _opened_pages(workspace):
        for control in page.findChildren(QWidget):
            assert not isinstance(control, QComboBox), control
            if isinstance(control, _EDITORS):
                assert control.isReadOnly(), control
                assert control.placeholderText() == "", control
            if isinstance(control, (*_EDITORS, TableView)):
                assert not control.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), control
            assert not _has_editable_cells(control), control
            if isinstance(control, (*_EDITORS, QAbstractItemView)):
                assert control.palette().color(QPalette.ColorRole.Base) != written_on, control


def test_words_of_every_text_control_are_marked_and_copied_by_keys(workspace: Workspace) -> None:
    for page in _opened_pages(workspace):
        for control in controls(page):
            if not isinstance(control, _EDITORS):
                continue
            text = control.text() if isinstance(control, QLineEdit) else control.toPlainText()
            if not text:
                continue
            QGuiApplication.clipboard().setText("")
            control.setFocus()
            for key, modifier in (
                (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier),
                (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
                (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
            ):
                QTest.keyClick(control, key, modifier)
            assert QGuiApplication.clipboard().text() == text[0], control


def test_cells_are_walked_through_and_copied(workspace: Workspace, document: Watched) -> None:
    page = _opened(workspace, RECEIVED)
    assert isinstance(page, TablePage)
    at = page.view.currentIndex()
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == str(document.report.value(RECEIVED))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.view.currentIndex().row() > at.row()
    assert page.model.grid.takes_number(page.view.currentIndex().row(), 2)


def test_cutting_in_the_grid_leaves_the_clipboard_alone(workspace: Workspace) -> None:
    page = _opened(workspace, RECEIVED)
    QGuiApplication.clipboard().setText("甲")
    assert isinstance(page, TablePage)
    QTest.keyClick(page.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "甲"


def test_pasting_into_the_grid_tells_of_nothing_pasted(workspace: Workspace) -> None:
    page = _opened(workspace, RECEIVED)
    assert isinstance(page, TablePage)
    told: list[object] = []
    page.told.connect(told.append)
    QGuiApplication.clipboard().setText("9")
    page.view.paste()
    assert told == []


def test_findings_lead_to_every_kind_of_place(window: MainWindow, workspace: Workspace) -> None:
    for place, control in (
        (RECEIVED, "grid-statistics"),
        (ParagraphAddress("overview", 0), "chapter-overview"),
        (HeadingAddress("overview"), "heading-overview"),
        (ISSUER, "field-letterhead-issuer"),
        (TITLE, "field-letterhead-title"),
        (DIRECTION, "field-letterhead-direction"),
        (YearAddress(), "report-year"),
    ):
        window.show_place(place)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == control


def test_a_choice_and_the_year_are_shown_as_what_was_chosen(
    workspace: Workspace,
) -> None:
    assert [
        line.text()
        for name in ("report-year", "field-letterhead-direction", "field-checks-blanks")
        if (line := workspace.findChild(QLineEdit, name)) is not None
    ] == ["2016年", "上行文", "（未选，按填0）"]


def test_the_edit_menu_copies_but_neither_cuts_nor_pastes_nor_takes_back(
    window: MainWindow, workspace: Workspace
) -> None:
    ui = window.ui
    for action in (ui.actionCut, ui.actionPaste, ui.actionUndo, ui.actionRedo):
        assert not action.isEnabled()
    assert ui.actionCopy.isEnabled()
    line = workspace.findChild(QLineEdit, "field-letterhead-issuer")
    assert line is not None
    line.setFocus()
    line.selectAll()
    QGuiApplication.clipboard().setText("甲")
    # Qt pastes into a line that is only read when it is asked by its name.
    window._edits.paste()
    window._edits.cut()
    assert line.text() == "西吉县人民政府"
    assert QGuiApplication.clipboard().text() == "甲"


def test_after_another_document_the_edit_menu_cuts_and_pastes_again(
    window: MainWindow, show: Show, project: Project, form: Form
) -> None:
    show(project, form, Access())
    assert window.ui.actionCut.isEnabled()
    assert window.ui.actionPaste.isEnabled()
    assert window.ui.actionFillBlanks.isEnabled()


def test_what_edits_is_switched_off_in_the_menu_and_what_looks_is_not(window: MainWindow) -> None:
    ui = window.ui
    for action in (ui.actionFillBlanks, ui.actionInsertFigure, ui.actionReleaseFigure):
        assert not action.isEnabled()
    for action in (
        ui.actionNextFinding,
        ui.actionNextBlank,
        ui.actionNumbers,
        ui.actionWordList,
        ui.actionExportFindings,
        ui.actionExportPdf,
        ui.actionPrint,
        ui.actionPrintPreview,
    ):
        assert action.isEnabled()


def test_deeds_reached_past_the_menu_tell_why_not(
    window: MainWindow, document: Watched, dialogs: FakeDialogs
) -> None:
    dialogs.figure = FigureSource(FigureKind.VALUE, (RECEIVED,))
    window.show_place(ParagraphAddress("requests", 0))
    for deed in (
        window.blanks.fill_with_zeros,
        window.review.figures.bind,
        window.review.figures.release,
    ):
        window.tell("")
        deed()
        assert window.ui.statusBar.currentMessage() == REASON
    assert document.attempts == []
    assert dialogs.figure_questions == []


def test_no_button_of_the_findings_changes_the_report(
    window: MainWindow, document: Watched
) -> None:
    panel = window.findings_panel
    assert panel is not None
    pressed = 0
    for number in range(len(list(panel.model.rows()))):
        panel.view.setCurrentIndex(panel.model.index_of_row(number))
        for button in panel.detail.findChildren(QPushButton):
            if button.isVisible() and button.isEnabled():
                button.click()
                pressed += 1
        assert panel.detail.editor.isHidden()
    # What leads somewhere still does.
    assert pressed
    assert document.attempts == []


def test_nothing_is_pasted_into_text_by_name(workspace: Workspace, document: Watched) -> None:
    QGuiApplication.clipboard().setText("甲")
    for page in _opened_pages(workspace):
        before = shown(page)
        for control in page.findChildren(QWidget):
            if isinstance(control, QTextEdit | QPlainTextEdit):
                control.paste()
        assert shown(page) == before
    assert document.attempts == []


def test_meddling_with_the_findings_changes_no_report(
    window: MainWindow, document: Watched
) -> None:
    for control in controls(window.ui.findingsDock):
        meddle(control)
    assert document.attempts == []


def test_the_strip_above_the_tabs_says_why(window: MainWindow, workspace: Workspace) -> None:
    area = window.ui.centre.currentWidget()
    assert isinstance(area, DocumentArea)
    assert area.banner is not None
    assert area.banner.reason == area.banner.accessibleName() == REASON
    assert area.banner.isVisible()
    assert area.banner.geometry().bottom() < workspace.geometry().top()


def test_the_title_says_read_only(window: MainWindow) -> None:
    assert "只读" in window.windowTitle()


def test_a_document_that_is_edited_has_no_strip(
    empty_window: MainWindow, show: Show, project: Project, form: Form
) -> None:
    show(project, form, Access())
    area = empty_window.ui.centre.currentWidget()
    assert isinstance(area, DocumentArea)
    assert area.banner is None
    assert "只读" not in empty_window.windowTitle()


@pytest.mark.parametrize("deed", ["export_pdf", "export_xlsx", "export_findings", "print"])
def test_what_a_newer_program_wrote_does_not_leave_this_one(
    empty_window: MainWindow,
    show: Show,
    project: Project,
    form: Form,
    dialogs: FakeDialogs,
    tmp_path: Path,
    deed: str,
) -> None:
    show(project, form, NEWER)
    ui = empty_window.ui
    for action in (
        ui.actionSaveAs,
        ui.actionExportPdf,
        ui.actionExportXlsx,
        ui.actionExportFindings,
        ui.actionPrint,
    ):
        assert not action.isEnabled(), action.text()
    assert ui.actionPrintPreview.isEnabled()
    dialogs.to_save = tmp_path / "out"
    getattr(empty_window.exports, deed)()
    assert [error.sentence for error in dialogs.errors] == [NEWER.reason]
    assert not dialogs.to_save.exists()
    assert dialogs.asked == []


def test_the_ground_of_editors_follows_the_palette(
    project: Project, form: Form, window: MainWindow
) -> None:
    document = Document(project, form, None, access=READ_ONLY)
    workspace = Workspace(document, window._look)
    area = DocumentArea(workspace, document.access, Icons(resource))
    dark = QPalette(Qt.GlobalColor.black)
    area.setPalette(dark)
    line = workspace.findChild(QLineEdit, "field-letterhead-issuer")
    assert line is not None
    around = dark.color(QPalette.ColorRole.Window)
    assert line.palette().color(QPalette.ColorRole.Base) == around
    area.deleteLater()
    document.close()
