"""Making the text of the editors larger and smaller."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services


def _editor(window: MainWindow, document: Document) -> ChapterEditor:
    chapter = next(chapter for chapter in document.report.chapters if chapter.paragraphs)
    window.show_place(ParagraphAddress(chapter.id, 0))
    workspace = window.workspace
    assert workspace is not None
    editor = workspace.page(workspace.currentIndex()).findChild(ChapterEditor)
    assert isinstance(editor, ChapterEditor)
    return editor


def _turn_wheel(editor: ChapterEditor, turned: int) -> None:
    """As the system does it, from the innermost widget outwards until one takes the turn.

    Qt hands no turn on that is not the system's own.
    """
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        QPointF(editor.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    widget: QWidget | None = editor.viewport()
    while widget is not None and not event.isAccepted():
        QApplication.sendEvent(widget, event)
        widget = widget.parentWidget()


def test_text_grows_and_comes_back(window: MainWindow, document: Document) -> None:
    editor = _editor(window, document)
    usual = editor.fontMetrics().height()
    window.ui.actionZoomIn.trigger()
    assert editor.fontMetrics().height() > usual
    window.ui.actionZoomUsual.trigger()
    assert editor.fontMetrics().height() == usual


def test_ctrl_and_the_wheel_zoom_the_editor(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    editor = _editor(window, document)
    qtbot.waitUntil(editor.isVisible)
    _turn_wheel(editor, 120)
    assert window.zooming.percent == 110
    _turn_wheel(editor, -120)
    assert window.zooming.percent == 100


def test_the_status_bar_tells_of_another_size_only(window: MainWindow) -> None:
    sign = window.zooming.sign
    assert not sign.isVisible()
    window.ui.actionZoomOut.trigger()
    assert sign.isVisible()
    assert sign.text() == "90%"
    sign.click()
    assert not sign.isVisible()
    assert not window.ui.actionZoomUsual.isEnabled()


def test_the_report_is_not_touched(window: MainWindow, document: Document) -> None:
    editor = _editor(window, document)
    report, places = document.report, editor.textCursor().position()
    for _ in range(3):
        window.ui.actionZoomIn.trigger()
    assert document.report is report
    assert not document.is_modified
    assert editor.textCursor().position() == places


def test_a_tab_opened_later_has_the_same_size(window: MainWindow, document: Document) -> None:
    window.ui.actionZoomIn.trigger()
    editor = _editor(window, document)
    assert editor.font().pointSizeF() == pytest.approx(13.2)


def test_the_size_is_kept_for_the_next_start(window: MainWindow, services: Services) -> None:
    window.ui.actionZoomIn.trigger()
    other = MainWindow(services)
    assert other.zooming.percent == 110
    assert other.zooming.sign.text() == "110%"
    other.deleteLater()


def test_a_broken_setting_is_the_usual_size(services: Services) -> None:
    services.settings.keep("editors/zoom", "sehr groß")
    window = MainWindow(services)
    assert window.zooming.percent == 100
    window.deleteLater()


def test_the_pages_of_the_preview_grow_while_they_have_the_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.isVisible() and panel.view.page_count > 0)
    window.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    before = panel.view.stack.px_per_mm
    window.ui.actionZoomIn.trigger()
    assert panel.view.stack.px_per_mm > before
    assert window.zooming.percent == 100
