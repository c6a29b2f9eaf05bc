"""The window 快捷键一览."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.commands.key_list import KeyGroup, as_text, keys_holding

_SIZE_EM = QSize(40, 40)
_KEYS, _DOES = 0, 1


class ShortcutSheet(QWidget):
    """Lists the keys by where they work, beside the main window; Esc closes it."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._groups = groups
        self.setWindowTitle("快捷键一览")
        self.setObjectName("shortcut-sheet")
        self.line = QLineEdit(self)
        self.line.setAccessibleName("查找快捷键")
        self.line.setAccessibleDescription("只列出含有这些词的快捷键")
        self.line.setPlaceholderText("输入几个字，如“保存”“Ctrl+D”")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._search)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("快捷键")
        self.list.setAccessibleDescription("各处可用的按键和它们的作用")
        self.list.setHeaderLabels(["按键", "作用"])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.header().setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        copy = QPushButton("复制(&C)", self)
        copy.setToolTip("复制全部快捷键，可粘贴到文档中打印")
        copy.clicked.connect(self._copy)
        close = QPushButton("关闭", self)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        em = self.fontMetrics().horizontalAdvance("国")
        self.resize((_SIZE_EM * em).boundedTo(parent.screen().availableSize()))
        self._search("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        self.list.clear()
        for group in keys_holding(words, self._groups):
            head = QTreeWidgetItem([group.title])
            font = self.list.font()
            font.setBold(True)
            head.setFont(_KEYS, font)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setBackground(_KEYS, self.palette().color(QPalette.ColorRole.AlternateBase))
            head.addChildren([QTreeWidgetItem([one.keys, one.does]) for one in group.entries])
            self.list.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
        self.list.expandAll()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._groups))
