"""The part of a cell in which its number stands: above the strip of notes, which is not entered."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from xjdesk.gui.item_option import rect_of, within
from xjdesk.gui.model_index import Index
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.strip import small, strip_height


class EntryDelegate(QStyledItemDelegate):
    """Draws number, ground, sign and selection above the strip, and opens the editor there."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self._font = parent.font()
        self._margins: dict[int, QMargins] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        below = self._below(index)
        super().paint(painter, within(option, below) if below.bottom() else option, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        # Signs of findings would leave it too little room.
        editor.setGeometry(rect_of(option).marginsRemoved(self._below(index)))

    def _below(self, index: Index) -> QMargins:
        lines = self._model.strip_lines(index.row(), index.column())
        font = self._view.font()
        if font != self._font:
            self._font, self._margins = font, {}
        if lines not in self._margins:
            height = strip_height(lines, QFontMetrics(small(font)))
            self._margins[lines] = QMargins(0, 0, 0, height)
        return self._margins[lines]
