from __future__ import annotations

from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.narrow_tab_bar import NarrowTabBar


def test_a_tab_takes_less_room_than_the_style_gives_it_but_enough_for_its_title(
    qtbot: QtBot,
) -> None:
    usual, narrow = QTabBar(), NarrowTabBar()
    for bar in (usual, narrow):
        qtbot.addWidget(bar)
        bar.addTab("三、依申请公开 4")
    title = narrow.fontMetrics().horizontalAdvance("三、依申请公开 4")
    assert title < narrow.tabSizeHint(0).width() < usual.tabSizeHint(0).width()


def test_the_tabs_of_a_report_use_it(window: MainWindow) -> None:
    assert window.workspace is not None
    assert isinstance(window.workspace.tabBar(), NarrowTabBar)
