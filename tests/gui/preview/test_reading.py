"""阅读版面."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.preview.panel import PreviewPanel
from xjdesk.gui.services import Services
from xjdesk.storage.project import Project


def _reading(window: MainWindow, qtbot: QtBot) -> PreviewPanel:
    """The panel in the place of the editors, with its pages."""
    window.ui.actionReading.trigger()
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.page_count > 0 and not panel.refresh.is_due)
    assert window.ui.centre.currentWidget() is panel
    return panel


def test_the_pages_stand_in_the_place_of_the_editors_and_go_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    panel = _reading(window, qtbot)
    assert panel.isVisible()
    assert not workspace.isVisible()
    assert window.preview.page_number() == 1
    window.ui.actionReading.trigger()
    assert workspace.isVisible()
    assert panel.parent() is window.ui.previewArea


def test_escape_brings_the_editors_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place(ParagraphAddress("overview", 0))
    editor = window.focusWidget()
    panel = _reading(window, qtbot)
    qtbot.waitUntil(panel.view.hasFocus)
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not window.ui.actionReading.isChecked()
    assert window.focusWidget() is editor


def test_what_leads_to_a_place_shows_the_editors(window: MainWindow, qtbot: QtBot) -> None:
    _reading(window, qtbot)
    window.show_place(ParagraphAddress("overview", 1))
    assert not window.ui.actionReading.isChecked()
    assert window.workspace is not None
    assert window.workspace.isVisible()


def test_the_preview_is_in_its_panel_again_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = _reading(window, qtbot)
    window.ui.actionReading.trigger()
    assert window.ui.previewArea.currentWidget() is panel
    assert window.preview.is_seen


def test_a_document_can_be_closed_and_another_opened_while_it_is_read(
    window: MainWindow, project: Project, services: Services, qtbot: QtBot
) -> None:
    _reading(window, qtbot)
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    assert not window.ui.actionReading.isChecked()
    assert window.workspace is not None
    assert window.workspace.isVisible()
    _reading(window, qtbot)


def test_without_a_document_there_is_nothing_to_read(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionReading.isEnabled()
