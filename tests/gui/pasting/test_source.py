"""Pasting into a chapter from other programs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.pasting.source import text_in

_WORD = (
    "<html><body><!--StartFragment--><p class=MsoNormal><b>甲</b>项</p>"
    "<p class=MsoNormal><span style='mso-list:Ignore'>（九）<span>&nbsp;</span></span>乙项</p>"
    "<!--EndFragment--></body></html>"
)


def _clip(text: str, html: str = "") -> QMimeData:
    clip = QMimeData()
    clip.setText(text)
    if html:
        clip.setHtml(html)
    return clip


@pytest.fixture
def editor(window: MainWindow) -> ChapterEditor:
    """The text of a chapter without sections."""
    window.show_place(ParagraphAddress("requests", 0))
    found = window.findChild(ChapterEditor, "chapter-requests")
    assert isinstance(found, ChapterEditor)
    found.selectAll()
    return found


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.report.chapter("requests").paragraphs]


def test_what_word_copied_comes_with_the_numbers_of_its_lists_in_one_step(
    editor: ChapterEditor, document: Document, window: MainWindow
) -> None:
    before = document.report
    editor.insertFromMimeData(_clip("甲项\r\n乙项\r\n", _WORD))
    assert _texts(document) == ["甲项", "（九）乙项"]
    assert window.ui.statusBar.currentMessage() == "已粘贴2段，去掉了格式。"
    document.undo()
    assert document.report == before


def test_without_html_the_text_is_taken_as_it_is(
    editor: ChapterEditor, document: Document, window: MainWindow
) -> None:
    editor.insertFromMimeData(_clip("甲项\r\n乙项\r\n"))
    assert _texts(document) == ["甲项", "乙项"]
    assert window.ui.statusBar.currentMessage() == ""


def test_words_go_into_the_paragraph_without_a_word_about_it() -> None:
    pasted = text_in(_clip("甲", "<span style='color:red'>甲</span>"))
    assert (pasted.text, pasted.told) == ("甲", "")


def test_what_this_program_copied_is_taken_as_text(editor: ChapterEditor) -> None:
    copied = editor.createMimeDataFromSelection()
    assert copied.hasHtml()
    assert text_in(copied).text == copied.text()


def test_html_in_which_nothing_is_seen_leaves_the_text() -> None:
    assert text_in(_clip("甲", "<img src='x.png'>")).text == "甲"


def test_typing_is_taken_back_by_groups_of_words(editor: ChapterEditor, document: Document) -> None:
    editor.insertPlainText("全县")
    editor.insertPlainText("各部门，")
    editor.insertPlainText("主动公开")
    assert _texts(document) == ["全县各部门，主动公开"]
    document.undo()
    assert _texts(document) == ["全县各部门，"]


def test_the_words_of_chapter_selection_and_report_are_counted(
    editor: ChapterEditor, document: Document
) -> None:
    page = editor.window().findChildren(QLabel, "word-count")
    label = next(one for one in page if "段" in one.text() and "选中" in one.text())
    editor.insertPlainText("全县公开")
    assert "本章 4 字，1 段" in label.text()
    whole = label.text().partition("全文")[2]
    editor.insertPlainText("信息")
    assert label.text().partition("全文")[2] != whole
    assert "选中" not in label.text()
    editor.selectAll()
    assert label.text().startswith("选中 6 字")
