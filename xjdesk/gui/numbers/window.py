"""The window 正文数字一览: every number of the narrative, and what was done with it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xjdesk.checks.facts.chapter_readings import ChapterReader
from xjdesk.checks.facts.number_overview import NumberEntry, NumberState, number_overview
from xjdesk.gui.document import Document
from xjdesk.gui.list_window import ListWindow
from xjdesk.gui.numbers.model import CONTEXT_COLUMN, NOTE_COLUMN, WRITTEN_COLUMN, NumbersModel
from xjdesk.gui.row_list import make_row_list

_SIZE_EM = QSize(70, 32)
_WIDTHS_EM = {WRITTEN_COLUMN: 9, CONTEXT_COLUMN: 28}

_CHOICES: tuple[tuple[str, frozenset[NumberState]], ...] = (
    ("已核对的数", frozenset(NumberState) - {NumberState.ALONE}),
    ("全部", frozenset(NumberState)),
    ("不符和约数", frozenset((NumberState.DIFFERS, NumberState.LOOSE))),
    ("已引用和相符", frozenset((NumberState.BOUND, NumberState.AGREES))),
    ("不核对", frozenset((NumberState.ALONE,))),
)


class NumbersWindow(ListWindow):
    """Lists the numbers of one document.

    Signals:
        chosen: The Place of a number that is to be shown in its chapter.
        to_bind: The Place of a number that is to be bound to a cell.
    """

    chosen = Signal(object)
    to_bind = Signal(object)

    def __init__(self, document: Document, reader: ChapterReader, parent: QWidget) -> None:
        super().__init__("正文数字一览", _SIZE_EM, document, parent)
        self._document = document
        self._reader = reader
        self.model = NumbersModel(self)
        self.choice = QComboBox(self)
        self.choice.addItems([name for name, _ in _CHOICES])
        self.choice.setAccessibleName("显示哪些数")
        self.summary = QLabel(self)
        self.view = self._table()
        self.choice.currentIndexChanged.connect(self.refresh)
        self.view.activated.connect(self._on_activated)
        document.findings_changed.connect(self.refresh_later)
        self._lay_out()

    def refresh(self) -> None:
        entries = number_overview(self._document.form, self._document.report, self._reader)
        states = _CHOICES[self.choice.currentIndex()][1]
        row = max(self.view.currentIndex().row(), 0)
        self.model.show([entry for entry in entries if entry.state in states])
        if not self.view.currentIndex().isValid():
            # The list was made anew: go on about where it was, so that the buttons work at once.
            self.view.selectRow(min(row, self.model.rowCount() - 1))
        self.summary.setText(_summary(entries))

    def first_focus(self) -> QWidget:
        return self.view

    def _table(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self.model)
        view.setAccessibleName("正文中的数")
        make_row_list(view, _WIDTHS_EM)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = view.horizontalHeader()
        header.setSectionResizeMode(NOTE_COLUMN, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        go, bind = QPushButton("转到正文(&G)", self), QPushButton("引用统计数(&L)…", self)
        go.clicked.connect(self._on_go)
        bind.clicked.connect(self._on_bind)
        bind.setEnabled(self._document.access.can_edit)
        top = QHBoxLayout()
        top.addWidget(QLabel("显示：", self))
        top.addWidget(self.choice)
        top.addWidget(self.summary, 1)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(go)
        bottom.addWidget(bind)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.entry_at(index.row()).place)

    def _on_go(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.chosen.emit(self.model.entry_at(index.row()).place)

    def _on_bind(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.to_bind.emit(self.model.entry_at(index.row()).digits)


def _summary(entries: tuple[NumberEntry, ...]) -> str:
    counts = Counter(entry.state for entry in entries)
    parts = (f"{state.label} {counts[state]}" for state in NumberState)
    return f"共 {len(entries)} 个数：" + "，".join(parts)
