"""Title, status bar, actions, and how the window goes."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.gui.document import Document
from xjdesk.gui.fonts_dialog import FontsDialog
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.open_file import OpenFile
from xjdesk.gui.services import Services
from xjdesk.gui.status_counts import StatusCounts
from xjdesk.gui.tables.page import TablePage
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import write_project
from xjdesk.typesetting.fonts.font_set import FontSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


def test_without_a_document_only_new_and_open_can_be_done(empty_window: MainWindow) -> None:
    ui = empty_window.ui
    assert empty_window.windowTitle() == "西吉填报"
    assert ui.actionNew.isEnabled()
    assert ui.actionOpen.isEnabled()
    for action in (ui.actionSave, ui.actionSaveAs, ui.actionPrint, ui.actionExportPdf):
        assert not action.isEnabled()
    assert not ui.findingsDock.isVisible()


def test_the_title_shows_file_and_modified_state(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    assert window.windowTitle() == "未保存的2016年度报告[*] - 西吉填报"
    assert not window.isWindowModified()
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert window.isWindowModified()
    document.mark_saved(OpenFile(tmp_path / "西吉2016.xjd"))
    assert window.windowTitle() == "西吉2016.xjd[*] - 西吉填报"
    assert not window.isWindowModified()
    document.stack.undo()
    assert window.isWindowModified()


def test_the_status_bar_counts_findings(window: MainWindow, document: Document) -> None:
    counts = window.findChild(StatusCounts)
    assert isinstance(counts, StatusCounts)
    before = document.index.counts()
    others = f"强制 {before.errors}，核实 {{}}，提示 {before.hints}"
    assert counts.accessibleName() == others.format(before.queries)
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert counts.accessibleName() == others.format(before.queries - 1)


def test_the_undo_entry_names_the_step(window: MainWindow, document: Document) -> None:
    document.submit("填写“签发人”", [Change(SIGNER, "", "马志宏")])
    assert window.ui.actionUndo.text() == "撤销填写“签发人”(&U)"
    assert window.ui.actionUndo.iconText() == "撤销"
    document.undo()
    assert window.ui.actionRedo.text() == "恢复填写“签发人”(&R)"


def test_copy_and_paste_of_the_menu_go_to_the_control_in_focus(
    window: MainWindow, document: Document
) -> None:
    window.show_place(SIGNER)
    signer = QApplication.focusWidget()
    assert isinstance(signer, QLineEdit)
    QGuiApplication.clipboard().setText("马志宏")
    window.ui.actionPaste.trigger()
    assert document.report.field(SIGNER) == "马志宏"
    signer.selectAll()
    window.ui.actionCut.trigger()
    assert document.report.field(SIGNER) == ""
    assert QGuiApplication.clipboard().text() == "马志宏"


def test_substituted_print_fonts_are_told(
    services: Services, dialogs: FakeDialogs, fonts: FontSet, qtbot: QtBot
) -> None:
    told = FontSet(fonts.files, ("没有找到仿宋，正文用自带的仿宋体打印。",))
    window = MainWindow(replace(services, fonts=lambda: told), dialogs)
    window.show()
    button = window.findChild(QToolButton, "print-fonts")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(button.isVisible)
    assert "仿宋" in button.toolTip()
    button.click()
    dialog = window.findChild(FontsDialog)
    assert isinstance(dialog, FontsDialog)
    assert not dialog.isModal()
    # Without a document all faces are told of.
    assert dialog.table.rowCount() == len(fonts.files)
    dialog.close()
    window.close()
    window.deleteLater()


def test_the_fonts_told_of_are_those_of_the_document(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QToolButton, "print-fonts")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(button.isVisible)
    button.click()
    dialog = window.findChild(FontsDialog)
    assert isinstance(dialog, FontsDialog)
    told = [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]
    assert any(text.startswith("仿宋体") for text in told)
    dialog.close()


def test_missing_print_fonts_do_not_stop_the_window(
    services: Services, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    def no_fonts() -> FontSet:
        raise UserError("缺少仿宋体字体，无法排版，请重新安装本程序。")

    window = MainWindow(replace(services, fonts=no_fonts), dialogs)
    window.show()
    button = window.findChild(QToolButton, "print-fonts")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(button.isVisible)
    assert button.toolTip().startswith("缺少仿宋体")
    button.click()
    assert [error.sentence[:5] for error in dialogs.errors] == ["缺少仿宋体"]
    window.close()
    window.deleteLater()


def test_a_dropped_file_is_opened(
    empty_window: MainWindow, project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.xjd"
    write_project(path, project)
    _drop(empty_window, path)
    assert empty_window.document is not None
    assert empty_window.document.path == path


def test_of_several_files_the_first_is_opened_and_the_others_are_told(
    empty_window: MainWindow, project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "a.xjd"
    write_project(path, project)
    _drop(empty_window, path, tmp_path / "b.xjd", tmp_path / "c.xjd")
    assert empty_window.document is not None
    assert empty_window.document.path == path
    assert "另外2个文件没有打开" in empty_window.ui.statusBar.currentMessage()


def _drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_help_is_shown_once_and_goes_with_the_window(empty_window: MainWindow) -> None:
    empty_window.ui.actionHelp.trigger()
    empty_window.ui.actionHelp.trigger()
    shown = [w for w in QApplication.topLevelWidgets() if w.objectName() == "help"]
    assert len(shown) == 1
    assert shown[0].isVisible()
    empty_window.close()
    assert not shown[0].isVisible()


def test_about_names_the_version(empty_window: MainWindow, dialogs: FakeDialogs) -> None:
    empty_window.ui.actionAbout.trigger()
    assert dialogs.notes[0].startswith("西吉填报 ")


def test_the_shape_of_the_window_is_remembered(
    services: Services, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    first = MainWindow(services, dialogs)
    first.resize(701, 503)
    first.show()
    first.close()
    second = MainWindow(services, dialogs)
    assert (second.width(), second.height()) == (701, 503)
    for window in (first, second):
        window.deleteLater()


def test_everything_goes_with_the_window(
    services: Services, dialogs: FakeDialogs, project: Project, qtbot: QtBot
) -> None:
    window = MainWindow(services, dialogs)
    window.show()
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    gone = [
        weakref.ref(thing)
        for thing in (window, window.workspace, window.findings_panel, window.document)
    ]
    assert window.document is not None
    window.document.submit("填写", [Change(SIGNER, "", "马志宏")])
    window.document.stack.undo()
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [ref() for ref in gone] == [None] * len(gone)


def test_nothing_is_counted_before_the_checks(
    empty_window: MainWindow, project: Project, form: Form, qtbot: QtBot
) -> None:
    counts = empty_window.findChild(StatusCounts)
    assert isinstance(counts, StatusCounts)
    document = Document(project, form, None, data=None)
    empty_window.hide()
    empty_window.show_document(document)
    assert counts.isHidden()
    empty_window.show()
    qtbot.waitUntil(lambda: document.check_data is not None)
    assert not counts.isHidden()


def test_at_twice_the_usual_size_it_can_be_as_small_as_an_office_screen(
    window: MainWindow,
) -> None:
    width_px, height_px, scale = 1366, 768, 2
    smallest = window.minimumSizeHint()
    assert smallest.width() <= width_px // scale
    assert smallest.height() <= height_px // scale


def test_undo_shows_and_says_what_it_took_back(window: MainWindow, document: Document) -> None:
    workspace = window.workspace
    assert workspace is not None
    fields, preface = 0, 1
    document.submit("填写“签发人”", [Change(SIGNER, "", "马志宏")])
    workspace.setCurrentIndex(preface)
    window.ui.actionUndo.trigger()
    assert workspace.currentIndex() == fields
    assert window.ui.statusBar.currentMessage() == "已撤销：填写“签发人”"
    workspace.setCurrentIndex(preface)
    window.ui.actionRedo.trigger()
    assert workspace.currentIndex() == fields
    assert document.report.field(SIGNER) == "马志宏"


def test_undo_shows_the_cell_that_it_took_back(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    trainees = CellAddress("statistics", "trainees", "count")
    workspace = window.workspace
    assert workspace is not None
    workspace.show_first_table()
    page = workspace.page(workspace.currentIndex())
    assert isinstance(page, TablePage)
    page.view.select(page.model.index(0, 0))
    document.submit("填写", [Change(trainees, Decimal(300), Decimal(301))])
    window.ui.actionUndo.trigger()
    changed = page.model.index_of(trainees)
    assert page.view.currentIndex() == changed
    qtbot.waitUntil(lambda: page.view.viewport().rect().contains(page.view.visualRect(changed)))


def test_undo_of_many_cells_shows_the_first(window: MainWindow, document: Document) -> None:
    cells = [CellAddress("statistics", row, "count") for row in ("courses", "trainees")]
    workspace = window.workspace
    assert workspace is not None
    changes = [Change(cell, document.report.value(cell), Decimal(7)) for cell in cells]
    document.submit("填写", changes)
    window.ui.actionUndo.trigger()
    here = workspace.here()
    assert here is not None
    assert here.place == cells[0]


def test_undo_leaves_the_cells_selected_that_were_pasted(
    window: MainWindow, document: Document
) -> None:
    first, second = (CellAddress("statistics", row, "count") for row in ("trainees", "courses"))
    workspace = window.workspace
    assert workspace is not None
    workspace.show_place(first)
    page = workspace.page(workspace.currentIndex())
    assert isinstance(page, TablePage)
    page.view.selectAll()
    changes = [Change(a, document.report.value(a), Decimal(7)) for a in (first, second)]
    document.submit("粘贴", changes)
    window.ui.actionUndo.trigger()
    selected = page.view.selectionModel()
    assert all(selected.isSelected(page.model.index_of(address)) for address in (first, second))


def test_a_window_shown_for_the_first_time_fits_the_screen(empty_window: MainWindow) -> None:
    room = empty_window.screen().availableGeometry()
    assert empty_window.width() <= room.width()
    assert empty_window.height() <= room.height()


def test_numbers_typed_after_a_click_on_the_tab_of_the_table_are_not_lost(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table = next(n for n in range(workspace.count()) if workspace.page_title(n) == "统计表")
    bar = workspace.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(table).center())
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_7)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    first = CellAddress("statistics", "disclosed", "count")
    assert document.report.value(first) == 7


def test_documents_opened_one_after_the_other_leave_no_widgets_behind(
    empty_window: MainWindow, project: Project, form: Form
) -> None:
    counts: list[int] = []
    for _ in range(4):
        empty_window.show_document(Document(project, form, None))
        workspace, panel = empty_window.workspace, empty_window.findings_panel
        assert workspace is not None
        assert panel is not None
        for number in range(workspace.count()):
            workspace.setCurrentIndex(number)
        panel.show_next()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        counts.append(len(QApplication.allWidgets()))
    # What Qt itself makes but once is there after the first.
    assert counts[1:] == [counts[1]] * 3
