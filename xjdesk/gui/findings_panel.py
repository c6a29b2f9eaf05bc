"""The panel that lists the findings and leads to their places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from xjdesk.checks.finding import Finding
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.finding_walk import FindingWalk
from xjdesk.gui.findings_model import (
    MESSAGE_COLUMN,
    PLACE_COLUMN,
    SEVERITY_COLUMN,
    FindingsModel,
)
from xjdesk.gui.severity_look import SeverityLook

_SEVERITY_WIDTH_EM, _WIDEST_PLACE_EM = 4.2, 9
_PLACE_SHARE = 0.27
_ROW_PADDING_PX = 12
_CELL_MARGIN_PX = 10


class FindingsPanel(QWidget):
    """The findings of a document, and the remedies of the one that is selected.

    It never takes the focus by itself.

    Signals:
        chosen: The Place that a finding was clicked for.
    """

    chosen = Signal(object)

    def __init__(
        self, document: Document, look: SeverityLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._walk = FindingWalk()
        self._is_following = False
        self.model = FindingsModel(document.form, look, self)
        self.view = _FindingsView(self.model, self)
        self._remedies = QLabel(self)
        self._remedies.setObjectName("remedies")
        self._remedies.setWordWrap(True)
        self._remedies.setTextFormat(Qt.TextFormat.PlainText)
        self._remedies.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._remedies.setMargin(6)
        self._none = QLabel("没有审核问题。", self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._none, 1)
        layout.addWidget(self._remedies)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        document.changed.connect(self._on_changed)
        document.findings_changed.connect(self._show)
        self._show()

    def show_next(self) -> None:
        """Select the next finding, the first after the last, and lead to its place."""
        count = self.model.rowCount()
        if count:
            row = self._walk.next_row(count)
            self._walk.stand_at(self.model.keys()[row], row)
            self.view.setCurrentIndex(self.model.index(row, SEVERITY_COLUMN))
            self._choose(self.model.finding_at(row))

    def _on_changed(self, edit: Edit) -> None:
        self._show()

    def _show(self) -> None:
        findings = self._document.index.findings
        before = self.model.keys()
        self._is_following = True
        self.model.show(findings)
        self._walk.follow(before, self.model.keys())
        self._select_walked()
        self._is_following = False
        self.view.setVisible(bool(findings))
        self._none.setVisible(not findings)
        self._show_remedies()

    def _select_walked(self) -> None:
        # Qt goes on to whatever row is nearest when the current one is taken out.
        if self._walk.has_begun and self._walk.row != self.view.currentIndex().row():
            walked = self.model.index(self._walk.row, SEVERITY_COLUMN)
            self.view.setCurrentIndex(walked)

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._choose(self.model.finding_at(index.row()))

    def _choose(self, finding: Finding) -> None:
        if finding.where:
            self.chosen.emit(finding.where[0])

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._is_following:
            if current.isValid():
                self._walk.stand_at(self.model.keys()[current.row()], current.row())
            self._show_remedies()

    def _show_remedies(self) -> None:
        current = self.view.currentIndex()
        remedies = self.model.finding_at(current.row()).remedies if current.isValid() else ()
        lines = (f"\n· {remedy.label}" for remedy in remedies)
        self._remedies.setText("可以这样处理：" + "".join(lines) if remedies else "")
        self._remedies.setVisible(bool(remedies))


class _FindingsView(QTableView):
    """A table whose rows are as high as their words need."""

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._heights = QTimer(self)
        self._heights.setSingleShot(True)
        self._heights.timeout.connect(self._fit_all)
        self.setModel(model)
        self.setObjectName("findings")
        self.setAccessibleName("审核结果")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Taking the focus at the press would commit what is being edited elsewhere, and the rows
        # would shift under the pointer.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(MESSAGE_COLUMN, QHeaderView.ResizeMode.Stretch)
        em = self.fontMetrics().horizontalAdvance("国")
        self.setColumnWidth(SEVERITY_COLUMN, round(_SEVERITY_WIDTH_EM * em) + _CELL_MARGIN_PX)
        self._widest_place = _WIDEST_PLACE_EM * em
        header.sectionResized.connect(self._fit_later)
        model.rowsInserted.connect(self._on_rows_inserted)
        model.dataChanged.connect(self._on_data_changed)
        self._fit_later()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not every platform activates an item by Enter.
            self.activated.emit(self.currentIndex())
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
        place_width = min(self._widest_place, round(_PLACE_SHARE * event.size().width()))
        self.setColumnWidth(PLACE_COLUMN, place_width)
        self._fit_later()

    def _fit_later(self) -> None:
        self._heights.start(0)

    def _fit_all(self) -> None:
        self._fit(0, self._model.rowCount() - 1)

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._fit(first, last)

    def _on_data_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        self._fit(top_left.row(), bottom_right.row())

    def _fit(self, first: int, last: int) -> None:
        metrics = self.fontMetrics()
        for row in range(first, last + 1):
            heights = (
                metrics.boundingRect(
                    0,
                    0,
                    max(self.columnWidth(column) - _CELL_MARGIN_PX, 1),
                    0,
                    Qt.TextFlag.TextWordWrap,
                    str(self._model.index(row, column).data()),
                ).height()
                for column in (PLACE_COLUMN, MESSAGE_COLUMN)
            )
            self.setRowHeight(row, max(heights) + _ROW_PADDING_PX)
