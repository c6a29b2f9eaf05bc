"""Whatever is done to sections, the editor shows the report, and all can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.core.chapter_texts import CHAPTERS
from tests.gui.sections.chapter import CHAPTER, OpenChapter
from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.icons import Icons
from xjdesk.gui.severity_look import severity_look
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import new_project

_DEEDS = (
    "level",
    "plain",
    "raise",
    "lower",
    "up",
    "down",
    "renumber",
    "enter",
    "backspace",
    "delete",
    "number",
    "undo",
)
_STEPS = st.lists(
    st.tuples(st.sampled_from(_DEEDS), st.integers(0, 60), st.integers(0, 60) | st.none()),
    max_size=8,
)


def _do(page: ChapterPage, document: Document, deed: str) -> None:
    sections, editor = page.section_editing(), page.editor
    assert sections is not None
    match deed:
        case "level":
            sections.give_level(3)
        case "plain":
            sections.make_plain()
        case "raise":
            sections.raise_level()
        case "lower":
            sections.lower_level()
        case "up":
            sections.move_up()
        case "down":
            sections.move_down()
        case "renumber":
            sections.renumber()
        case "enter":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        case "backspace":
            QTest.keyClick(editor, Qt.Key.Key_Backspace)
        case "delete":
            QTest.keyClick(editor, Qt.Key.Key_Delete)
        case "number":
            editor.insertPlainText("（二）")
        case _:
            document.undo()


def _put_caret(page: ChapterPage, at: int, to: int | None) -> None:
    last = page.editor.document().characterCount() - 1
    cursor = page.editor.textCursor()
    cursor.setPosition(min(at, last))
    if to is None:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    else:
        cursor.setPosition(min(to, last), QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)


def _shown(page: ChapterPage) -> list[str]:
    return page.editor.toPlainText().split("\n")


def _texts(document: Document) -> list[str]:
    return [p.text for p in document.report.chapter(CHAPTER).paragraphs] or [""]


@settings(max_examples=40, deadline=None)
@given(CHAPTERS, _STEPS)
def test_the_editor_shows_the_report_and_all_is_taken_back(
    qapp: QApplication,
    form: Form,
    sample: Report,
    library: FormLibrary,
    chapter: tuple[Paragraph, ...],
    steps: list[tuple[str, int, int | None]],
) -> None:
    document = Document(new_project(sample, library.source(form.id)), form, None)
    old = document.report.chapter(CHAPTER).paragraphs
    document.submit("改", [Change(ParagraphAddress(CHAPTER, 0), old, chapter)])
    document.stack.clear()
    before = document.report.chapter(CHAPTER)
    look = severity_look(Icons(resource))
    page = ChapterPage(document, "章", before, None, look)
    document.changed.connect(page.refresh)
    for deed, at, to in steps:
        _put_caret(page, at, to)
        _do(page, document, deed)
        assert _shown(page) == _texts(document)
    while document.stack.canUndo():
        document.undo()
        assert _shown(page) == _texts(document)
    assert document.report.chapter(CHAPTER) == before
    document.close()
    page.deleteLater()


def test_two_empty_paragraphs_are_not_shown_as_none(chapter: OpenChapter) -> None:
    chapter.write()
    change = Change(ParagraphAddress(CHAPTER, 0), (), (Paragraph(""), Paragraph("")))
    chapter.document.submit("改", [change])
    assert chapter.shown == ["", ""]


def test_a_chapter_with_nothing_left_has_no_paragraph(chapter: OpenChapter) -> None:
    chapter.write("（一）")
    chapter.put_caret(0, 3)
    QTest.keyClick(chapter.editor, Qt.Key.Key_Return)
    assert chapter.texts == []
    chapter.document.undo()
    assert chapter.shown == ["（一）"]
