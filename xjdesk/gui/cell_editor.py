"""The line edit in which a cell of a table is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.range_clip import range_in

_NO_LIMIT = 2**31 - 1
_PASTE_ACTION = "edit-paste"


class CellEditor(QLineEdit):
    """A plain line edit, without validator: it takes whatever an input method sends.

    Signals:
        range_pasted: A range of cells was to be pasted, which one cell cannot hold.
    """

    range_pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setAutoFillBackground(True)
        # Qt cuts longer texts off without a word, also one that stands in the cell already.
        self.setMaxLength(_NO_LIMIT)

    def paste(self) -> None:
        """Insert the one field that the clipboard holds; a range of them belongs to the grid."""
        rows = range_in(QGuiApplication.clipboard().mimeData())
        if len(rows) > 1 or any(len(row) > 1 for row in rows):
            self.range_pasted.emit()
        elif rows:
            self.insert(one_cell(rows[0][0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == _PASTE_ACTION:
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        menu.popup(event.globalPos())
