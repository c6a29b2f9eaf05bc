"""A statistics table of the report as Qt sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QFont, QIcon, QPalette

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.numbers import read_entry, show_entry
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity
from xjdesk.core.table import Row, Table
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.model_index import Index
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.severity_look import SeverityLook, tint

_Role = Qt.ItemDataRole
_NUMBERS_AT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter

LABEL_COLUMN, UNIT_COLUMN, FIRST_VALUE_COLUMN = 0, 1, 2


class ColumnRole(Enum):
    """What a column of the grid shows."""

    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class PastedCell:
    """Text meant for a cell of the grid."""

    row: int
    column: int
    text: str


class TableModel(QAbstractTableModel):
    """Label, unit, one column for each value column, and a mark where there are findings.

    Heading rows take no number; a stray one that stands there can be seen and cleared.
    """

    def __init__(
        self, document: Document, table: Table, look: SeverityLook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self._document = document
        self._look = look
        self._column_ids = tuple(column.id for column in table.columns)
        self._row_numbers = {row.id: number for number, row in enumerate(table.rows)}
        self._addresses = tuple(
            tuple(CellAddress(table.id, row.id, column) for column in self._column_ids)
            for row in table.rows
        )
        self._bold = QFont()
        self._bold.setBold(True)
        self._tints: dict[Severity, QBrush] = {}
        self._heading_brush = QBrush()
        self._severities: tuple[tuple[Severity | None, ...], ...] = self._current_severities()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be entered anywhere."""
        return not self._document.access.can_edit

    @property
    def mark_column(self) -> int:
        """The last column, which shows the marks."""
        return FIRST_VALUE_COLUMN + len(self._column_ids)

    def use_palette(self, palette: QPalette) -> None:
        """Take the colours of marked cells and heading rows from `palette`."""
        self._heading_brush = QBrush(palette.color(QPalette.ColorRole.AlternateBase))
        self._tints = {
            severity: QBrush(colour)
            for severity in Severity
            if (colour := tint(palette, severity)) is not None
        }

    def column_role(self, column: int) -> ColumnRole:
        """What the column shows."""
        if column == LABEL_COLUMN:
            return ColumnRole.LABEL
        if column == UNIT_COLUMN:
            return ColumnRole.UNIT
        return ColumnRole.MARK if column == self.mark_column else ColumnRole.VALUE

    def row_at(self, row: int) -> Row:
        """The row of the form shown in grid row `row`."""
        return self.table.rows[row]

    def address_at(self, row: int, column: int) -> CellAddress | None:
        """The cell shown there; None outside the value columns."""
        if self.column_role(column) is not ColumnRole.VALUE:
            return None
        return self._addresses[row][column - FIRST_VALUE_COLUMN]

    def index_of(self, address: CellAddress) -> QModelIndex:
        """Where the cell is shown; an invalid index when it is not in this table."""
        row = self._row_numbers.get(address.row)
        if address.table != self.table.id or row is None or address.column not in self._column_ids:
            return QModelIndex()
        return self.index(row, FIRST_VALUE_COLUMN + self._column_ids.index(address.column))

    def takes_number(self, row: int, column: int) -> bool:
        """Whether numbers are entered there."""
        return self.row_at(row).is_indicator and self.column_role(column) is ColumnRole.VALUE

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.mark_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.is_read_only and self.takes_number(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role != _Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        match self.column_role(section):
            case ColumnRole.LABEL:
                return "".join(self.table.panels[0].label_caption.split())
            case ColumnRole.UNIT:
                return self.table.unit_caption
            case ColumnRole.VALUE:
                return self.table.columns[section - FIRST_VALUE_COLUMN].label
            case ColumnRole.MARK:
                return "审核"

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return self._text(row, column)
            case _Role.DecorationRole:
                return self._sign(row, column)
            case _Role.BackgroundRole:
                return self._background(row, column)
            case _Role.FontRole if not self.row_at(row).is_indicator:
                return self._bold
            case _Role.TextAlignmentRole if column > LABEL_COLUMN:
                return _NUMBERS_AT if column >= FIRST_VALUE_COLUMN else _CENTRE
            case _Role.ToolTipRole:
                return self._tooltip(row, column)
            case _Role.AccessibleTextRole:
                return self._spoken(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        if not self.takes_number(index.row(), index.column()):
            return False
        return self.fill([PastedCell(index.row(), index.column(), str(value))], "填写")

    def fill(self, cells: Iterable[PastedCell], verb: str) -> bool:
        """Enter texts into cells as one step; False when nothing changed.

        A cell that takes no number can only be emptied.
        """
        if self.is_read_only:
            return False
        changes: list[Change] = []
        for cell in cells:
            address = self.address_at(cell.row, cell.column)
            if address is None or (cell.text and not self.takes_number(cell.row, cell.column)):
                continue
            old = self._document.report.value(address)
            new = read_entry(one_cell(cell.text), self.row_at(cell.row).unit)
            if old is not None or new is not None:
                changes.append(Change(address, old, new))
        return self._document.submit(self._step_name(verb, changes), changes)

    def refresh(self, edit: Edit) -> None:
        """Tell the views which rows look different after `edit`."""
        before, self._severities = self._severities, self._current_severities()
        touched = {
            self._row_numbers[change.address.row]
            for change in edit.changes
            if isinstance(change.address, CellAddress) and change.address.table == self.table.id
        }
        touched.update(
            row
            for row, (old, new) in enumerate(zip(before, self._severities, strict=True))
            if old != new
        )
        for row in touched:
            self.dataChanged.emit(self.index(row, LABEL_COLUMN), self.index(row, self.mark_column))

    def row_severity(self, row: int) -> Severity | None:
        """The gravest severity in the row."""
        found = [severity for severity in self._severities[row] if severity is not None]
        return min(found, key=lambda severity: severity.rank, default=None)

    def icon(self, severity: Severity) -> QIcon:
        """The sign that marks a row of that severity."""
        return self._look.icons[severity]

    def _current_severities(self) -> tuple[tuple[Severity | None, ...], ...]:
        severity = self._document.index.severity
        return tuple(tuple(map(severity, addresses)) for addresses in self._addresses)

    def _text(self, row: int, column: int) -> str:
        if column == LABEL_COLUMN:
            return self.table.rows[row].label
        if column == UNIT_COLUMN:
            return self.table.rows[row].unit
        address = self.address_at(row, column)
        return "" if address is None else show_entry(self._document.report.value(address))

    def _background(self, row: int, column: int) -> QBrush | None:
        if self.column_role(column) is ColumnRole.VALUE:
            severity = self._severities[row][column - FIRST_VALUE_COLUMN]
            if severity is not None and severity in self._tints:
                return self._tints[severity]
        return None if self.table.rows[row].is_indicator else self._heading_brush

    def _sign(self, row: int, column: int) -> QIcon | None:
        """The sign of a cell that findings point at, in the cell itself."""
        if self.column_role(column) is not ColumnRole.VALUE:
            return None
        severity = self._severities[row][column - FIRST_VALUE_COLUMN]
        return None if severity is None else self._look.icons[severity]

    def _tooltip(self, row: int, column: int) -> str | None:
        address = self.address_at(row, column)
        addresses = self._addresses[row] if address is None else (address,)
        found = [finding for a in addresses for finding in self._document.index.at(a)]
        return plain_tip(tooltip(tuple(dict.fromkeys(found)))) or None

    def _spoken(self, row: int, column: int) -> str:
        if column != self.mark_column:
            return self._text(row, column)
        severity = self.row_severity(row)
        return "" if severity is None else severity.label

    def _step_name(self, verb: str, changes: list[Change]) -> str:
        for change in changes[:1] if len(changes) == 1 else ():
            if isinstance(change.address, CellAddress):
                return f"{verb}“{cell_name(self._document.form, change.address)}”"
        return f"{verb}{len(changes)}格"
