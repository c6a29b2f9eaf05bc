"""The editor of a chapter's text: one block of the control is one paragraph of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.gui.chapter_blocks import show_difference, shown_paragraphs
from xjdesk.gui.chapter_highlighter import ChapterHighlighter
from xjdesk.gui.chapter_text import (
    Difference,
    Paragraphs,
    difference,
    pasted_text,
    without_figures,
)
from xjdesk.gui.document import Document
from xjdesk.gui.figures.anchors import FigureAnchors
from xjdesk.gui.figures.clip import add_figures, paragraphs_in
from xjdesk.gui.figures.layer import FigureLayer
from xjdesk.gui.figures.menu import add_figure_entries, told_by_chip
from xjdesk.gui.findings.mark_menu import add_finding_entries
from xjdesk.gui.findings.text_marks import TextMarks
from xjdesk.gui.findings.text_tips import FindingTips
from xjdesk.gui.pasting.pasted_words import pasted_words
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.read_only import follow_access
from xjdesk.gui.sections.differences import differences, renewed_behind
from xjdesk.gui.text_span import index_at, qt_length
from xjdesk.gui.typing_groups import CaretState, TypingGroups
from xjdesk.gui.undo_keys import UndoKeys, without_undo
from xjdesk.typesetting.pages import Origin

_TEXT_SIZE_PT = 12.0
_LINE_HEIGHT_PERCENT = 120.0
_PARAGRAPH_GAP_EM = 0.4
_FIRST_LINE_INDENT_EM = 2
_TEXT_MARGIN_PX = 14


class ChapterEditor(QTextEdit):
    """Edits the paragraphs of one chapter; figures in them are shown as chips.

    It has no undo of its own: every edit goes to the document at once. Typing is taken back by
    groups of words. A figure that is written into is plain text again.

    Signals:
        caret_moved: The caret moved, or the editor took the focus.
        told: A sentence about what was just done, for the status bar.
        place_wanted: The cell of a chip that the user asked to be led to.
        figure_wanted: The FigureDeed that the user asked for.
        edited: What the user wrote or deleted here was handed to the document.
        deed_wanted: The FindingDeed that the user asked for.
    """

    caret_moved = Signal()
    told = Signal(object)
    place_wanted = Signal(object)
    figure_wanted = Signal(object)
    edited = Signal()
    deed_wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        chapter_id: str,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`clock` tells the time in seconds: a pause in typing ends what is taken back at once."""
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._typing = TypingGroups(clock)
        self.keeps_numbers = True
        self._is_submitting = False
        self._is_showing = False
        self._brought: tuple[int, Paragraphs] = (0, ())
        self._undo_keys = UndoKeys(self)
        self._anchors = FigureAnchors(self)
        self._figures = FigureLayer(self, self._anchors)
        self._marks = TextMarks(document, chapter_id, self)
        self._tips = FindingTips(self, self._marks)
        self.setObjectName(f"chapter-{chapter_id}")
        self.setAccessibleName("正文")
        self.setAccessibleDescription("本章的正文；标题按“（一）”“1.”编号")
        self.setPlaceholderText("　　在此写入正文；标题按“（一）”“1.”编号即可。")
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = self.font()
        font.setPointSizeF(_TEXT_SIZE_PT)
        self.setFont(font)
        self.document().setDocumentMargin(_TEXT_MARGIN_PX)
        self._lay_out()
        follow_access(self, document.access)
        self.refresh()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._highlighter = ChapterHighlighter(
            document, chapter_id, self.document(), self.palette()
        )
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def refresh(self, *, leaves_caret: bool = False) -> None:
        """Show the paragraphs as they stand in the report, touching only those that differ.

        The caret goes behind what changed, or stays among the words where it is.
        """
        shown, paragraphs = self._shown(), self._paragraphs()
        if shown == paragraphs:
            return
        to_show = differences(without_figures(shown), without_figures(paragraphs))
        if to_show and not self._is_equal_when_empty():
            self._typing.begin()
            self._show(to_show, leaves_caret=leaves_caret or self._is_submitting)
        self._anchors.put(paragraphs)
        self.viewport().update()

    def zoom(self, percent: int) -> None:
        """Show the text so large; 100 is the usual size."""
        font = self.font()
        font.setPointSizeF(_TEXT_SIZE_PT * percent / 100)
        self.setFont(font)
        self._is_showing = True
        self._lay_out()
        self._is_showing = False

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

    def selection(self) -> SpanAddress:
        """What is selected of the paragraph in which the caret stands; nothing but the caret."""
        cursor = self.textCursor()
        block = cursor.block()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        within = (max(min(end - block.position(), block.length() - 1), 0) for end in ends)
        start, end = (index_at(block.text(), position) for position in within)
        return SpanAddress(self._chapter_id, cursor.blockNumber(), start, end)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file dropped here is for the window to open, not a path to be written into the text.
        return (source.hasText() or source.hasHtml()) and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = super().createMimeDataFromSelection()
        add_figures(copied, self._anchors.selected(self.textCursor()), self._document.report)
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        words = pasted_words(source)
        text = pasted_text(words.text, *_around_selection(cursor))
        if text:
            self._typing.begin()
            brought = paragraphs_in(source, text, self._document.report)
            self._brought = (cursor.selectionStart(), brought)
            if words.sentence:
                # Before what the edit itself may have to tell about figures.
                self.told.emit(words.sentence)
            cursor.insertText(text)
            self._typing.begin()
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._figures.paint(QRectF(event.rect()))
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            shown = self._figures.at(event.pos())
            if shown is not None:
                document, area = self._document, self._figures.area(shown)
                words = told_by_chip(document.form, document.report, shown.figure.source)
                QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport(), area)
                return True
            QToolTip.hideText()
        return super().viewportEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        shown = self._figures.at(event.position().toPoint())
        if shown is None:
            super().mouseDoubleClickEvent(event)
        else:
            self._figures.select(shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        shown = self._figures.at(event.pos())
        if shown is not None:
            self._figures.select(shown)
        menu = self.createStandardContextMenu(event.pos())
        without_undo(menu)
        add_figure_entries(
            menu,
            self._document.form,
            None if shown is None else shown.figure.source,
            self.place_wanted.emit,
            None if self.isReadOnly() else self.figure_wanted.emit,
        )
        found = self._marks.at_caret() if by_keys else self._marks.at(event.pos())
        add_finding_entries(menu, found, self.deed_wanted.emit, can_change=not self.isReadOnly())
        # Asked for by a key, it opens below the line that it is about.
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.exec(below if by_keys else event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.isReadOnly():
            # Shift+Enter too: a paragraph holds no line breaks.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The list of sections comes beside it with the first of them: lines break anew.
        seen = QRect(QPoint(), event.oldSize().expandedTo(event.size()))
        is_seen = seen.intersects(self.cursorRect())
        super().resizeEvent(event)
        if is_seen:
            self.ensureCursorVisible()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The tabs zoom.
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._typing.begin()
        self.caret_moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.use_palette(self.palette())

    def _lay_out(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        layout = QTextBlockFormat()
        layout.setTextIndent(_FIRST_LINE_INDENT_EM * em)
        layout.setBottomMargin(_PARAGRAPH_GAP_EM * em)
        layout.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(layout)

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self._take_edit()
            self._typing.leave(self._caret_state())

    def _on_caret_moved(self) -> None:
        self._typing.move(self._caret_state())
        self.caret_moved.emit()

    def _caret_state(self) -> CaretState:
        cursor = self.textCursor()
        return CaretState(self.document().revision(), cursor.position(), cursor.anchor())

    def _take_edit(self) -> None:
        """Hand over to the document what differs from it now."""
        if self._anchors.settle():
            self.told.emit("已解除引用：该数已被改动，不再随统计表变化。")
        self._anchors.add(*self._brought)
        self._brought = (0, ())
        edit = difference(self._paragraphs(), self._shown())
        if edit is None or self._is_equal_when_empty():
            return
        key = (self._chapter_id, self._typing.number_of(edit)) if edit.is_typing else None
        renewed = edit.change(self._chapter_id), *self._renewed(edit)
        self._is_submitting = True
        try:
            self._document.submit("修改正文", renewed, key if len(renewed) == 1 else None)
        finally:
            self._is_submitting = False
        if key is None:
            self._typing.begin()
        self.edited.emit()

    def _renewed(self, edit: Difference) -> Iterable[Change]:
        """What becomes of the numbers of other paragraphs by an edit of the text."""
        if not self.keeps_numbers:
            return ()
        return renewed_behind(self._chapter_id, self._paragraphs(), edit)

    def _shown(self) -> Paragraphs:
        return self._anchors.dressed(shown_paragraphs(self.document()))

    def _paragraphs(self) -> Paragraphs:
        return self._document.report.chapter(self._chapter_id).paragraphs

    def _is_equal_when_empty(self) -> bool:
        """Whether the report holds one empty paragraph, which looks like none."""
        paragraphs = self._paragraphs()
        is_empty = len(paragraphs) <= 1 and not any(p.text for p in paragraphs)
        return is_empty and not self.toPlainText()

    def _show(self, to_show: Sequence[Difference], *, leaves_caret: bool) -> None:
        self._is_showing = True
        cursors = [
            show_difference(self.document(), found, self.textCursor().position())
            for found in to_show
        ]
        if not leaves_caret:
            self.setTextCursor(cursors[0])
        self._is_showing = False


def _around_selection(cursor: QTextCursor) -> tuple[str, str]:
    """What stands before and behind the selection, in the paragraphs where it begins and ends."""
    first = cursor.document().findBlock(cursor.selectionStart())
    last = cursor.document().findBlock(cursor.selectionEnd())
    before = index_at(first.text(), cursor.selectionStart() - first.position())
    behind = index_at(last.text(), cursor.selectionEnd() - last.position())
    return first.text()[:before], last.text()[behind:]
