"""Undo and redo in a text control belong to the document, not to the control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class UndoKeys(QObject):
    """Keeps a control from using up the keys of undo and redo."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, control: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        is_redo = event.matches(QKeySequence.StandardKey.Redo)
        if not (is_undo or is_redo):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Left unaccepted, the key goes to the menu's own undo or redo.
            event.ignore()
            return True
        # It arrives here only while the menu entry is disabled: there is nothing to take back.
        return event.type() == QEvent.Type.KeyPress


def without_undo(menu: QMenu) -> None:
    """Take out of the context menu of a control what would undo and redo in the control alone."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    while menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
