"""The list of cells from which a figure is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name, labels_of
from xjdesk.gui.plain_tip import plain_tip

_NAME, _UNIT, _VALUE = 0, 1, 2
_ADDRESS_ROLE = Qt.ItemDataRole.UserRole
_LABELS_ROLE = _ADDRESS_ROLE + 1
_BETWEEN_LABELS = " › "
_NUMBER_WIDTH_EM = 6


class CellList(QTreeWidget):
    """Every cell that takes a number: what it is called, its unit and what it holds.

    `proposed` stand on top, in bold letters.
    """

    def __init__(
        self,
        form: Form,
        report: Report,
        proposed: tuple[CellAddress, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("统计指标")
        self.setAccessibleDescription("↑↓选择要引用的格，回车确定")
        self.setHeaderLabels(["统计指标", "单位", "统计数"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        others = (cell for cell in form.indicator_cells() if cell not in proposed)
        for cell in (*proposed, *others):
            self.addTopLevelItem(_item(form, report, cell, is_proposed=cell in proposed))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        em = self.fontMetrics().horizontalAdvance("国")
        for column in (_UNIT, _VALUE):
            self.setColumnWidth(column, _NUMBER_WIDTH_EM * em)
        self.choose(next(iter(proposed), None))

    def chosen(self) -> CellAddress | None:
        """The cell of the current row; None when it is not shown."""
        item = self.currentItem()
        return None if item is None or item.isHidden() else item.data(_NAME, _ADDRESS_ROLE)

    def choose(self, cell: CellAddress | None) -> None:
        """Make the row of `cell` the current one; the first that is shown, without one."""
        shown = [item for item in self._items() if not item.isHidden()]
        wanted = (item for item in shown if item.data(_NAME, _ADDRESS_ROLE) == cell)
        item = next(wanted, shown[0] if shown else None)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def search(self, text: str) -> None:
        """Show only the rows that hold every word of `text`, headings and captions included."""
        words = text.split()
        for item in self._items():
            shown = (item.text(column) for column in (_NAME, _UNIT, _VALUE))
            row = " ".join((*shown, item.data(_NAME, _LABELS_ROLE)))
            item.setHidden(not all(word in row for word in words))
        self.choose(self.chosen())

    def shown_names(self) -> list[str]:
        """What is to be seen in the first column."""
        return [item.text(_NAME) for item in self._items() if not item.isHidden()]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        return (self.topLevelItem(row) for row in range(self.topLevelItemCount()))


def _item(form: Form, report: Report, cell: CellAddress, *, is_proposed: bool) -> QTreeWidgetItem:
    unit, value = form.counting(cell).unit, show_entry(report.value(cell))
    item = QTreeWidgetItem([str(cell_name(form, cell)), unit, value])
    item.setData(_NAME, _ADDRESS_ROLE, cell)
    labels = _BETWEEN_LABELS.join(labels_of(form, cell))
    item.setData(_NAME, _LABELS_ROLE, labels)
    item.setTextAlignment(_UNIT, Qt.AlignmentFlag.AlignCenter)
    item.setTextAlignment(_VALUE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(_NAME, plain_tip(labels))
    if is_proposed:
        font = item.font(_NAME)
        font.setBold(True)
        for column in (_NAME, _UNIT, _VALUE):
            item.setFont(column, font)
        item.setToolTip(_NAME, plain_tip(f"{labels}\n建议：数值、单位或者用词与正文相同"))
    return item
