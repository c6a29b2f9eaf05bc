"""The preview in the window: where it is, when it works, what it remembers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.errors import UserError
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.open_file import OpenFile
from xjdesk.gui.preview.panel import PreviewPanel
from xjdesk.gui.preview.settings import PreviewPlace, PreviewSettings
from xjdesk.gui.services import Services
from xjdesk.storage.project import Project
from xjdesk.typesetting.fonts.font_set import FontSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


def _panel(window: MainWindow, qtbot: QtBot) -> PreviewPanel:
    """The panel, with the pages as the document is now."""
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.page_count > 0 and not panel.refresh.is_due)
    return panel


def test_the_preview_stands_behind_the_findings_until_it_is_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.wait(50)
    assert window.tabifiedDockWidgets(window.ui.findingsDock) == [window.ui.previewDock]
    assert not window.preview.is_seen
    assert window.preview.panel is None
    assert not window.ui.actionPrintPreview.isChecked()


def test_the_action_brings_it_to_the_front_and_back(window: MainWindow, qtbot: QtBot) -> None:
    action = window.ui.actionPrintPreview
    action.trigger()
    _panel(window, qtbot)
    assert window.preview.is_seen
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: not action.isChecked())
    assert not window.preview.is_seen
    assert not window.ui.previewDock.isHidden()


def test_the_tab_bar_of_the_panels_checks_the_action(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.previewDock.raise_()
    _panel(window, qtbot)
    assert window.ui.actionPrintPreview.isChecked()


def test_alone_it_is_closed_by_the_action(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.findingsDock.close()
    window.ui.actionPrintPreview.trigger()
    _panel(window, qtbot)
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: not window.ui.actionPrintPreview.isChecked())
    assert window.ui.previewDock.isHidden()


def test_it_works_when_it_floats(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.previewDock.setFloating(True)
    panel = _panel(window, qtbot)
    assert window.preview.is_seen
    panel.view.turn_to(3)
    assert window.preview.page_number() == 3


def test_it_is_in_front_when_it_comes_back_into_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.previewDock.setFloating(True)
    _panel(window, qtbot)
    window.ui.previewDock.setFloating(False)
    qtbot.wait(50)
    assert window.preview.is_seen
    assert window.ui.actionPrintPreview.isChecked()


def test_nothing_is_set_while_it_is_not_seen(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    window.ui.actionPrintPreview.trigger()
    panel = _panel(window, qtbot)
    window.ui.findingsDock.raise_()
    qtbot.waitUntil(lambda: not window.ui.actionPrintPreview.isChecked())
    told: list[object] = []
    panel.refresh.typeset.connect(told.append)
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    qtbot.wait(150)
    assert told == []
    assert window.preview.page_number() is None
    with qtbot.waitSignal(panel.refresh.typeset):
        window.ui.previewDock.raise_()


def test_an_edit_is_seen_on_the_page(window: MainWindow, document: Document, qtbot: QtBot) -> None:
    window.ui.actionPrintPreview.trigger()
    panel = _panel(window, qtbot)
    before = panel.view.viewport().grab().toImage()
    with qtbot.waitSignal(panel.refresh.typeset):
        document.submit("填写", [Change(SIGNER, "", "马志宏")])
    panel.view.show_mark(None)
    assert panel.view.viewport().grab().toImage() != before


def test_another_document_has_its_own_preview(
    window: MainWindow, project: Project, services: Services, qtbot: QtBot
) -> None:
    window.ui.actionPrintPreview.trigger()
    first = _panel(window, qtbot)
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    qtbot.waitUntil(lambda: window.preview.panel not in (None, first))
    second = _panel(window, qtbot)
    assert second is not first
    assert window.preview.is_seen


def test_closing_in_the_middle_of_typesetting_is_quiet(
    services: Services, dialogs: FakeDialogs, project: Project, qtbot: QtBot
) -> None:
    window = MainWindow(services, dialogs)
    window.show()
    document = Document(project, services.forms.form(project.report.form_id), None)
    window.show_document(document)
    window.ui.actionPrintPreview.trigger()
    _panel(window, qtbot)
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    document.mark_saved(OpenFile(services.log_folder))
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.refresh.is_due)
    window.close()
    window.deleteLater()
    qtbot.wait(100)


def test_without_a_document_there_is_no_preview(empty_window: MainWindow) -> None:
    assert not empty_window.ui.previewDock.isVisible()
    assert not empty_window.ui.actionPrintPreview.isEnabled()
    assert empty_window.preview.page_number() is None


def _wait_until_seen(window: MainWindow, qtbot: QtBot, is_seen: bool) -> None:
    qtbot.waitUntil(lambda: window.preview.is_seen is is_seen)


@pytest.mark.parametrize("place", list(PreviewPlace))
def test_it_is_found_where_it_was_left(
    services: Services,
    dialogs: FakeDialogs,
    project: Project,
    qtbot: QtBot,
    place: PreviewPlace,
) -> None:
    for number in range(3):
        window = MainWindow(services, dialogs)
        window.show()
        # The last time it is closed without a document in between.
        if number < 2:
            window.show_document(
                Document(project, services.forms.form(project.report.form_id), None)
            )
            if number == 0:
                window.ui.previewDock.setVisible(place is not PreviewPlace.CLOSED)
                front = window.ui.previewDock
                (front if place is PreviewPlace.FRONT else window.ui.findingsDock).raise_()
            _wait_until_seen(window, qtbot, place is PreviewPlace.FRONT)
            assert window.ui.previewDock.isHidden() is (place is PreviewPlace.CLOSED)
        window.close()
        window.deleteLater()
    assert PreviewSettings(services.settings).place() is place


def test_it_is_in_front_again_in_a_window_that_comes_up_with_its_document(
    services: Services, dialogs: FakeDialogs, project: Project, qtbot: QtBot
) -> None:
    PreviewSettings(services.settings).keep_place(PreviewPlace.FRONT)
    # The second is closed without a document: it leaves panels that are hidden.
    for with_document in (True, False, True):
        window = MainWindow(services, dialogs)
        if with_document:
            window.show_document(
                Document(project, services.forms.form(project.report.form_id), None)
            )
        window.show()
        _wait_until_seen(window, qtbot, with_document)
        window.close()
        window.deleteLater()
    assert PreviewSettings(services.settings).place() is PreviewPlace.FRONT


def test_missing_fonts_are_told_in_place_of_pages(
    services: Services, dialogs: FakeDialogs, project: Project, qtbot: QtBot
) -> None:
    def no_fonts() -> FontSet:
        raise UserError("缺少仿宋体字体，无法排版，请重新安装本程序。")

    window = MainWindow(replace(services, fonts=no_fonts), dialogs)
    window.show()
    window.show_document(Document(project, services.forms.form(project.report.form_id), None))
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.message.startswith("缺少仿宋体"))
    assert dialogs.errors == []
    window.close()
    window.deleteLater()


def test_the_window_comes_up_without_loading_it(tmp_path: Path) -> None:
    heavy = ("xjdesk.gui.preview.panel", "xjdesk.typesetting.document", "uharfbuzz")
    code = f"""
import sys
from pathlib import Path
from xjdesk.app.window import make_services
from xjdesk.gui.application import make_application
from xjdesk.gui.main_window import MainWindow
services = make_services(Path("settings.ini"))
application = make_application(services, ["xjdesk"])
window = MainWindow(services)
window.show()
application.processEvents()  # As far as the first picture; the loop itself would not end.
print([name for name in {heavy!r} if name in sys.modules])
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_focus_stays_in_the_editor(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place(SIGNER)
    editor = QApplication.focusWidget()
    window.ui.actionPrintPreview.trigger()
    _panel(window, qtbot)
    assert QApplication.focusWidget() is editor
