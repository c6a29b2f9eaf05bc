from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.searching.choices import SearchChoice
from xjdesk.gui.searching.popup import SearchPopup

_CHOICES = [
    SearchChoice("保存", "save"),
    SearchChoice("另存为", "save as"),
    SearchChoice("打印", "print", refusal="没有打开的报告"),
]


@pytest.fixture
def popup(qtbot: QtBot) -> SearchPopup:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    popup = SearchPopup("搜索命令", "输入几个字", over)
    qtbot.addWidget(popup)
    popup.offer(_CHOICES)
    return popup


def _chosen(popup: SearchPopup) -> list[object]:
    chosen: list[object] = []
    popup.chosen.connect(lambda choice: chosen.append(choice.meant))
    return chosen


def test_typing_finds_and_enter_chooses(popup: SearchPopup, qtbot: QtBot) -> None:
    chosen = _chosen(popup)
    popup.line.setText("另存")
    assert popup.shown_names() == ["另存为"]
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert chosen == ["save as"]
    assert not popup.isVisible()


def test_the_arrows_choose_in_the_list(popup: SearchPopup, qtbot: QtBot) -> None:
    chosen = _chosen(popup)
    qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert chosen == ["save as"]


def test_escape_closes_and_chooses_nothing(popup: SearchPopup, qtbot: QtBot) -> None:
    chosen = _chosen(popup)
    qtbot.keyClick(popup.line, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert chosen == []


def test_what_cannot_be_done_now_says_why_and_stays(popup: SearchPopup, qtbot: QtBot) -> None:
    chosen = _chosen(popup)
    popup.line.setText("打印")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert chosen == []
    said = [label.text() for label in popup.findChildren(QLabel)]
    assert "“打印”现在不能用：没有打开的报告。" in said


def test_words_that_find_nothing_are_said_to(popup: SearchPopup, qtbot: QtBot) -> None:
    popup.line.setText("xyz")
    assert popup.shown_names() == []
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert "没有找到，请换几个字再试。" in [label.text() for label in popup.findChildren(QLabel)]


def test_it_opens_with_an_empty_line_each_time(popup: SearchPopup, qtbot: QtBot) -> None:
    popup.line.setText("打印")
    popup.reject()
    popup.offer(_CHOICES)
    assert popup.line.text() == ""
    assert popup.shown_names() == ["保存", "另存为", "打印"]
