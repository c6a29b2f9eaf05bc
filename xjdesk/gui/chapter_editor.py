"""The editor of a chapter's text: one block of the control is one paragraph of the report."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.gui.chapter_blocks import show_difference, shown_paragraphs
from xjdesk.gui.chapter_highlighter import ChapterHighlighter
from xjdesk.gui.chapter_text import Difference, Paragraphs, difference, pasted_text
from xjdesk.gui.document import Document
from xjdesk.gui.text_span import index_at, qt_length
from xjdesk.gui.undo_keys import UndoKeys
from xjdesk.typesetting.pages import Origin

_TEXT_SIZE_PT = 12.0
_LINE_HEIGHT_PERCENT = 120.0
_PARAGRAPH_GAP_EM = 0.4
_FIRST_LINE_INDENT_EM = 2
_TEXT_MARGIN_PX = 14
_SENTENCE_ENDS = ("。", "！", "？", "；")


class ChapterEditor(QTextEdit):
    """Edits the paragraphs of one chapter.

    It has no undo of its own: every edit goes to the document at once. Typing within a paragraph
    is one step up to the end of a sentence.

    Signals:
        caret_moved: The caret moved, or the editor took the focus.
    """

    caret_moved = Signal()

    def __init__(self, document: Document, chapter_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._stay = 0
        self._is_showing = False
        self._undo_keys = UndoKeys(self)
        self.setObjectName(f"chapter-{chapter_id}")
        self.setAccessibleName("正文")
        self.setPlaceholderText("在此写入正文；标题按“（一）”“1.”编号即可。")
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = self.font()
        font.setPointSizeF(_TEXT_SIZE_PT)
        self.setFont(font)
        self.document().setDocumentMargin(_TEXT_MARGIN_PX)
        self._lay_out()
        self.refresh()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._highlighter = ChapterHighlighter(document, chapter_id, self.document())
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self.caret_moved)

    def refresh(self) -> None:
        """Show the paragraphs as they stand in the report, touching only those that differ."""
        to_show = difference(self._shown(), self._paragraphs())
        if to_show is not None and not self._is_equal_when_empty():
            self._stay += 1
            self._show(to_show)

    def refresh_findings(self) -> None:
        """Underline what findings point at now."""
        self._highlighter.refresh()

    def show_place(self, place: SpanAddress | ParagraphAddress) -> None:
        """Select the words, or the start of the paragraph, and give the editor the focus."""
        block = self.document().findBlockByNumber(place.paragraph)
        if not block.isValid():
            block = self.document().lastBlock()
        cursor = QTextCursor(block)
        if isinstance(place, SpanAddress):
            text = block.text()
            cursor.setPosition(block.position() + qt_length(text[: place.start]))
            end = block.position() + qt_length(text[: place.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def here(self) -> Origin:
        """The paragraph in which the caret stands, and before which character."""
        cursor = self.textCursor()
        offset = index_at(cursor.block().text(), cursor.positionInBlock())
        return Origin(ParagraphAddress(self._chapter_id, cursor.blockNumber()), offset)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file dropped here is for the window to open, not a path to be written into the text.
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        text = pasted_text(source.text(), *_around_selection(cursor))
        if text:
            self._stay += 1
            cursor.insertText(text)
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Shift+Enter too: a paragraph holds no line breaks.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The list of sections comes beside it with the first of them: lines break anew.
        is_seen = self.viewport().rect().intersects(self.cursorRect())
        super().resizeEvent(event)
        if is_seen:
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stay += 1
        self.caret_moved.emit()

    def _lay_out(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        layout = QTextBlockFormat()
        layout.setTextIndent(_FIRST_LINE_INDENT_EM * em)
        layout.setBottomMargin(_PARAGRAPH_GAP_EM * em)
        layout.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(layout)

    def _on_text_changed(self) -> None:
        if self._is_showing:
            return
        edit = difference(self._paragraphs(), self._shown())
        if edit is None:
            return
        key = (self._chapter_id, edit.at, self._stay) if edit.is_typing else None
        self._document.submit("修改正文", [edit.change(self._chapter_id)], key)
        if key is None or self._is_behind_sentence(edit):
            self._stay += 1

    def _is_behind_sentence(self, edit: Difference) -> bool:
        """Whether typing just ended a sentence: the next one is another step."""
        cursor = self.textCursor()
        text = cursor.block().text()
        before = text[: index_at(text, cursor.positionInBlock())]
        is_longer = len(edit.new[0].text) > len(edit.old[0].text)
        return is_longer and before.endswith(_SENTENCE_ENDS)

    def _shown(self) -> Paragraphs:
        return shown_paragraphs(self.document())

    def _paragraphs(self) -> Paragraphs:
        return self._document.report.chapter(self._chapter_id).paragraphs

    def _is_equal_when_empty(self) -> bool:
        """Whether the report holds one empty paragraph, which looks like none."""
        return not any(p.text for p in self._paragraphs()) and not self.toPlainText()

    def _show(self, to_show: Difference) -> None:
        self._is_showing = True
        cursor = show_difference(self.document(), to_show, self.textCursor().position())
        self.setTextCursor(cursor)
        self._is_showing = False


def _around_selection(cursor: QTextCursor) -> tuple[str, str]:
    """What stands before and behind the selection, in the paragraphs where it begins and ends."""
    first = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    before = index_at(first.text(), cursor.selectionStart() - first.position())
    behind = index_at(last.text(), cursor.selectionEnd() - last.position())
    return first.text()[:before], last.text()[behind:]
