"""Text controls that are only read: their text can be marked, copied and walked through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from xjdesk.gui.access import Access

TextControl = QLineEdit | QPlainTextEdit | QTextEdit

_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def follow_access(control: TextControl, access: Access) -> None:
    """Let `control` be only read where the document cannot be edited."""
    if not access.can_edit:
        make_read_only(control)


def make_read_only(control: TextControl) -> None:
    """Let `control` be only read; what it asked to be written into it is asked no more."""
    control.setReadOnly(True)
    control.setPlaceholderText("")
    if not isinstance(control, QLineEdit):
        # Qt would leave marking to the mouse alone, and show no caret to walk with.
        control.setTextInteractionFlags(_READ)
    _NoComposing(control)


class _NoComposing(QObject):
    """Keeps from `control` what an input method sends: Qt writes it into read-only text as well."""

    def __init__(self, control: TextControl) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, control: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.InputMethod
