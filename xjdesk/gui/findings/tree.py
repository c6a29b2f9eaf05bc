"""The list of findings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from xjdesk.gui.findings.model import FindingsModel
from xjdesk.gui.findings.row_delegate import RowDelegate
from xjdesk.gui.model_index import Index
from xjdesk.gui.severity_look import SeverityLook

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class FindingsTree(QTreeView):
    """Groups that open and close by a click, and in them the findings, wrapped.

    What can wait is closed at first. It never takes the focus by itself.

    Signals:
        chosen: The index of a finding that was clicked, or on which Enter was pressed.
        moved: Another row is the current one, or none is.
    """

    chosen = Signal(QModelIndex)
    moved = Signal()

    def __init__(self, model: FindingsModel, look: SeverityLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = RowDelegate(model, look, self)
        self._is_open: dict[str, bool] = {}
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.setObjectName("findings")
        self.setAccessibleName("审核结果")
        self.setAccessibleDescription("上下键选择，回车键转到所指的地方，F6回到编辑区")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Taking the focus at the press would commit what is being edited elsewhere, and the rows
        # would shift under the pointer.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)
        model.rowsInserted.connect(self._on_inserted)

    def put_current(self, index: QModelIndex, *, reveal: bool) -> None:
        """Select `index`, or nothing when it is invalid; `reveal` opens its group and scrolls."""
        self.setAutoScroll(reveal)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.setAutoScroll(True)
        if reveal and index.isValid():
            if index.row() == 0:
                # The title of its group stands right above.
                self.scrollTo(index.parent())
            self.scrollTo(index)

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Keep what is in view where it is while rows come and go above it.

        At the top of the list what comes is shown: it is the gravest.
        """
        bar = self.verticalScrollBar()
        is_at_top = bar.value() == 0
        first = QPersistentModelIndex(self.indexAt(QPoint(0, 0)))
        top = self.visualRect(first).top()
        # Qt scrolls to whatever row takes the place of the current one.
        self.setAutoScroll(False)
        yield
        self.setAutoScroll(True)
        if first.isValid() and not is_at_top:
            self.executeDelayedItemsLayout()
            moved = self.visualRect(first).top() - top
            bar.setValue(bar.value() + moved)

    def copy(self) -> None:
        """Put what the selected finding says, and where it is, on the clipboard."""
        row = self._model.row_at(self.currentIndex())
        if row is not None:
            place = self._model.place(self.currentIndex())
            QGuiApplication.clipboard().setText(f"{place}\n{row.finding.message}".strip())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not every platform activates an item by Enter.
            self._on_clicked(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            # Qt would copy the message alone.
            self.copy()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)
            return
        # Qt makes the first row current, which nobody chose.
        with QSignalBlocker(self.selectionModel()):
            super().focusInEvent(event)
            self.selectionModel().clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit(self.viewport().width())

    def _fit(self, width: int) -> None:
        self._rows.fit(width)
        self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.row_at(index) is not None:
            self.chosen.emit(index)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _on_activated(self, index: QModelIndex) -> None:
        if self._model.row_at(index) is not None:
            self.chosen.emit(index)

    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            return
        for number in range(first, last + 1):
            index = self._model.index(number, 0)
            group = self._model.group_at(index)
            self.setExpanded(index, self._is_open.get(group.key, not group.starts_closed))

    def _on_expanded(self, index: QModelIndex) -> None:
        self._is_open[self._model.group_at(index).key] = True

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._is_open[self._model.group_at(index).key] = False
