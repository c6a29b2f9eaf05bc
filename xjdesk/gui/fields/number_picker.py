"""Writing the number of a document (发文字号) in its pieces, so that its marks come right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from xjdesk.core.document_number import DocumentNumber, code_in, read_number
from xjdesk.gui.fields.opening_button import OpeningButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NumberPicker(OpeningButton):
    """Opens the pieces; the code of the number that `last_year` tells is proposed."""

    def __init__(self, line: QLineEdit, last_year: Callable[[], str], parent: QWidget) -> None:
        super().__init__(line, "分项填写发文字号", "按机关代字、年份、序号填写（Alt+↓）", parent)
        self._last_year = last_year
        self.pieces: NumberPieces | None = None

    def open(self) -> None:
        """Show the pieces below the line, as they stand there or as far as they are known."""
        if self.line.isReadOnly():
            return
        if self.pieces is None:
            self.pieces = NumberPieces(self)
            self.pieces.taken.connect(self._put)
        self.pieces.show_pieces(self.line.text(), self._last_year())
        self.pieces.adjustSize()
        self.pieces.move(self.corner())
        self.pieces.show()
        self.pieces.first_empty().setFocus()

    def _put(self, number: DocumentNumber) -> None:
        self.put(str(number))
        self.line.setFocus()


class NumberPieces(QFrame):
    """Three small lines; Enter takes them, Escape or a click elsewhere gives them up.

    Signals:
        taken: The DocumentNumber that they make.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.code = self._piece("机关代字", "如：西政发", 9)
        self.year = self._piece("年份", "四位年份", 4)
        self.serial = self._piece("序号", "不用补0", 5)
        self.take = QPushButton("填入", self)
        line = QHBoxLayout(self)
        for widget in (
            self.code,
            QLabel("〔", self),
            self.year,
            QLabel("〕", self),
            self.serial,
            QLabel("号", self),
            self.take,
        ):
            line.addWidget(widget)
        self.take.clicked.connect(self._on_taken)
        for edit in (self.code, self.year, self.serial):
            edit.textChanged.connect(self._on_changed)
        self._on_changed()

    def show_pieces(self, text: str, last_year: str) -> None:
        """Show the pieces of `text`, else the code of last year's number and this year."""
        number = read_number(text)
        known = code_in(text) or code_in(last_year)
        self.code.setText(number.code if number else known)
        self.year.setText(str(number.year if number else QDate.currentDate().year()))
        self.serial.setText(str(number.serial) if number else "")

    def first_empty(self) -> QLineEdit:
        """Where to write first."""
        edits = (self.code, self.year, self.serial)
        return next((edit for edit in edits if not edit.text()), self.serial)

    def number(self) -> DocumentNumber | None:
        """The number that the pieces make; None while they make none."""
        return read_number(f"{self.code.text()}〔{self.year.text()}〕{self.serial.text()}号")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._on_taken()
        else:
            super().keyPressEvent(event)

    def _piece(self, name: str, hint: str, width_em: int) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(name)
        edit.setAccessibleDescription(hint)
        edit.setPlaceholderText(name)
        edit.setToolTip(hint)
        em = edit.fontMetrics().horizontalAdvance("国")
        edit.setFixedWidth(round(width_em * em) + em)
        return edit

    def _on_changed(self) -> None:
        self.take.setEnabled(self.number() is not None)

    def _on_taken(self) -> None:
        number = self.number()
        if number is not None:
            self.hide()
            self.taken.emit(number)
