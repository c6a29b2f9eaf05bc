from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.find.window import FindWindow
from xjdesk.gui.main_window import MainWindow

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def find(window: MainWindow, qtbot: QtBot) -> FindWindow:
    window.ui.actionReplace.trigger()
    find = window.word_search.window
    assert find is not None
    qtbot.addWidget(find)
    return find


def _search(find: FindWindow, words: str, qtbot: QtBot) -> int:
    find.words.setText(words)
    find.step(1)
    return find.list.topLevelItemCount()


def test_words_are_found_in_every_chapter_and_counted(find: FindWindow, qtbot: QtBot) -> None:
    count = _search(find, "政府信息公开", qtbot)
    assert count > 20
    assert find.count.text() == f"共{count}处"
    places = {find.list.topLevelItem(row).text(0).split()[0] for row in range(count)}
    assert len(places) > 4


def test_stepping_leads_to_the_words_and_selects_them(
    window: MainWindow, find: FindWindow, qtbot: QtBot
) -> None:
    _search(find, "舆情", qtbot)
    assert window.workspace is not None
    editor = window.workspace.currentWidget().findChild(ChapterEditor)
    assert isinstance(editor, ChapterEditor)
    assert editor.textCursor().selectedText() == "舆情"


def test_stepping_back_from_the_first_leads_to_the_last(find: FindWindow, qtbot: QtBot) -> None:
    count = _search(find, "舆情", qtbot)
    find.step(-1)
    assert find.list.indexOfTopLevelItem(find.list.currentItem()) == count - 1


def test_all_are_replaced_as_one_step(
    window: MainWindow, find: FindWindow, document: Document, qtbot: QtBot
) -> None:
    before = document.report
    _search(find, "舆情", qtbot)
    find.new.setText("舆论")
    find.replace_all.click()
    assert find.count.text().startswith("已替换")
    assert "舆情" not in "".join(p.text for c in document.report.chapters for p in c.paragraphs)
    window.ui.actionUndo.trigger()
    assert document.report == before


def test_one_is_replaced_at_a_time(find: FindWindow, document: Document, qtbot: QtBot) -> None:
    count = _search(find, "舆情", qtbot)
    find.new.setText("舆论")
    find.replace_one.click()
    assert find.list.topLevelItemCount() == count - 1


def test_words_that_stand_only_in_labels_cannot_be_replaced(find: FindWindow, qtbot: QtBot) -> None:
    assert _search(find, "告知作出更改补充数", qtbot) > 0
    assert not find.replace_all.isEnabled()


def test_the_list_follows_what_is_edited_meanwhile(
    find: FindWindow, document: Document, qtbot: QtBot
) -> None:

    count = _search(find, "舆情", qtbot)
    address = ParagraphAddress("overview", 0)
    new = (Paragraph("舆情"),)
    document.submit("插入", [Change(address, (), new)])
    qtbot.waitUntil(lambda: find.list.topLevelItemCount() == count + 1)


def test_escape_closes_it(find: FindWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(find.words, Key.Key_Escape)
    assert not find.isVisible()


def test_what_is_selected_is_what_is_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.show_place(ParagraphAddress("overview", 0))
    assert window.workspace is not None
    editor = window.workspace.currentWidget().findChild(ChapterEditor)
    assert isinstance(editor, ChapterEditor)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Key.Key_F, Held.ControlModifier)
    find = window.word_search.window
    assert find is not None
    qtbot.addWidget(find)
    assert find.words.text() == cursor.selectedText()


def test_searching_needs_a_report(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionFind.isEnabled()
    assert not empty_window.ui.actionReplace.isEnabled()
