"""Choosing among the breakings of the title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from xjdesk.core.change import Change
from xjdesk.core.document_fields import TITLE
from xjdesk.gui.document import Document
from xjdesk.gui.field_editors import LinesEditor
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.titles.breaking_button import TitleBreakingButton

_WRITTEN = "西吉县人民政府\n关于2016年政府信息公开工作年度报告"


@pytest.fixture
def title(window: MainWindow) -> LinesEditor:
    found = window.findChild(LinesEditor, "field-letterhead-title")
    assert isinstance(found, LinesEditor)
    return found


@pytest.fixture
def button(title: LinesEditor) -> TitleBreakingButton:
    found = title.findChild(TitleBreakingButton, "title-breaking")
    assert isinstance(found, TitleBreakingButton)
    return found


def _write(document: Document, title: str) -> None:
    document.submit("改", [Change(TITLE, document.report.field(TITLE), title)])


def _menu(button: TitleBreakingButton) -> QMenu:
    found = button.findChild(QMenu, "title-breakings")
    assert isinstance(found, QMenu)
    return found


def _entries(button: TitleBreakingButton) -> list[QAction]:
    """What the menu offers once it is open."""
    button.click()
    menu = _menu(button)
    assert menu.isVisible()
    menu.close()
    return [entry for entry in menu.actions() if not entry.isSeparator()]


def test_the_menu_offers_the_breakings_with_their_shapes(button: TitleBreakingButton) -> None:
    assert [action.text() for action in _entries(button)] == [
        "西吉县人民政府 / 关于2016年政府信息公开工作年度报告\t梯形，上短下长",
        "西吉县人民政府 / 关于2016年政府信息公开工作 / 年度报告\t菱形",
        "西吉县人民政府关于2016年 / 政府信息公开工作 / 年度报告\t梯形，上长下短",
        "自动分行",
    ]


def test_the_title_as_it_is_written_is_checked(
    button: TitleBreakingButton, document: Document
) -> None:
    assert [action.isChecked() for action in _entries(button)] == [True, False, False, False]
    _write(document, _WRITTEN.replace("\n", ""))
    assert [action.isChecked() for action in _entries(button)] == [False, False, False, True]


def test_choosing_writes_the_breaks_in_one_step(
    button: TitleBreakingButton, title: LinesEditor, document: Document
) -> None:
    _entries(button)[1].trigger()
    chosen = "西吉县人民政府\n关于2016年政府信息公开工作\n年度报告"
    assert document.report.field(TITLE) == title.toPlainText() == chosen
    assert document.stack.count() == 1
    document.stack.undo()
    assert document.report.field(TITLE) == title.toPlainText() == _WRITTEN


def test_choosing_is_a_step_apart_from_the_typing_before(
    button: TitleBreakingButton, title: LinesEditor, document: Document, qtbot: QtBot
) -> None:
    title.setFocus()
    qtbot.keyClicks(title, "a")
    _entries(button)[-1].trigger()
    document.stack.undo()
    assert document.report.field(TITLE) == "a" + _WRITTEN


def test_automatic_breaking_takes_the_breaks_out(
    button: TitleBreakingButton, document: Document
) -> None:
    _entries(button)[-1].trigger()
    assert document.report.field(TITLE) == _WRITTEN.replace("\n", "")
    assert _entries(button)[-1].isChecked()


def test_choosing_what_is_there_already_is_no_step(
    button: TitleBreakingButton, document: Document
) -> None:
    _entries(button)[0].trigger()
    assert document.stack.count() == 0


def test_without_a_title_there_is_nothing_to_choose(
    button: TitleBreakingButton, document: Document
) -> None:
    _write(document, "")
    (only,) = _entries(button)
    assert not only.isEnabled()


def test_an_ampersand_is_no_shortcut(button: TitleBreakingButton, document: Document) -> None:
    _write(document, "西吉县人民政府关于R&D经费投入情况和政府信息公开工作情况的报告")
    assert all(action.text().count("&") == 2 for action in _entries(button)[:-1])


@pytest.mark.parametrize("text", ["西" * 300, "（" * 300, "😀" * 50, "a" * 5000, "甲\n" * 100])
def test_any_title_opens_the_menu(
    button: TitleBreakingButton, document: Document, text: str
) -> None:
    _write(document, text)
    assert _entries(button)[-1].text() == "自动分行"


def test_the_button_is_reached_with_the_tab_key_and_opened_with_the_space_bar(
    button: TitleBreakingButton, title: LinesEditor, qtbot: QtBot
) -> None:
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert _menu(button).isVisible()
    qtbot.keyClick(_menu(button), Qt.Key.Key_Escape)
    assert not _menu(button).isVisible()


def test_the_button_says_what_it_is_for(button: TitleBreakingButton) -> None:
    assert button.accessibleName() == "标题分行"
    assert button.toolTip() == button.accessibleDescription() != ""


@pytest.mark.parametrize("lines", [1, 9])
def test_the_button_covers_neither_the_text_nor_the_scroll_bar(
    button: TitleBreakingButton, title: LinesEditor, document: Document, qtbot: QtBot, lines: int
) -> None:
    _write(document, "\n".join(["西吉县"] * lines))
    bar = title.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.isVisible() == (lines > 3))
    place = button.geometry()
    assert title.rect().contains(place)
    assert not place.intersects(title.viewport().geometry())
    if bar.isVisible():
        container = bar.parentWidget()
        assert container is not None
        assert not place.intersects(container.geometry())


def test_only_the_title_has_such_a_button(window: MainWindow) -> None:
    buttons = window.findChildren(TitleBreakingButton)
    assert [button.parent().objectName() for button in buttons] == ["field-letterhead-title"]
