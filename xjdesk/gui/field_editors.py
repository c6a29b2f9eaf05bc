"""One control for each kind of document field."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from xjdesk.core.change import Change
from xjdesk.core.document_fields import Field, FieldKind
from xjdesk.gui.document import Document
from xjdesk.gui.undo_keys import UndoKeys

_LINES_SHOWN = 3


def field_editor(
    document: Document, field: Field, parent: QWidget
) -> LineEditor | LinesEditor | ChoiceEditor:
    """The control for `field`."""
    match field.kind:
        case FieldKind.LINES:
            editor = LinesEditor(document, field, parent)
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


class LineEditor(QLineEdit):
    """A field of one line."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._submission = _Submission(document, field, self)
        self._undo_keys = UndoKeys(self)
        self.setPlaceholderText(field.hint)
        self.textEdited.connect(self._submission.submit)
        self.refresh()

    def refresh(self) -> None:
        """Show the field as it stands in the report."""
        if self.text() != self._submission.current():
            self._submission.begin_stay()
            self.setText(self._submission.current())

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
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(field.hint)
        line = self.fontMetrics().lineSpacing()
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(_LINES_SHOWN * line + frame)
        self.refresh()
        self.textChanged.connect(self._on_text_changed)

    def refresh(self) -> None:
        """Show the field as it stands in the report."""
        if self.toPlainText() != self._submission.current():
            self._submission.begin_stay()
            self.blockSignals(True)
            self.setPlainText(self._submission.current())
            self.blockSignals(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._submission.begin_stay()

    def _on_text_changed(self) -> None:
        self._submission.submit(self.toPlainText())


class ChoiceEditor(QComboBox):
    """A field with a few choices, or none of them; another text in the report is kept and shown."""

    def __init__(self, document: Document, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._submission = _Submission(document, field, self)
        self.setToolTip(field.hint)
        self.setPlaceholderText(field.hint)
        self.addItem("（未选）", "")
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
