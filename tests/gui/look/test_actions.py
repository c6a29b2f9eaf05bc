"""What the menus 外观 and 界面字号 do, and the calm ground."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.colours import is_dark
from xjdesk.gui.document import Document
from xjdesk.gui.look.actions import apply_kept_look, kept_letters, kept_scheme
from xjdesk.gui.look.letters import LetterSize
from xjdesk.gui.look.scheme import Scheme
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.gui.settings import Settings
from xjdesk.storage.project import Project

_BASE = QPalette.ColorRole.Base


def test_dark_is_seen_at_once_and_kept(
    application: QApplication, window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    window.ui.actionLookDark.trigger()
    assert is_dark(application.palette())
    qtbot.waitUntil(lambda: is_dark(window.palette()))
    assert kept_scheme(services.settings) is Scheme.DARK
    window.ui.actionLookLight.trigger()
    qtbot.waitUntil(lambda: not is_dark(window.palette()))
    assert not window.ui.actionLookDark.isChecked()


def test_larger_letters_are_seen_at_once_and_kept(
    application: QApplication, window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    window.ui.actionSizeLargest.trigger()
    bar = window.ui.statusBar
    qtbot.waitUntil(lambda: bar.font().pointSizeF() == LetterSize.LARGEST.value)
    assert kept_letters(services.settings) is LetterSize.LARGEST


def test_the_menus_show_what_was_kept(services: Services) -> None:
    services.settings.keep("look/scheme", Scheme.DARK.value)
    services.settings.keep("look/letters", LetterSize.SMALL.name)
    window = MainWindow(services)
    assert window.ui.actionLookDark.isChecked()
    assert window.ui.actionSizeSmall.isChecked()
    window.deleteLater()


@pytest.mark.parametrize("broken", ["", "grey", "暗"])
def test_a_broken_setting_is_the_usual_look(services: Services, broken: str) -> None:
    services.settings.keep("look/scheme", broken)
    services.settings.keep("look/letters", broken)
    assert kept_scheme(services.settings) is Scheme.SYSTEM
    assert kept_letters(services.settings) is LetterSize.USUAL


def test_the_kept_look_is_there_from_the_start(
    application: QApplication, services: Services
) -> None:
    settings: Settings = services.settings
    settings.keep("look/scheme", Scheme.DARK.value)
    settings.keep("look/letters", LetterSize.LARGE.name)
    apply_kept_look(application, settings)
    assert is_dark(application.palette())
    assert application.font().pointSizeF() == LetterSize.LARGE.value


def test_the_calm_ground_lies_in_the_open_editors_and_in_those_opened_next(
    window: MainWindow, document: Document, project: Project
) -> None:
    workspace = window.workspace
    assert workspace is not None
    before = workspace.palette().color(_BASE)
    window.ui.actionCalmGround.trigger()
    calm = workspace.palette().color(_BASE)
    assert calm != before
    window.show_document(Document(project, document.form, None))
    reopened = window.workspace
    assert reopened is not None
    assert reopened.palette().color(_BASE) == calm
    window.ui.actionCalmGround.trigger()
    assert reopened.palette().color(_BASE) == before
