"""What is said below a chapter about how long it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.word_count import word_count


@pytest.fixture
def page(window: MainWindow, document: Document, qtbot: QtBot) -> ChapterPage:
    _write(document, "requests", "收费0元。")
    return _opened(window, "overview", qtbot)


def _opened(window: MainWindow, chapter_id: str, qtbot: QtBot) -> ChapterPage:
    assert window.workspace is not None
    window.show_place(ParagraphAddress(chapter_id, 0))
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, ChapterPage)
    # A page that was just built is shown by its layout a moment later.
    qtbot.waitUntil(page.isVisible)
    return page


def _write(document: Document, chapter_id: str, *texts: str) -> None:
    old = document.report.chapter(chapter_id).paragraphs
    new = tuple(map(Paragraph, texts))
    document.submit("改", [Change(ParagraphAddress(chapter_id, 0), old, new)])


def _said(page: ChapterPage) -> str:
    label = page.findChild(QLabel, "word-count")
    assert isinstance(label, QLabel)
    return label.text()


def _whole(document: Document) -> int:
    return word_count(p.text for chapter in document.report.chapters for p in chapter.paragraphs)


def test_chapter_and_whole_text_are_counted_while_writing(
    page: ChapterPage, document: Document
) -> None:
    _write(document, "overview", "政府" * 617)
    assert _whole(document) > 1234
    assert _said(page) == f"本章 1,234 字，1 段　全文 {_whole(document):,} 字"
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.insertPlainText("信息")
    assert _said(page) == f"本章 1,236 字，1 段　全文 {_whole(document):,} 字"


def test_what_is_selected_is_counted_as_long_as_it_is(
    page: ChapterPage, document: Document
) -> None:
    _write(document, "overview", "政府信息", "公开 2016年")
    all_of_it = _said(page)
    cursor = page.editor.textCursor()
    cursor.setPosition(2)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    assert _said(page) == f"选中 6 字　{all_of_it}"
    page.editor.insertPlainText("甲")
    assert _said(page) == f"本章 3 字，1 段　全文 {_whole(document):,} 字"
    assert not page.editor.textCursor().hasSelection()


def test_what_was_written_elsewhere_counts_when_the_chapter_is_looked_at(
    page: ChapterPage, document: Document, window: MainWindow, qtbot: QtBot
) -> None:
    other = _opened(window, "requests", qtbot)
    assert _said(other) == f"本章 5 字，1 段　全文 {_whole(document):,} 字"
    _write(document, "requests", "没有。")
    assert _said(other) == f"本章 3 字，1 段　全文 {_whole(document):,} 字"
    assert _said(_opened(window, "overview", qtbot)).endswith(f"全文 {_whole(document):,} 字")
