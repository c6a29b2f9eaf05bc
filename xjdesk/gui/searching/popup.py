"""The window in which something is found by typing and chosen by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.searching.choices import SearchChoice, found_by

_WIDTH_EM, _HEIGHT_EM = 44, 24
_NAME, _DETAIL, _KEY = range(3)
_CHOICE_ROLE = Qt.ItemDataRole.UserRole
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_NOTHING = "没有找到，请换几个字再试。"


class SearchPopup(QDialog):
    """A line to type into over the list of what that may mean; Enter chooses, Esc closes.

    The arrows move in the list while the caret stays in the line.

    Signals:
        chosen: The SearchChoice that was chosen; the window is closed by then.
    """

    chosen = Signal(object)

    def __init__(self, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._over = parent.window()
        self._choices: Sequence[SearchChoice] = ()
        self.line = QLineEdit(self)
        self.line.setAccessibleName(title)
        self.line.setAccessibleDescription(f"{hint}；上下键选择，回车键确定，Esc 关闭")
        self.line.setPlaceholderText(hint)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = _choice_list(title, self)
        self.list.itemClicked.connect(self._choose)
        self._remark = QLabel(self)
        self._remark.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._remark)
        em = self.fontMetrics().horizontalAdvance("国")
        room = parent.screen().availableSize()
        self.resize(min(_WIDTH_EM * em, room.width()), min(_HEIGHT_EM * em, room.height()))

    def offer(self, choices: Sequence[SearchChoice]) -> None:
        """Show the window on these choices, with an empty line."""
        self._choices = choices
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus()

    def shown_names(self) -> list[str]:
        """The names in the list, from the top."""
        rows = range(self.list.topLevelItemCount())
        return [self.list.topLevelItem(row).text(_NAME) for row in rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                if event.key() in _STEPS:
                    self.list.keyPressEvent(event)
                    return True
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._choose(self.list.currentItem())
                    return True
            case _:
                pass
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        over = self._over
        aside = (over.width() - self.width()) // 2
        self.move(over.mapToGlobal(QPoint(max(aside, 0), over.height() // 8)))

    def _search(self, words: str) -> None:
        self.list.clear()
        self.list.addTopLevelItems([_item(choice) for choice in found_by(words, self._choices)])
        self.list.setCurrentItem(self.list.topLevelItem(0))
        is_empty = self.list.topLevelItemCount() == 0
        self._remark.setText(_NOTHING if is_empty else "上下键选择，回车键确定，Esc 关闭")

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        choice = item.data(_NAME, _CHOICE_ROLE)
        if choice.refusal:
            self._remark.setText(f"“{choice.name}”现在不能用：{choice.refusal}。")
            return
        # Closed first: what is chosen works on what had the focus before.
        self.accept()
        self.chosen.emit(choice)


def _choice_list(title: str, parent: QWidget) -> QTreeWidget:
    found = QTreeWidget(parent)
    found.setAccessibleName(f"{title}结果")
    found.setAccessibleDescription("上下键选择，回车键确定")
    found.setColumnCount(3)
    found.setHeaderHidden(True)
    found.setRootIsDecorated(False)
    found.setUniformRowHeights(True)
    found.setAllColumnsShowFocus(True)
    # The caret stays in the line.
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header = found.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    for column in (_DETAIL, _KEY):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return found


def _item(choice: SearchChoice) -> QTreeWidgetItem:
    item = QTreeWidgetItem([choice.name, choice.detail, choice.key])
    item.setData(_NAME, _CHOICE_ROLE, choice)
    item.setToolTip(_NAME, choice.name)
    if choice.refusal:
        # Still to be chosen, so as to be told why not.
        font = item.font(_NAME)
        font.setItalic(True)
        item.setFont(_NAME, font)
        item.setText(_DETAIL, choice.refusal)
    return item
