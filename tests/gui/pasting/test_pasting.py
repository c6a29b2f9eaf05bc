"""Pasting from Word and WPS into a chapter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from tests.gui.pasting import word_clips as clips
from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, document: Document) -> ChapterPage:
    assert window.workspace is not None
    window.show_place(ParagraphAddress("overview", 0))
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, ChapterPage)
    old = document.report.chapter("overview").paragraphs
    change = Change(ParagraphAddress("overview", 0), old, (Paragraph("甲乙"),))
    document.submit("改", [change])
    cursor = page.editor.textCursor()
    cursor.setPosition(1)
    page.editor.setTextCursor(cursor)
    return page


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.report.chapter("overview").paragraphs]


def _paste(page: ChapterPage, text: str, html: str) -> list[object]:
    told: list[object] = []
    page.told.connect(told.append)
    data = QMimeData()
    data.setText(text)
    data.setHtml(html)
    page.editor.insertFromMimeData(data)
    return told


def test_paragraphs_come_without_formats_in_one_step(
    page: ChapterPage, document: Document, window: MainWindow
) -> None:
    count = document.stack.count()
    told = _paste(page, "一、总体情况\r\n……\r\n", clips.WPS)
    first, *others = clips.WPS_SEEN
    assert _texts(document) == [f"甲{first}", *others, "乙"]
    assert told == ["已粘贴3段，去掉了格式。"]
    assert window.statusBar().currentMessage() == told[0]
    assert document.stack.count() == count + 1
    document.undo()
    assert _texts(document) == ["甲乙"]


def test_words_of_a_paragraph_go_into_the_paragraph(page: ChapterPage, document: Document) -> None:
    assert _paste(page, "会议4次", clips.WORD_WORDS) == ["已粘贴，去掉了格式。"]
    assert _texts(document) == ["甲会议4次乙"]


def test_of_other_programs_the_plain_text_is_pasted(page: ChapterPage, document: Document) -> None:
    assert _paste(page, "12\t13\r\n", clips.SHEET) == []
    assert _texts(document) == ["甲12 13", "乙"]


def test_what_holds_no_words_is_pasted_as_plain_text(page: ChapterPage, document: Document) -> None:
    assert _paste(page, "会议", clips.word("<p class=MsoNormal><o:p>&nbsp;</o:p></p>")) == []
    assert _texts(document) == ["甲会议乙"]
