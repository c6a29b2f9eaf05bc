"""The editor of a chapter's text: one block of the control is one paragraph of the report."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.gui.chapter_highlighter import ChapterHighlighter
from xjdesk.gui.chapter_text import (
    Difference,
    Paragraphs,
    difference,
    paragraphs_of,
    pasted_paragraphs,
)
from xjdesk.gui.document import Document
from xjdesk.gui.undo_keys import UndoKeys

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
    """

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
            length = len(block.text())
            cursor.setPosition(block.position() + min(place.start, length))
            end = block.position() + min(place.end, length)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file dropped here is for the window to open, not a path to be written into the text.
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        texts = pasted_paragraphs(source.text())
        if texts:
            self._stay += 1
            self.textCursor().insertText("\n".join(texts))
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Shift+Enter too: a paragraph holds no line breaks.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stay += 1

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
        before = cursor.block().text()[: cursor.positionInBlock()]
        is_longer = len(edit.new[0].text) > len(edit.old[0].text)
        return is_longer and before.endswith(_SENTENCE_ENDS)

    def _shown(self) -> Paragraphs:
        texts: list[str] = []
        block = self.document().begin()
        while block.isValid():
            texts.append(block.text())
            block = block.next()
        return paragraphs_of(texts)

    def _paragraphs(self) -> Paragraphs:
        return self._document.report.chapter(self._chapter_id).paragraphs

    def _is_equal_when_empty(self) -> bool:
        """Whether the report holds one empty paragraph, which looks like none."""
        return not any(p.text for p in self._paragraphs()) and not self.toPlainText()

    def _show(self, to_show: Difference) -> None:
        """Put the paragraphs `new` where `old` are shown, and the cursor behind them."""
        self._is_showing = True
        texts = [paragraph.text for paragraph in to_show.new]
        cursor = QTextCursor(self.document())
        if to_show.old:
            self._replace(cursor, to_show, texts)
        else:
            self._insert(cursor, to_show.at, texts)
        self.setTextCursor(cursor)
        self._is_showing = False

    def _replace(self, cursor: QTextCursor, to_show: Difference, texts: list[str]) -> None:
        document = self.document()
        first = document.findBlockByNumber(to_show.at)
        last = document.findBlockByNumber(to_show.at + len(to_show.old) - 1)
        start, end = first.position(), last.position() + last.length() - 1
        if not texts:
            # The break goes with the paragraphs: the one before them, or behind at the start.
            if start > 0:
                start -= 1
            elif last.next().isValid():
                end += 1
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(texts))

    def _insert(self, cursor: QTextCursor, at: int, texts: list[str]) -> None:
        block = self.document().findBlockByNumber(at)
        if not self._shown():
            cursor.insertText("\n".join(texts))
        elif block.isValid():
            cursor.setPosition(block.position())
            cursor.insertText("\n".join(texts) + "\n")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("\n" + "\n".join(texts))
