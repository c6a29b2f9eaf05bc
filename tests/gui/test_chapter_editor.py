"""What the editor of a chapter shows of its text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.chapter_editor import ChapterEditor
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
