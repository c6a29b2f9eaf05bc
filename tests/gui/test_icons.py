from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.document import Document
from xjdesk.gui.icons import Icons
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource
from xjdesk.storage.project import Project


def test_an_icon_is_made_once(qapp: QApplication) -> None:
    icons = Icons(resource)
    assert icons.icon("open").cacheKey() == icons.icon("open").cacheKey()
    assert icons.icon("open").cacheKey() != icons.icon("save").cacheKey()


def test_another_document_is_shown_with_the_same_icons(
    window: MainWindow, project: Project, services: Services, qtbot: QtBot
) -> None:
    window.ui.actionPrintPreview.trigger()
    before = _icon_of_preview(window, qtbot)
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    assert window.preview.panel is None
    assert _icon_of_preview(window, qtbot) == before


def _icon_of_preview(window: MainWindow, qtbot: QtBot) -> int:
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    return panel.page_bar.next.icon().cacheKey()
