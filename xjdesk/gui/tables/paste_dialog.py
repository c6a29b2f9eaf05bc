"""Showing what pasting a range would do, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.model_index import Index
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.row_list import make_row_list
from xjdesk.gui.tables.paste_question import PasteLine, PasteQuestion

_COLUMNS = ("位置", "现在", "粘贴", "说明")
_WIDTHS_EM = {1: 6, 2: 8, 3: 12}
_WIDTH_PX, _HEIGHT_PX = 680, 420


class PasteDialog(QDialog):
    """The question whether to fill in what was copied elsewhere."""

    def __init__(self, question: PasteQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴到统计表")
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        headline = PlainLabel(self, question.headline)
        headline.setWordWrap(True)
        self.list = QTableView(self)
        self.list.setAccessibleName("粘贴的每一格")
        self.list.setAccessibleDescription(question.headline)
        self.list.setModel(_Lines(question.lines, self))
        make_row_list(self.list, _WIDTHS_EM)
        self.list.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(self)
        self.fill = QPushButton("填入", self)
        self.fill.setDefault(True)
        buttons.addButton(self.fill, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (headline, self.list, buttons):
            layout.addWidget(widget)
        self.fill.setFocus()


class _Lines(QAbstractTableModel):
    def __init__(self, lines: Sequence[PasteLine], parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return _COLUMNS[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        text = (line.where, line.now, line.pasted, line.remark)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None
