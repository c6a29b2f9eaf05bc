"""What the window shows while no document is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.look.scaled_letters import ScaledLetters
from xjdesk.gui.plain_tip import plain_tip

_TITLE_TIMES = 1.7
_WIDTH_PX = 560
_ICON_PX = 40
_BEFORE_MARGINS = 100


class StartPage(QWidget):
    """The first steps, and the files last used.

    Signals:
        chosen: The Path of a recent file that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("政府信息公开工作年度报告", self)
        ScaledLetters(title, _TITLE_TIMES)
        self._caption = QLabel("最近文件", self)
        self.recent = QListWidget(self)
        self.recent.setAccessibleName("最近文件")
        self.recent.setMaximumHeight(240)
        self.recent.itemClicked.connect(self._on_item)
        self.recent.itemActivated.connect(self._on_item)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(QLabel("编写、审核、打印、报送，不联网，数据只在本机。", self))
        column.addLayout(self._buttons(actions))
        column.addWidget(self._caption)
        column.addWidget(self.recent)
        column.addStretch(3)
        box = QWidget(self)
        box.setLayout(column)
        box.setMaximumWidth(_WIDTH_PX)
        centred = QHBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(box, _BEFORE_MARGINS)
        centred.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        # Hidden behind a document it would still keep the window large.
        return QSize(0, 0)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these files."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.name}\n{path.parent}", self.recent)
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(plain_tip(str(path)))
        self._caption.setVisible(bool(paths))
        self.recent.setVisible(bool(paths))

    def _buttons(self, actions: Sequence[QAction]) -> QHBoxLayout:
        line = QHBoxLayout()
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(
                button.iconSize().scaled(
                    _ICON_PX, _ICON_PX, Qt.AspectRatioMode.KeepAspectRatioByExpanding
                )
            )
            button.setMinimumSize(130, 90)
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
