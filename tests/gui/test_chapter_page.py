"""Writing the text of a chapter."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.text_span import index_at

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> ChapterPage:
    assert window.workspace is not None
    window.show_place(ParagraphAddress("overview", 0))
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, ChapterPage)
    return page


def _texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.report.chapter("overview").paragraphs]


def _set(document: Document, *texts: str) -> None:
    old = document.report.chapter("overview").paragraphs
    new = tuple(map(Paragraph, texts))
    document.submit("改", [Change(ParagraphAddress("overview", 0), old, new)])


def _put_cursor(page: ChapterPage, at: int) -> None:
    cursor = page.editor.textCursor()
    cursor.setPosition(at)
    page.editor.setTextCursor(cursor)


def _paste(page: ChapterPage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page.editor.insertFromMimeData(data)


def _shown(page: ChapterPage) -> list[str]:
    return page.editor.toPlainText().split("\n")


def test_one_block_is_one_paragraph(page: ChapterPage, document: Document) -> None:
    assert _shown(page) == _texts(document)


def test_typing_within_a_sentence_is_one_step(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    first = _texts(document)[0]
    page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(page.editor, "abc")
    assert _texts(document)[0] == "abc" + first
    assert document.stack.count() == 1
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CONTROL)
    assert _texts(document)[0] == first
    assert _shown(page) == _texts(document)
    qtbot.keyClick(page.editor, Qt.Key.Key_Y, CONTROL)
    assert _shown(page)[0] == "abc" + first


def test_the_end_of_a_sentence_ends_a_step(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    for letters in ("甲", "乙", "。", "丙"):
        page.editor.insertPlainText(letters)
    assert document.stack.count() == 2
    document.stack.undo()
    assert _texts(document)[-1].endswith("甲乙。")


def test_enter_splits_a_paragraph_and_backspace_joins_it(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    before = _texts(document)
    cursor = page.editor.textCursor()
    cursor.setPosition(5)
    page.editor.setTextCursor(cursor)
    qtbot.keyClick(page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _texts(document)[:2] == [before[0][:5], before[0][5:]]
    qtbot.keyClick(page.editor, Qt.Key.Key_Backspace)
    assert _texts(document) == before
    document.stack.setIndex(0)
    assert _shown(page) == before


def test_words_being_composed_are_not_yet_in_the_report(
    page: ChapterPage, document: Document
) -> None:
    before = _texts(document)
    QApplication.sendEvent(page.editor, QInputMethodEvent("zheng'fu", []))
    assert _texts(document) == before
    done = QInputMethodEvent("", [])
    done.setCommitString("政府")
    QApplication.sendEvent(page.editor, done)
    assert _texts(document)[0] == "政府" + before[0]


def test_everything_can_be_deleted_and_brought_back(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    before = _texts(document)
    page.editor.selectAll()
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    assert document.report.chapter("overview").paragraphs == ()
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CONTROL)
    assert _shown(page) == _texts(document) == before


def test_pasted_paragraphs_lose_their_indents_and_are_one_step(
    page: ChapterPage, document: Document
) -> None:
    data = QMimeData()
    data.setText("\u3000\u3000甲。\r\n\r\n\u3000\u3000乙。\r\n")
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    page.editor.insertFromMimeData(data)
    assert _texts(document)[-2].endswith("甲。")
    assert _texts(document)[-1] == "乙。"
    assert document.stack.count() == 1


def test_a_paragraph_cut_with_its_break_stays_one_where_it_is_pasted(
    page: ChapterPage, document: Document
) -> None:
    _set(document, "甲。", "（一）乙。", "丙。")
    cursor = page.editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    page.editor.cut()
    assert _texts(document) == ["甲。", "丙。"]
    page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    page.editor.paste()
    assert _texts(document) == ["（一）乙。", "甲。", "丙。"]


def test_paragraphs_pasted_before_text_do_not_run_into_it(
    page: ChapterPage, document: Document
) -> None:
    _set(document, "𠮷前后。")
    _put_cursor(page, 3)
    _paste(page, "第一段。\n第二段。\n")
    assert _texts(document) == ["𠮷前第一段。", "第二段。", "后。"]


def test_paragraphs_pasted_over_a_paragraph_leave_no_empty_one(
    page: ChapterPage, document: Document
) -> None:
    _set(document, "甲。", "乙。", "丙。")
    cursor = page.editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    _paste(page, "第一段。\n第二段。\n")
    assert _texts(document) == ["甲。", "第一段。", "第二段。", "丙。"]


def test_an_empty_chapter_holds_just_the_pasted_paragraphs(
    page: ChapterPage, document: Document
) -> None:
    _set(document)
    _paste(page, "第一段。\n第二段。\n")
    assert _texts(document) == _shown(page) == ["第一段。", "第二段。"]


def test_control_characters_are_not_pasted(page: ChapterPage, document: Document) -> None:
    _set(document)
    _paste(page, "甲\x00\x07\t乙\x1f\n丙\x0c")
    assert _texts(document) == ["甲 乙", "丙"]


@pytest.mark.parametrize("at", [0, 2, 5, 6, 9])
@pytest.mark.parametrize(
    "keys", [(Qt.Key.Key_A, Qt.Key.Key_B), (Qt.Key.Key_Return,), (Qt.Key.Key_Backspace,)]
)
def test_after_undo_writing_goes_on_at_the_same_place(
    page: ChapterPage, document: Document, qtbot: QtBot, at: int, keys: tuple[Qt.Key, ...]
) -> None:
    before = "甲甲甲甲。\n乙𠮷"
    _set(document, *before.split("\n"))
    _put_cursor(page, at)
    for key in keys:
        qtbot.keyClick(page.editor, key)
    if _texts(document) != before.split("\n"):
        qtbot.keyClick(page.editor, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClicks(page.editor, "c")
    index = index_at(before, at)
    assert "\n".join(_texts(document)) == before[:index] + "c" + before[index:]
    assert _shown(page) == _texts(document)


def test_after_undo_of_deleted_words_the_cursor_is_behind_them(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    _set(document, "第一段。", "第二段。")
    cursor = page.editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    qtbot.keyClick(page.editor, Qt.Key.Key_Z, CONTROL)
    assert page.editor.textCursor().position() == 6
    qtbot.keyClick(page.editor, Qt.Key.Key_Y, CONTROL)
    assert page.editor.textCursor().position() == 2


def test_after_redo_of_a_break_the_cursor_is_in_the_new_paragraph(
    page: ChapterPage, document: Document, qtbot: QtBot
) -> None:
    _set(document, "甲。", "乙。")
    _put_cursor(page, 2)
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    document.stack.undo()
    document.stack.redo()
    qtbot.keyClicks(page.editor, "c")
    assert _texts(document) == ["甲。", "c", "乙。"]


def test_a_place_behind_a_rare_character_is_selected(
    page: ChapterPage, window: MainWindow, document: Document
) -> None:
    _set(document, "𠮷县会议4次")
    window.show_place(SpanAddress("overview", 0, 2, 6))
    assert page.editor.textCursor().selectedText() == "会议4次"


def test_a_dropped_file_is_not_written_into_the_text(page: ChapterPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.xjd")])
    assert not page.editor.canInsertFromMimeData(data)


@pytest.mark.parametrize(
    ("at", "old", "new"),
    [
        (0, 0, ["甲"]),
        (3, 0, ["甲", "乙"]),
        (1, 1, []),
        (0, 1, []),
        (2, 1, []),
        (0, 3, []),
        (1, 2, ["甲", "乙", "丙"]),
    ],
)
def test_the_editor_follows_changes_made_elsewhere(
    page: ChapterPage, document: Document, at: int, old: int, new: list[str]
) -> None:
    before = _texts(document)
    paragraphs = document.report.chapter("overview").paragraphs
    change = Change(
        ParagraphAddress("overview", at),
        paragraphs[at : at + old],
        tuple(map(Paragraph, new)),
    )
    document.submit("改", [change])
    assert _shown(page) == (_texts(document) or [""])
    document.stack.undo()
    assert _shown(page) == _texts(document) == before


def test_sections_are_listed_and_lead_to_their_place(
    page: ChapterPage, window: MainWindow, qtbot: QtBot
) -> None:
    titles = [entry.title for entry in page.outline.entries]
    assert titles == ["（一）强化组织机构建设", "（二）加强公开制度机制建设"]
    page.outline.itemClicked.emit(page.outline.topLevelItem(1), 0)
    assert page.editor.textCursor().block().text().startswith("（二）")
    assert window.focusWidget() is page.editor


def test_a_new_section_appears_in_the_list_while_it_is_typed(
    page: ChapterPage, qtbot: QtBot
) -> None:
    page.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    page.editor.insertPlainText("（三）其他。")
    assert page.outline.topLevelItem(2).text(0) == "（三）其他"


def test_a_span_is_selected(page: ChapterPage, window: MainWindow, document: Document) -> None:
    text = _texts(document)[1]
    start = text.index("会议4次")
    window.show_place(SpanAddress("overview", 1, start, start + 4))
    assert page.editor.textCursor().selectedText() == "会议4次"


def test_heading_parts_are_bold(page: ChapterPage) -> None:
    block = page.editor.document().findBlockByNumber(1)
    # The fields of a FormatRange are not in the type stubs.
    formats = cast("list[Any]", block.layout().formats())
    bold = [f for f in formats if f.format.fontWeight() > 400]
    assert [(f.start, f.length) for f in bold] == [(0, len("（一）强化组织机构建设。"))]
