"""Entering what a number is compared with: a cell, or a number that stands in none."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Operand
from xjdesk.core.form import Form
from xjdesk.core.numbers import read_entry, show_entry, show_number
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name

_SHOWN_LENGTH = 24


class OperandEdit(QComboBox):
    """A number is typed, a cell picked from the list or found by a word of its name."""

    def __init__(self, form: Form, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = tuple(form.indicator_cells())
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Names may be longer than the dialog is wide.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHOWN_LENGTH)
        for cell in self._cells:
            value = show_entry(report.value(cell)) or "未填"
            self.addItem(f"{cell_name(form, cell)} {value}")
        finder = self.completer()
        assert isinstance(finder, QCompleter), "what an editable combo box comes with"
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        assert line is not None, "what an editable combo box is edited in"
        line.setPlaceholderText("填一个数，或者选一格")

    def operand(self) -> Operand | None:
        """What was entered; None while it is neither a number nor a cell."""
        text = self.currentText()
        row = self.findText(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        if text and row >= 0:
            return self._cells[row]
        number = read_entry(text)
        return number if isinstance(number, Decimal) else None

    def show_operand(self, operand: Operand) -> None:
        """Show what was entered before."""
        if isinstance(operand, CellAddress) and operand in self._cells:
            self.setCurrentIndex(self._cells.index(operand))
        elif isinstance(operand, Decimal):
            self.setEditText(show_number(operand))
