"""The grid in which the user's words are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from xjdesk.gui.look.grid_lines import rule_visibly
from xjdesk.gui.words.word_rows import cleaned
from xjdesk.storage.user_words import WordPair, read_pairs

_HEADERS = ("不应写", "应写作")
_LEAST_ROWS = 10
_FORWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordTable(QTableWidget):
    """Two columns with an empty row at the end, in which the next pair is written.

    Signals:
        edited: Something stands there that did not before.
    """

    edited = Signal()

    def __init__(self, pairs: Sequence[WordPair], parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADERS), parent)
        self.setObjectName("word-table")
        self.setAccessibleName("我的用词表")
        self.setAccessibleDescription("每行一个不应写的词和应写作的词，F2 修改")
        self.setHorizontalHeaderLabels(list(_HEADERS))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._append(pairs)
        self.setCurrentCell(len(pairs), 0)
        self.itemChanged.connect(self._on_edited)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        super().initViewItemOption(option)
        rule_visibly(option)

    def rows(self) -> tuple[WordPair, ...]:
        """What stands in the rows, the empty ones included."""
        return tuple(
            WordPair(self._text(row, 0), self._text(row, 1)) for row in range(self.rowCount())
        )

    def add(self) -> None:
        """Begin a pair in the first empty row."""
        row = self._end()
        self.setFocus()
        self.setCurrentCell(row, 0)
        self.edit(self.currentIndex())

    def remove(self) -> None:
        """Take out the rows in which something is selected."""
        chosen = {index.row() for index in self.selectedIndexes()}
        for row in sorted(chosen, reverse=True):
            self.removeRow(row)
        self._on_edited()

    def paste(self) -> None:
        """Put in what was copied: pairs behind all others, words by themselves down a column."""
        text = QGuiApplication.clipboard().text()
        pairs = read_pairs(text)
        row = self._end() if pairs else max(self.currentRow(), 0)
        # Else everything would be looked at again after each of a thousand words.
        with QSignalBlocker(self):
            if pairs:
                self._append(pairs)
            else:
                for number, line in enumerate(text.splitlines()):
                    self._put(row + number, max(self.currentColumn(), 0), line)
        self._on_edited()
        self.scrollTo(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                item.setText("")
        elif event.key() in _FORWARD and self.state() is not self.State.EditingState:
            # Enter would close the dialog; here it goes on to the next cell, as Tab does.
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        at = self.currentRow() * len(_HEADERS) + self.currentColumn() + 1
        row, column = divmod(at, len(_HEADERS))
        self.setCurrentCell(min(row, self.rowCount() - 1), column)

    def _end(self) -> int:
        """The row behind the last one in which something stands."""
        filled = (row for row, pair in enumerate(self.rows()) if pair.wrong or pair.right)
        return max(filled, default=-1) + 1

    def _on_edited(self) -> None:
        self._keep_room()
        self.edited.emit()

    def _keep_room(self) -> None:
        self.setRowCount(max(_LEAST_ROWS, self._end() + 1))

    def _append(self, pairs: Sequence[WordPair]) -> None:
        for row, pair in enumerate(pairs, start=self._end()):
            self._put(row, 0, pair.wrong)
            self._put(row, 1, pair.right)
        self._keep_room()

    def _put(self, row: int, column: int, text: str) -> None:
        if row >= self.rowCount():
            self.setRowCount(row + 1)
        self.setItem(row, column, QTableWidgetItem(cleaned(text)))

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return cleaned(item.text()) if item else ""
