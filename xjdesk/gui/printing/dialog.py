"""The dialog 打印."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.errors import UserError
from xjdesk.core.severity import Severity
from xjdesk.gui.page_setup import LETTERHEADS
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.printing.job import PrintJob, PrintOffset, PrintQuestion, Sides
from xjdesk.gui.printing.number_edit import NumberEdit
from xjdesk.gui.printing.offset_edit import OffsetEdit
from xjdesk.gui.printing.page_choice import PageChoice
from xjdesk.gui.severity_look import hue
from xjdesk.gui.waiting import waiting
from xjdesk.typesetting.page_options import Letterhead, PageOptions

_SIDES = {
    Sides.ONE: "单面打印",
    Sides.BOTH: "双面打印，打印机自动翻面（长边翻转）",
    Sides.BOTH_BY_HAND: "双面打印，手动翻面（先打正面，再打反面）",
}
_OFFSET = "没有对准红头纸时填写，向右、向下为正；只用于这台打印机，下次仍有效。"
_BY_HAND = "正面打完后，会提示您把纸翻面放回，再打反面。"
_RED_PAPER = "第 1 页印在红头纸上，其余用白纸，请按进纸的先后放好；打印多份时，每份都要这样放。"
_MOST_COPIES = 99
_WIDTH_PX = 560
_Value = TypeVar("_Value")


class PrintDialog(QDialog):
    """Asks for a printer and for what is to be printed on it.

    What is wrong with an entry is said in the dialog, which stays open until it is right.
    """

    def __init__(self, question: PrintQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._opened: QPrinter | None = None
        self._turns_sheets = False
        self._asked: QWidget = self
        self.job: PrintJob | None = None
        self.setWindowTitle("打印")
        self._make_controls()
        self._lay_out()
        self._show_question()
        self.printer.currentIndexChanged.connect(self._on_printer)
        self.properties.clicked.connect(self._ask_properties)
        self.sides.currentIndexChanged.connect(self._show_consequences)
        self.letterhead.currentIndexChanged.connect(self._show_consequences)

    def accept(self) -> None:
        """Close with a job; say what is wrong where that is not possible."""
        try:
            self.job = self._decided()
        except UserError as error:
            self._show_fault(error)
            return
        super().accept()

    def options(self) -> PageOptions:
        """The page options that are chosen now."""
        return PageOptions(
            double_sided=self._chosen_sides() is not Sides.ONE,
            letterhead=tuple(LETTERHEADS)[self.letterhead.currentIndex()],
        )

    def _make_controls(self) -> None:
        self.printer = QComboBox(self)
        self.printer.addItems(self._question.printers)
        # A printer in the network may have a name longer than the screen is wide.
        self.printer.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.properties = QPushButton("打印机属性(&R)…", self)
        self.copies = NumberEdit("份数", "份", (1, _MOST_COPIES), Decimal(1), self)
        self.pages = PageChoice(self._question.current_page, self)
        self.sides = QComboBox(self)
        self.sides.addItems(tuple(_SIDES.values()))
        self.letterhead = QComboBox(self)
        self.letterhead.addItems(tuple(LETTERHEADS.values()))
        for control, name, description in (
            (self.printer, "打印机", "用哪一台打印，↑↓选择"),
            (self.sides, "单双面", "单面、双面或手动翻面，↑↓选择"),
            (self.letterhead, "版头", "印出版头，或打印在红头纸上，↑↓选择"),
        ):
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)
        self.offset = OffsetEdit(self)
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.fault = PlainLabel(self)
        self.fault.setWordWrap(True)
        palette = self.fault.palette()
        palette.setColor(QPalette.ColorRole.WindowText, hue(palette, Severity.ERROR))
        self.fault.setPalette(palette)

    def _lay_out(self) -> None:
        printer = QHBoxLayout()
        printer.addWidget(self.printer, 1)
        printer.addWidget(self.properties)
        copies = QHBoxLayout()
        copies.addWidget(self.copies)
        copies.addStretch(1)
        rows = QFormLayout()
        for text, buddy, row in (
            ("打印机(&P)：", self.printer, printer),
            ("份数(&C)：", self.copies, copies),
            ("页码范围：", self.pages, self.pages),
            ("单双面(&D)：", self.sides, self.sides),
            ("版头(&H)：", self.letterhead, self.letterhead),
            ("位置微调：", self.offset, self.offset),
        ):
            label = QLabel(text, self)
            label.setBuddy(buddy)
            rows.addRow(label, row)
        about_offset = QLabel(_OFFSET, self)
        about_offset.setWordWrap(True)
        rows.addRow("", about_offset)
        buttons = QDialogButtonBox(self)
        buttons.addButton("打印", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(rows)
        layout.addWidget(self.remark)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH_PX)

    def _show_question(self) -> None:
        question = self._question
        self.copies.show_value(Decimal(1))
        self.letterhead.setCurrentIndex(tuple(LETTERHEADS).index(question.options.letterhead))
        self.printer.setCurrentText(question.proposed)
        self._choose_sides(Sides.BOTH if question.options.double_sided else Sides.ONE)
        self._on_printer()

    def _on_printer(self) -> None:
        """Show what the chosen printer can do and how it was last set."""
        self._opened = None
        name = self.printer.currentText()
        self.offset.show_offset(self._question.offset(name))
        with waiting():
            self._turns_sheets = self._question.devices.turns_sheets(name)
        model = self.sides.model()
        assert isinstance(model, QStandardItemModel), "what a combo box has unless told otherwise"
        model.item(tuple(_SIDES).index(Sides.BOTH)).setEnabled(self._turns_sheets)
        if self._chosen_sides() is not Sides.ONE:
            self._choose_sides(Sides.BOTH if self._turns_sheets else Sides.BOTH_BY_HAND)
        self._show_consequences()

    def _show_consequences(self) -> None:
        """Say what follows from the choice of sides and letterhead."""
        options = self.options()
        by_hand = self._chosen_sides() is Sides.BOTH_BY_HAND
        red_paper = options.letterhead is Letterhead.PREPRINTED
        remarks = (_BY_HAND if by_hand else "", _RED_PAPER if red_paper else "")
        self._show_text(self.remark, "\n".join(filter(None, remarks)))
        self.pages.show_count(self._question.page_count(options))

    def _show_fault(self, error: UserError) -> None:
        self._show_text(self.fault, error.sentence)
        self._asked.setFocus()

    def _show_text(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        self.adjustSize()

    def _ask_properties(self) -> None:
        """Let the system ask, and show what of the answer is asked here, too."""
        self._show_text(self.fault, "")
        try:
            printer = self._read(self.printer, self._open)
            printer.setCopyCount(int(self._read(self.copies, self.copies.value)))
        except UserError as error:
            self._show_fault(error)
            return
        one, both = QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(both if self._chosen_sides() is Sides.BOTH else one)
        if not self._question.devices.ask_properties(printer, self):
            return
        self._choose_printer(printer.printerName())
        self._opened = printer
        self.copies.show_value(Decimal(printer.copyCount()))
        if self._turns_sheets and printer.duplex() is not one:
            self._choose_sides(Sides.BOTH)
        elif self._chosen_sides() is Sides.BOTH:
            self._choose_sides(Sides.ONE)

    def _choose_printer(self, name: str) -> None:
        if name and self.printer.findText(name) < 0:
            self.printer.addItem(name)
        self.printer.setCurrentText(name)

    def _decided(self) -> PrintJob:
        self._show_text(self.fault, "")
        copies = self._read(self.copies, self.copies.value)
        options = self.options()
        count = self._question.page_count(options)
        pages = self._read(self.pages.range, lambda: self.pages.pages(count))
        right = self._read(self.offset.right, self.offset.right.value)
        down = self._read(self.offset.down, self.offset.down.value)
        return PrintJob(
            printer=self._read(self.printer, self._open),
            options=options,
            sides=self._chosen_sides(),
            pages=pages,
            copies=int(copies),
            offset=PrintOffset(float(right), float(down)),
        )

    def _read(self, field: QWidget, read: Callable[[], _Value]) -> _Value:
        """What `read` gives; when it raises, `field` is where the user has to mend something."""
        self._asked = field
        return read()

    def _open(self) -> QPrinter:
        """The chosen printer; its own settings last as long as it stays the chosen one."""
        if self._opened is None:
            with waiting():
                self._opened = self._question.devices.opened(self.printer.currentText())
        return self._opened

    def _chosen_sides(self) -> Sides:
        return tuple(_SIDES)[self.sides.currentIndex()]

    def _choose_sides(self, sides: Sides) -> None:
        self.sides.setCurrentIndex(tuple(_SIDES).index(sides))
