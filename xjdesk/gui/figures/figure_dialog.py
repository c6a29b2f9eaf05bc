"""The dialog 引用统计数."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xjdesk.checks.facts.proposals import proposals
from xjdesk.core.address import CellAddress
from xjdesk.core.figure import AGAINST_LAST_YEAR, FigureKind, FigureSource
from xjdesk.core.figure_text import arithmetic, figure_text
from xjdesk.gui.figures.cell_list import CellList
from xjdesk.gui.figures.operand_edit import OperandEdit
from xjdesk.gui.figures.question import PERCENTAGES, FigureQuestion
from xjdesk.gui.wrapped_label import WrappedLabel

_KINDS = {
    FigureKind.VALUE: "数值",
    FigureKind.DIFFERENCE: "差（减去另一个数）",
    FigureKind.SHARE: "占比（%）",
    FigureKind.CHANGE: "比上年增减（增加、减少多少）",
    FigureKind.GROWTH: "同比（增长、下降%）",
    FigureKind.YEAR_ON_YEAR: "比上年整句（增加多少，增长%）",
}
_SECOND = {
    FigureKind.VALUE: "",
    FigureKind.DIFFERENCE: "减去(&M)：",
    FigureKind.SHARE: "占(&M)：",
    FigureKind.CHANGE: "上年数(&M)：",
    FigureKind.GROWTH: "上年数(&M)：",
    FigureKind.YEAR_ON_YEAR: "上年数(&M)：",
}
_MOST_DECIMALS = 4
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MOST_CONTEXT = 30
_WIDTH_PX, _HEIGHT_PX = 620, 560


class FigureDialog(QDialog):
    """Asks for a cell and for how its number is to be written.

    It is worked from the search line: what is typed there narrows the list, the arrow keys walk
    it, Enter takes the row.
    """

    def __init__(self, question: FigureQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle("引用统计数")
        self._make_controls()
        self._lay_out()
        self._show_question()
        self.search.textChanged.connect(self._on_search)
        self.cells.currentItemChanged.connect(self._on_cell)
        self.cells.itemDoubleClicked.connect(self._on_double_clicked)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.second.editTextChanged.connect(self._show_preview)
        self.decimals.valueChanged.connect(self._show_preview)
        self._on_kind()
        self.search.setFocus()

    def source(self) -> FigureSource | None:
        """What is chosen now; None while something is missing."""
        cell, kind = self.cells.chosen(), self._kind()
        if cell is None:
            return None
        if kind is FigureKind.VALUE:
            return FigureSource(kind, (cell,))
        second = self.second.operand()
        if second is None:
            return None
        decimals = self.decimals.value() if kind in PERCENTAGES else 0
        is_phrase = kind is FigureKind.YEAR_ON_YEAR
        unit = self._question.form.counting(cell).unit if is_phrase else ""
        return FigureSource(kind, (cell, second), decimals, unit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _walks(event):
            QApplication.sendEvent(self.cells, event)
            return True
        return super().eventFilter(watched, event)

    def _make_controls(self) -> None:
        question = self._question
        self.context = WrappedLabel(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("输入指标名称、单位或数，↑↓选择，回车确定")
        self.search.installEventFilter(self)
        self.cells = CellList(question.form, question.report, self._proposed(), self)
        self.kind = QComboBox(self)
        self.kind.addItems(tuple(_KINDS.values()))
        self.second = OperandEdit(question.form, question.report, self)
        self.second_label = QLabel(self)
        self.second_label.setBuddy(self.second)
        self.decimals = QSpinBox(self)
        self.decimals.setRange(0, _MOST_DECIMALS)
        self.decimals.setSuffix("位")
        self.preview = WrappedLabel(self)
        self.ok = QPushButton("引用", self)
        for control, name, description in (
            (self.search, "查找统计指标", "输入指标名称、单位或数"),
            (self.kind, "写成", "一格的数，还是由几个数算出，↑↓选择"),
            (self.second, "与哪个数相比", "选一格，或者填一个数"),
            (self.decimals, "小数位数", "算出的数保留几位小数"),
        ):
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.addRow("写成(&K)：", self.kind)
        rows.addRow(self.second_label, self.second)
        rows.addRow("小数(&D)：", self.decimals)
        self._rows = rows
        finding = QFormLayout()
        finding.addRow("查找(&S)：", self.search)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.context)
        layout.addLayout(finding)
        layout.addWidget(self.cells, 1)
        layout.addLayout(rows)
        layout.addWidget(self.preview)
        layout.addWidget(buttons)
        self.resize(_WIDTH_PX, _HEIGHT_PX)

    def _proposed(self) -> tuple[CellAddress, ...]:
        question = self._question
        return proposals(
            question.form, question.report, question.sentence, question.number, question.unit
        )

    def _show_question(self) -> None:
        question = self._question
        self.context.setText(_context(question))
        self.kind.setCurrentIndex(tuple(_KINDS).index(question.kind))
        self.decimals.setValue(question.decimals)
        source = question.target.source
        if source is not None:
            self.cells.choose(next(iter(source.cells()), None))
            if len(source.operands) > 1:
                self.second.show_operand(source.operands[1])

    def _on_search(self, text: str) -> None:
        self.cells.search(text)
        self._show_preview()

    def _on_double_clicked(self) -> None:
        if self.ok.isEnabled():
            self.accept()

    def _on_kind(self) -> None:
        kind = self._kind()
        self.second_label.setText(_SECOND[kind])
        self._rows.setRowVisible(self.second, kind is not FigureKind.VALUE)
        self._rows.setRowVisible(self.decimals, kind in PERCENTAGES)
        self._fill_base()
        self._show_preview()

    def _on_cell(self) -> None:
        self._fill_base()
        self._show_preview()

    def _fill_base(self) -> None:
        """Put in last year's number of the chosen cell, where there is a report of last year."""
        last_year, cell = self._question.last_year, self.cells.chosen()
        if last_year is None or cell is None or self._kind() not in AGAINST_LAST_YEAR:
            return
        number = last_year.number(cell)
        if number is None:
            self.second.setEditText("")
        else:
            self.second.show_operand(number)

    def _show_preview(self) -> None:
        text, told = self._told()
        self.preview.setText(told)
        self.ok.setEnabled(text is not None)

    def _told(self) -> tuple[str | None, str]:
        """What would be written, and a sentence about it or about what is missing."""
        source, question = self.source(), self._question
        if source is None:
            return None, self._missing()
        text = figure_text(source, question.report.value)
        reckoned = arithmetic(question.form, question.report, source)
        if text is None:
            return None, f"算不出数来：{reckoned}。"
        return text, f"正文写作“{text}”：{reckoned}。"

    def _missing(self) -> str:
        cell, last_year = self.cells.chosen(), self._question.last_year
        if cell is None:
            return "请选一个指标。"
        if last_year is None or self._kind() not in AGAINST_LAST_YEAR:
            return "请填一个数，或者选一格。"
        if not last_year.is_comparable(cell):
            return "这项指标的口径已变，与上年不可比；按新口径核实了上年数的，可以自己填。"
        return "上年报告没有填这项指标；核实了上年数的，可以自己填。"

    def _kind(self) -> FigureKind:
        return tuple(_KINDS)[self.kind.currentIndex()]


def _walks(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() in _WALKING


def _context(question: FigureQuestion) -> str:
    """The words around the number, which stands in brackets; empty ones where none stands yet."""
    target = question.target
    before, behind = question.text[: target.start], question.text[target.end :]
    lead = "……" if len(before) > _MOST_CONTEXT else ""
    rest = "……" if len(behind) > _MOST_CONTEXT else ""
    around = f"{lead}{before[-_MOST_CONTEXT:]}【{question.written}】{behind[:_MOST_CONTEXT]}{rest}"
    return f"正文：{around}"
