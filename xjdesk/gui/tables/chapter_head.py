"""What stands above the table of a chapter: the chapter's heading, and its text if it has any."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from xjdesk.core.address import (
    Address,
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.heading_edit import HeadingEdit
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.typesetting.pages import Origin

_LEAST_LINES, _MOST_LINES = 3, 7


class ChapterHead(QWidget):
    """Edits the heading and the paragraphs of one chapter that holds tables.

    The text is shown as long as there is any; a button makes room for the first words.

    Signals:
        moved: The caret moved in heading or text, or one of them took the focus.
    """

    moved = Signal()

    def __init__(
        self,
        document: Document,
        chapter_id: str,
        look: SeverityLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._is_in_heading = True
        self.heading = HeadingEdit(document, chapter_id, look, self)
        self.editor = ChapterEditor(document, chapter_id, self)
        self._button = QPushButton("加写文字", self)
        self._button.setToolTip("在本章的表前写一段文字")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._open)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.editor)
        self.heading.caret.moved.connect(self._on_caret_in_heading)
        self.editor.caret_moved.connect(self._on_caret_in_text)
        self.editor.textChanged.connect(self._fit_height)
        self.editor.installEventFilter(self)
        self._show_text()

    def holds(self, place: Place) -> bool:
        """Whether it is the heading or in the text."""
        is_here = isinstance(place, HeadingAddress | ParagraphAddress | SpanAddress)
        return is_here and place.chapter == self._chapter_id

    def refresh(self, edit: Edit) -> None:
        """Show what `edit` changed, and the findings as they are now."""
        if any(isinstance(c.address, Place) and self.holds(c.address) for c in edit.changes):
            # Figures that follow a cell are nothing that was done here.
            self.editor.refresh(leaves_caret=isinstance(edit.address, CellAddress))
            self._show_text()
        self.heading.refresh()
        self.editor.refresh_findings()

    def show_place(self, place: Place, offset: int | None = None) -> None:
        """Lead to the heading, or to words of the text."""
        if isinstance(place, ParagraphAddress) and offset is not None:
            place = SpanAddress(place.chapter, place.paragraph, offset, offset)
        if isinstance(place, ParagraphAddress | SpanAddress):
            self.editor.show()
            self.editor.show_place(place)
        else:
            self.heading.caret.put(offset)

    def reveal(self, address: Address) -> None:
        """Bring what was just changed into view."""
        if isinstance(address, ParagraphAddress):
            self.editor.show()
            self.editor.ensureCursorVisible()

    def here(self) -> Origin:
        """Where the caret was last."""
        if self._is_in_heading:
            return Origin(HeadingAddress(self._chapter_id), self.heading.caret.offset)
        return self.editor.here()

    def text_selection(self) -> SpanAddress | None:
        """The words selected in the text; None in the heading."""
        return None if self._is_in_heading else self.editor.selection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._show_text()
        elif event.type() == QEvent.Type.Resize:
            self._fit_height()
        return False

    def _open(self) -> None:
        self.editor.show()
        self._button.hide()
        self._fit_height()
        self.editor.setFocus()

    def _show_text(self) -> None:
        """Hide an empty text while nobody writes it."""
        has_text = bool(self._document.report.chapter(self._chapter_id).paragraphs)
        is_open = has_text or self.editor.hasFocus()
        self.editor.setVisible(is_open)
        self._button.setVisible(not is_open and self._document.access.can_edit)
        self._fit_height()

    def _fit_height(self) -> None:
        """Let the text be as high as it is, within bounds: the table has need of the room."""
        line = self.editor.fontMetrics().lineSpacing()
        frame = 2 * self.editor.frameWidth()
        wanted = round(self.editor.document().size().height()) + frame
        self.editor.setFixedHeight(max(_LEAST_LINES * line, min(wanted, _MOST_LINES * line)))

    def _on_caret_in_heading(self) -> None:
        self._is_in_heading = True
        self.moved.emit()

    def _on_caret_in_text(self) -> None:
        self._is_in_heading = False
        self.moved.emit()
