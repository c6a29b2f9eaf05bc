"""The bars of the preview, and what is said under its pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.page_view_zoom import Fit
from xjdesk.gui.preview.panel import PreviewPanel
from xjdesk.gui.preview.settings import PreviewSettings
from xjdesk.gui.services import Services
from xjdesk.storage.project import Project
from xjdesk.typesetting.page_options import Letterhead, PageOptions


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> PreviewPanel:
    """The panel on the founding document, its pages set."""
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.page_count > 0)
    return panel


def test_pages_are_turned_and_counted(panel: PreviewPanel) -> None:
    bar, count = panel.page_bar, panel.view.page_count
    assert bar.number.text() == f"第 1/{count} 页"
    assert not bar.previous.isEnabled()
    bar.next.trigger()
    assert bar.number.text() == f"第 2/{count} 页"
    bar.previous.trigger()
    assert bar.number.text() == f"第 1/{count} 页"
    panel.view.turn_to(count)
    assert not bar.next.isEnabled()
    panel.view.show_message("没有页面。")
    assert bar.number.text() == ""
    assert not bar.next.isEnabled()
    assert not bar.previous.isEnabled()


def test_a_size_is_chosen_from_the_list(panel: PreviewPanel) -> None:
    bar = panel.page_bar
    assert bar.zoom.currentText() == "适合宽度"
    for text, zoom in (("整页", Fit.PAGE), ("150%", 150)):
        bar.zoom.setCurrentText(text)
        bar.zoom.activated.emit(bar.zoom.currentIndex())
        assert panel.view.zoom == zoom
    bar.larger.trigger()
    assert bar.zoom.currentText() == "200%"
    bar.smaller.trigger()
    assert bar.zoom.currentText() == "150%"
    panel.view.set_zoom(400)
    assert not bar.larger.isEnabled()
    assert bar.smaller.isEnabled()


def test_ctrl_plus_and_minus_zoom_the_pages_while_they_have_the_focus(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.view.set_zoom(100)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.zoom == 125
    qtbot.keyClick(panel.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.zoom == 100
    window.show_place(SIGNER)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert panel.view.zoom == 100
    assert window.zooming.percent == 110


def test_the_kind_of_document_is_chosen_for_preview_and_print_alike(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    bar = panel.setup_bar
    with qtbot.waitSignal(panel.refresh.typeset) as typeset:
        bar.letterhead.setCurrentText("网站发布样式（不带版头）")
        bar.letterhead.activated.emit(bar.letterhead.currentIndex())
    assert typeset.args is not None
    assert typeset.args[0].seal is None
    bar.sides.setCurrentText("单面")
    bar.sides.activated.emit(bar.sides.currentIndex())
    chosen = PageOptions(double_sided=False, letterhead=Letterhead.NONE)
    assert window.page_setup.options == chosen
    # What the print dialog chooses is shown here.
    window.page_setup.choose(PageOptions(letterhead=Letterhead.PREPRINTED))
    assert bar.letterhead.currentText().startswith("打印在红头纸上")
    assert bar.sides.currentText() == "双面"


def test_guides_are_switched_and_remembered(
    panel: PreviewPanel, services: Services, qtbot: QtBot
) -> None:
    assert not panel.setup_bar.grid.isChecked()
    assert panel.setup_bar.seal.isChecked()
    panel.setup_bar.grid.trigger()
    panel.setup_bar.seal.trigger()
    assert PreviewSettings(services.settings).guides() == Guides(grid=True, seal=False)


def test_the_zoom_is_that_of_the_last_document(
    window: MainWindow, panel: PreviewPanel, project: Project, services: Services, qtbot: QtBot
) -> None:
    panel.view.set_zoom(Fit.PAGE)
    panel.view.step_zoom(1)
    zoom = panel.view.zoom
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    qtbot.waitUntil(lambda: window.preview.panel not in (None, panel))
    second = window.preview.panel
    assert second is not None
    assert second.view.zoom == zoom
    assert second.page_bar.zoom.currentText() == f"{zoom}%"


def test_the_focus_does_not_go_to_the_bars(panel: PreviewPanel) -> None:
    controls = panel.findChildren(QToolButton)
    assert controls
    for control in (*controls, panel.page_bar.zoom, panel.setup_bar.letterhead, panel.view):
        assert not control.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_characters_that_no_font_has_are_told_under_the_pages(
    panel: PreviewPanel, document: Document, qtbot: QtBot
) -> None:
    assert panel.notes.isHidden()
    with qtbot.waitSignal(panel.refresh.typeset):
        document.submit("填写", [Change(SIGNER, "", "马\ue000")])
    assert panel.notes.isVisible()
    assert "〓" in panel.notes.text()
    with qtbot.waitSignal(panel.refresh.typeset):
        document.stack.undo()
    assert panel.notes.isHidden()


def test_what_the_setting_had_to_do_is_told_under_the_pages(
    panel: PreviewPanel, services: Services, document: Document
) -> None:
    pages = services.typeset(document.report, document.form, PageOptions())
    sentence = "为使落款与正文同页，行距调整为29.0磅。"
    panel.refresh.typeset.emit(replace(pages, adjustments=(sentence,)))
    assert panel.notes.text() == sentence
    assert panel.notes.isVisible()


def test_an_error_stands_in_place_of_the_pages_until_there_are_some_again(
    panel: PreviewPanel, document: Document, qtbot: QtBot
) -> None:
    panel.refresh.failed.emit(UserError("字体“仿宋”的文件无法读取，请重新安装该字体或本程序。"))
    assert panel.view.message.startswith("字体“仿宋”")
    assert panel.view.page_count == 0
    with qtbot.waitSignal(panel.refresh.typeset):
        document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert panel.view.message == ""
    assert panel.view.page_count > 0
