"""A statistics table of the report as Qt sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPalette

from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, NoteAddress
from xjdesk.core.change import Change
from xjdesk.core.numbers import read_entry, show_entry
from xjdesk.core.row_name import cell_name
from xjdesk.core.severity import Severity
from xjdesk.core.table import Table
from xjdesk.core.table_layout import LayoutCell, layout_of
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.entered_text import one_cell
from xjdesk.gui.model_index import Index
from xjdesk.gui.severity_look import SeverityLook, hue, tint
from xjdesk.gui.tables.cell_notes import CellNotes
from xjdesk.gui.tables.cell_tips import CellTips
from xjdesk.gui.tables.finding_sign import on_plate
from xjdesk.gui.tables.grid import TableGrid
from xjdesk.gui.tables.place_look import place_looks
from xjdesk.gui.tables.sides import sides_of
from xjdesk.gui.tables.typed_entry import typed_entry

_Role = Qt.ItemDataRole
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable
_MARK_CAPTION = "审核"


@dataclass(frozen=True, slots=True)
class PastedCell:
    """Text meant for a cell of the grid."""

    row: int
    column: int
    text: str


class TableModel(QAbstractTableModel):
    """The body of the printed table, with a column for marks where there are findings.

    Behind it are columns that say something about the numbers; views hide those that are empty.

    Heading rows take no number; a stray one that stands there can be seen and cleared: where
    headings are printed beside their rows it gets a row of its own, and the model is reset.

    Signals:
        notes_changed: Other notes than before stand beside the numbers.
        told: A sentence about what was just entered.
    """

    notes_changed = Signal()
    told = Signal(object)

    def __init__(
        self, document: Document, table: Table, look: SeverityLook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.notes = CellNotes(document, table, sides_of(layout_of(table, ())))
        self._tips = CellTips(document, table, self.notes)
        self._document = document
        self._look = look
        self._headings = {row.id for row in table.rows if not row.is_indicator}
        self._bold = QFont()
        self._bold.setBold(True)
        self._tints: dict[Severity, QBrush] = {}
        self._heading_brush = self._side_brush = QBrush()
        self._side_pen = self._wrong_pen = QBrush()
        self.note_colour = QColor()
        """Of the corner that marks a row with a note."""
        self._signs = dict(look.icons)
        self._answers: dict[int, Callable[[int, int], object]] = {
            _Role.DisplayRole: self.text,
            _Role.EditRole: self.text,
            _Role.DecorationRole: self._sign,
            _Role.BackgroundRole: self._background,
            _Role.ForegroundRole: self._foreground,
            _Role.FontRole: self._font,
            _Role.TextAlignmentRole: self._alignment,
            _Role.ToolTipRole: self._tip,
            _Role.AccessibleTextRole: self._spoken,
        }
        self._take_layout()
        document.last_year_changed.connect(self._on_last_year_changed)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be entered anywhere."""
        return not self._document.access.can_edit

    def findings(self, row: int, column: int) -> tuple[Finding, ...]:
        """The open findings about a value, or elsewhere about any in the row, gravest first."""
        address = self.grid.address(row, column)
        addresses = self.grid.values_by_row[row] if address is None else (address,)
        at = self._document.index.at
        return tuple(dict.fromkeys(found for one in addresses for found in at(one)))

    def use_palette(self, palette: QPalette) -> None:
        """Take the colours of marked cells and heading rows from `palette`."""
        self._heading_brush = QBrush(palette.color(QPalette.ColorRole.AlternateBase))
        self._side_brush = QBrush(palette.color(QPalette.ColorRole.Window))
        self._side_pen = QBrush(palette.color(QPalette.ColorRole.PlaceholderText))
        self.note_colour = palette.color(QPalette.ColorRole.Link)
        self._wrong_pen = QBrush(hue(palette, Severity.ERROR))
        self._signs = {s: on_plate(icon, palette) for s, icon in self._look.icons.items()}
        self._tints = {
            severity: QBrush(colour)
            for severity in Severity
            if (colour := tint(palette, severity)) is not None
        }

    def show_last_year(self, shown: bool) -> None:
        """Show last year's numbers beside those of this year, or not."""
        if self.notes.shows_last_year != shown:
            self.notes.shows_last_year = shown
            self._on_last_year_changed()

    def index_of(self, address: CellAddress) -> QModelIndex:
        """Where the cell is shown; an invalid index when it is not in this table.

        A heading printed beside its rows has no cell of its own as long as it holds nothing.
        """
        cell = self.grid.values.get(address)
        return QModelIndex() if cell is None else self.index(cell.row, cell.column)

    def cell_title(self, row: int, column: int) -> str:
        """What the cell shown there is called."""
        address = self.grid.address(row, column)
        return "" if address is None else self.title_of(address)

    def title_of(self, address: CellAddress) -> str:
        """What a cell is called."""
        return str(cell_name(self._document.form, address))

    def unit(self, address: CellAddress) -> str:
        """What the number in a cell is counted in."""
        return self._document.form.counting(address).unit

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.grid.row_count

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.grid.column_count

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        takes_number = self._looks[index.row()][index.column()].takes_number
        return _EDITABLE if takes_number and not self.is_read_only else _SHOWN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role != _Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        if section == self.grid.mark_column:
            return _MARK_CAPTION
        if section in self.grid.side_columns:
            return self.grid.sides[section - self.grid.side_columns.start].value
        cells = (cell for row in self.grid.header for cell in row.cells)
        captions = [cell.text for cell in cells if section in _columns(cell)]
        return "".join(captions[-1].split()) if captions else ""

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return None if answer is None else answer(index.row(), index.column())

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        if not self.grid.takes_number(index.row(), index.column()):
            return False
        return self.enter([(index.row(), index.column())], str(value), "填写")

    def enter(self, places: Iterable[tuple[int, int]], typed: str, verb: str) -> bool:
        """Enter what was typed into every one of the cells as one step; reckons calculations."""
        entry = typed_entry(typed)
        has_changed = self.fill([PastedCell(*place, entry.text) for place in places], verb)
        if entry.told and not self.is_read_only:
            self.told.emit(entry.told)
        return has_changed

    def fill(self, cells: Iterable[PastedCell], verb: str) -> bool:
        """Enter texts into cells as one step; False when nothing changed.

        A cell that takes no number can only be emptied.
        """
        changes: list[Change] = []
        for cell in cells:
            shown = self.grid.begins(cell.row, cell.column)
            address = shown.shown.address if shown is not None else None
            if address is None or (cell.text and not self.grid.takes_number(cell.row, cell.column)):
                continue
            old = self._document.report.value(address)
            new = read_entry(one_cell(cell.text), self.unit(address))
            if old is not None or new is not None:
                changes.append(Change(address, old, new))
        return self.make(verb, changes)

    def make(self, verb: str, changes: list[Change]) -> bool:
        """Make changes to cells as one step, called by `verb` and what is changed."""
        if self.is_read_only:
            return False
        return self._document.submit(self._step_name(verb, changes), changes)

    def refresh(self, edit: Edit) -> None:
        """Tell the views which rows look different after `edit`."""
        cells = [
            change.address
            for change in edit.changes
            if isinstance(change.address, CellAddress) and change.address.table == self.table.id
        ]
        noted = {
            change.address.row
            for change in edit.changes
            if isinstance(change.address, NoteAddress) and change.address.table == self.table.id
        }
        has_totals = self.notes.has_totals
        reckoned = self.notes.refresh(edit)
        if any(cell.row in self._headings for cell in cells) and self._is_laid_out_otherwise():
            self.beginResetModel()
            self._take_layout()
            self.endResetModel()
            return
        before, self._severities = self._severities, self._current_severities()
        touched = {
            self.grid.values[cell].row for cell in (*cells, *reckoned) if cell in self.grid.values
        }
        touched.update(
            row
            for row, (old, new) in enumerate(zip(before, self._severities, strict=True))
            if old != new
        )
        touched.update(cell.row for a, cell in self.grid.values.items() if a.row in noted)
        for row in touched:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self._last_column))
        if self.notes.has_totals != has_totals:
            self._count_lines()
            self.notes_changed.emit()

    def severity(self, row: int, column: int) -> Severity | None:
        """The gravest severity at a value that begins there."""
        address = self._looks[row][column].address
        return None if address is None else self._document.index.severity(address)

    def row_severity(self, row: int) -> Severity | None:
        """The gravest severity in the row."""
        found = [severity for severity in self._severities[row] if severity is not None]
        return min(found, key=lambda severity: severity.rank, default=None)

    def row_note(self, row: int) -> str:
        """What is noted about the row; empty when nothing is."""
        cells = self.grid.values_by_row[row]
        return "\n".join(
            filter(None, dict.fromkeys(map(self._document.report.note, map(_note_of, cells))))
        )

    def icon(self, severity: Severity) -> QIcon:
        """The sign that marks a row of that severity."""
        return self._look.icons[severity]

    def text(self, row: int, column: int) -> str:
        """What is shown at the place; nothing where another cell covers it."""
        look = self._looks[row][column]
        if look.side is not None:
            return self.notes.beside(look.side.address, look.side.side).text
        if look.address is None:
            return look.text
        return show_entry(self._document.report.value(look.address))

    def strip_lines(self, row: int, column: int) -> int:
        """How many notes have room below the number that begins there; 0 where none does."""
        return self.lines_below[row] if self._looks[row][column].address is not None else 0

    @property
    def _last_column(self) -> int:
        return self.grid.column_count - 1

    def _count_lines(self) -> None:
        most = self.notes.most_below
        self.lines_below: tuple[int, ...] = tuple(
            max(map(most, cells), default=0) for cells in self.grid.values_by_row
        )

    def is_filled(self, place: tuple[int, int]) -> bool:
        """Whether something stands in the cell that covers the place."""
        return bool(self.text(*place))

    def _take_layout(self) -> None:
        layout = layout_of(self.table, self._document.report.values)
        self.grid = TableGrid(layout)
        self._looks = place_looks(self.grid)
        self._severities = self._current_severities()
        self._count_lines()

    def _is_laid_out_otherwise(self) -> bool:
        return layout_of(self.table, self._document.report.values) != self.grid.layout

    def _on_last_year_changed(self) -> None:
        self.notes.compare_anew()
        self._count_lines()
        self.notes_changed.emit()
        self.dataChanged.emit(
            self.index(0, 0), self.index(self.grid.row_count - 1, self._last_column)
        )

    def _current_severities(self) -> tuple[tuple[Severity | None, ...], ...]:
        severity = self._document.index.severity
        return tuple(tuple(map(severity, cells)) for cells in self.grid.values_by_row)

    def _font(self, row: int, column: int) -> QFont | None:
        return self._bold if self._looks[row][column].is_bold else None

    def _alignment(self, row: int, column: int) -> Qt.AlignmentFlag:
        return self._looks[row][column].alignment

    def _background(self, row: int, column: int) -> QBrush | None:
        severity = self.severity(row, column)
        if severity is not None and severity in self._tints:
            return self._tints[severity]
        if self._looks[row][column].side is not None:
            return self._side_brush
        return self._heading_brush if self._looks[row][column].has_ground else None

    def _foreground(self, row: int, column: int) -> QBrush | None:
        side = self._looks[row][column].side
        if side is None:
            return None
        is_wrong = self.notes.beside(side.address, side.side).is_wrong
        return self._wrong_pen if is_wrong else self._side_pen

    def _sign(self, row: int, column: int) -> QIcon | None:
        """The sign of a cell that findings point at, in the cell itself."""
        severity = self.severity(row, column)
        return None if severity is None else self._signs[severity]

    def _tip(self, row: int, column: int) -> str | None:
        address = self._about(row, column)
        if address is not None:
            return self._tips.of_cell(address) or None
        labelled = self.grid.cell(row, column)
        form_row = self.grid.form_row(row) if labelled is None else labelled.shown.row
        return self._tips.of_row(form_row, self.grid.values_by_row[row]) or None

    def _about(self, row: int, column: int) -> CellAddress | None:
        """The value shown there, or that something beside it is about."""
        side = self._looks[row][column].side
        return self.grid.address(row, column) if side is None else side.address

    def _spoken(self, row: int, column: int) -> str:
        if column == self.grid.mark_column:
            severity, note = self.row_severity(row), self.row_note(row)
            told = ("" if severity is None else severity.label, f"备注：{note}" if note else "")
            return "，".join(filter(None, told))
        address = self._about(row, column)
        notes = () if address is None else self.notes.sentences(address)
        return "，".join(filter(None, (self.text(row, column), *notes)))

    def _step_name(self, verb: str, changes: list[Change]) -> str:
        for change in changes[:1] if len(changes) == 1 else ():
            if isinstance(change.address, CellAddress):
                return f"{verb}“{self.title_of(change.address)}”"
        return f"{verb}{len(changes)}格"


def _note_of(cell: CellAddress) -> NoteAddress:
    return NoteAddress(cell.table, cell.row)


def _columns(cell: LayoutCell) -> range:
    return range(cell.column, cell.column + cell.column_span)
