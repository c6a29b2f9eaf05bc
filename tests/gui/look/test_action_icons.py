from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.gui.look.scheme import Scheme, apply_scheme
from xjdesk.gui.main_window import MainWindow


def test_icons_follow_the_look_and_come_back(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    actions = (window.ui.actionUndo, window.ui.actionSave, panel.page_bar.next)

    def keys() -> list[int]:
        return [action.icon().cacheKey() for action in actions]

    light = keys()
    try:
        apply_scheme(qapp, Scheme.DARK)
        qtbot.waitUntil(lambda: not set(light) & set(keys()))
        apply_scheme(qapp, Scheme.LIGHT)
        qtbot.waitUntil(lambda: keys() == light)
    finally:
        apply_scheme(qapp, Scheme.SYSTEM)
