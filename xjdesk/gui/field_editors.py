"""One control for each kind of document field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPoint
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from xjdesk.core.change import Change
from xjdesk.core.document_fields import TITLE, Field, FieldKind
from xjdesk.gui.chosen_line import ChosenLine
from xjdesk.gui.document import Document
from xjdesk.gui.entered_text import several_lines
from xjdesk.gui.one_line_edit import OneLineEdit
from xjdesk.gui.read_only import follow_access
from xjdesk.gui.text_span import TextSpan, changed_span, index_at, qt_length
from xjdesk.gui.titles.breaking_button import TitleBreakingButton
from xjdesk.gui.undo_keys import UndoKeys

_LINES_SHOWN = 3
_BESIDE_GAP_PX = 2


def field_editor(document: Document, field: Field, parent: QWidget) -> FieldEditor:
    """The control for `field`."""
    match field.kind:
        case FieldKind.LINES:
            editor = LinesEditor(document, field, parent)
            if field.address == TITLE:
                editor.put_beside(TitleBreakingButton(document, editor))
        case FieldKind.CHOICE if not document.access.can_edit:
            editor = ChosenLine(partial(_chosen, document, field), parent)
        case FieldKind.CHOICE:
            editor = ChoiceEditor(document, field, parent)
        case FieldKind.LINE | FieldKind.DATE:
            editor = LineEditor(document, field, parent)
    editor.setObjectName(f"field-{field.address.group}-{field.address.name}")
    editor.setAccessibleName(field.label)
    editor.setAccessibleDescription(field.hint)
    return editor


class _Submission(QObject):
    """Hands the text of one control to the document; typing in one stay is one step."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._field = field
        self._stay = 0

    def begin_stay(self) -> None:
        """What is typed from here on is another step."""
        self._stay += 1

    def current(self) -> str:
        """The field as it stands in the report."""
        return self._document.report.field(self._field.address)

    def submit(self, text: str) -> None:
        """Make `text` the content of the field."""
        change = Change(self._field.address, self.current(), text)
        self._document.submit(
            f"填写“{self._field.label}”", [change], (self._field.address, self._stay)
        )


class LineEditor(OneLineEdit):
    """A field of one line."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._submission = _Submission(document, field, self)
        self.setPlaceholderText(field.hint)
        self.entered.connect(self._submission.submit)
        follow_access(self, document.access)
        self.refresh()

    def refresh(self) -> None:
        """Show the field as it stands in the report."""
        if self.text() != self._submission.current():
            self._submission.begin_stay()
            self.show_text(self._submission.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._submission.begin_stay()


class LinesEditor(QPlainTextEdit):
    """A field of several lines."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._submission = _Submission(document, field, self)
        self._undo_keys = UndoKeys(self)
        self._beside: QWidget | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(field.hint)
        line = self.fontMetrics().lineSpacing()
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(_LINES_SHOWN * line + frame)
        follow_access(self, document.access)
        self.refresh()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.textChanged.connect(self._on_text_changed)

    def refresh(self) -> None:
        """Show the field as it stands in the report, touching only what differs."""
        shown, current = self._shown(), self._submission.current()
        if shown != current:
            self._submission.begin_stay()
            position = index_at(shown, self.textCursor().position())
            self._show(shown, changed_span(shown, current, position))

    def put_beside(self, control: QWidget) -> None:
        """Show `control`, a child of this one, inside the frame at the right of the text."""
        self._beside = control
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setViewportMargins(0, 0, control.sizeHint().width() + 2 * _BESIDE_GAP_PX, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The event tells the width of the text. Asking for the viewport, a widget that Python does
        # not know yet, would have PySide load every kind of widget there is.
        if self._beside is not None:
            self._beside.resize(self._beside.sizeHint())
            right = self.contentsRect().topLeft() + QPoint(event.size().width(), 0)
            self._beside.move(right + QPoint(_BESIDE_GAP_PX, _BESIDE_GAP_PX))
        # It may show or hide the scroll bar, which is another event: that one has the last word.
        super().resizeEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file dropped here is for the window to open, not a path to be written into the text.
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.isReadOnly():
            self.textCursor().insertText(several_lines(source.text()))
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._submission.begin_stay()

    def _shown(self) -> str:
        """The text, each character where the cursor counts it."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _show(self, shown: str, span: TextSpan) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_length(shown[: span.start]))
        cursor.setPosition(qt_length(shown[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        self.blockSignals(True)
        cursor.insertText(span.text)
        self.setTextCursor(cursor)
        self.blockSignals(False)

    def _on_text_changed(self) -> None:
        self._submission.submit(several_lines(self._shown()))


class ChoiceEditor(QComboBox):
    """A field with a few choices, or none of them; another text in the report is kept and shown."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._submission = _Submission(document, field, self)
        self.setToolTip(field.hint)
        self.setPlaceholderText(field.hint)
        self.addItem(_unchosen(field), "")
        for choice in field.choices:
            self.addItem(choice, choice)
        self.refresh()
        self.activated.connect(self._on_activated)

    def refresh(self) -> None:
        """Show the field as it stands in the report."""
        text = self._submission.current()
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not change what the pointer happens to pass over.
        event.ignore()

    def _on_activated(self) -> None:
        self._submission.begin_stay()
        self._submission.submit(str(self.currentData()))


FieldEditor = LineEditor | LinesEditor | ChoiceEditor | ChosenLine


def _unchosen(field: Field) -> str:
    return f"（未选，按{field.usual}）" if field.usual else "（未选）"


def _chosen(document: Document, field: Field) -> str:
    return document.report.field(field.address) or _unchosen(field)
