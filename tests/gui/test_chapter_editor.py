"""What the editor of a chapter shows of its text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.sections.outline import ChapterOutline


def test_the_cursor_stays_in_view_when_the_list_of_sections_appears(
    window: MainWindow, qtbot: QtBot
) -> None:
    # A chapter without sections, beside which no list is shown.
    window.show_place(ParagraphAddress("requests", 0))
    editor = window.findChild(ChapterEditor, "chapter-requests")
    outline = window.findChild(ChapterOutline)
    assert isinstance(editor, ChapterEditor)
    assert isinstance(outline, ChapterOutline)
    assert outline.isHidden()
    qtbot.wait(50)
    data = QMimeData()
    data.setText("\n".join(f"（一）第{number}节。{'政府信息公开' * 30}" for number in range(60)))
    editor.insertFromMimeData(data)
    assert not outline.isHidden()
    qtbot.wait(50)
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_what_is_looked_at_stays_when_the_window_gets_wider(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_place(ParagraphAddress("disclosure", 5))
    editor = window.findChild(ChapterEditor, "chapter-disclosure")
    assert isinstance(editor, ChapterEditor)
    qtbot.wait(50)
    assert editor.verticalScrollBar().value() > 0
    editor.verticalScrollBar().setValue(0)
    window.resize(window.width() + 100, window.height())
    qtbot.wait(50)
    assert editor.verticalScrollBar().value() == 0


def _requests(window: MainWindow) -> ChapterEditor:
    window.show_place(ParagraphAddress("requests", 0))
    editor = window.findChild(ChapterEditor, "chapter-requests")
    assert isinstance(editor, ChapterEditor)
    editor.selectAll()
    return editor


def test_typing_is_taken_back_by_groups_of_words(window: MainWindow, document: Document) -> None:
    editor = _requests(window)
    for words in ("全县", "各部门，", "主动公开"):
        editor.insertPlainText(words)
    assert editor.toPlainText() == "全县各部门，主动公开"
    document.undo()
    assert editor.toPlainText() == "全县各部门，"


def test_the_words_of_chapter_selection_and_report_are_counted(window: MainWindow) -> None:
    editor = _requests(window)
    labels = window.findChildren(QLabel, "word-count")
    label = next(one for one in labels if isinstance(one, QLabel) and "选中" in one.text())
    editor.insertPlainText("全县公开")
    assert "本章 4 字，1 段" in label.text()
    whole = label.text().partition("全文")[2]
    editor.insertPlainText("信息")
    assert label.text().partition("全文")[2] != whole
    assert "选中" not in label.text()
    editor.selectAll()
    assert label.text().startswith("选中 6 字")
