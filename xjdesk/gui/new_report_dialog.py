"""Asking for the year and the form of a new report, and for what it takes over from last year's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.begun_report import Part
from xjdesk.core.form import Form
from xjdesk.gui.last_year.taking_over import TakingOver
from xjdesk.storage.form_library import FormLibrary

ChooseFile = Callable[[QWidget, int], Path | None]
"""Asks, over a window, which file holds the report on a year."""


@dataclass(frozen=True, slots=True)
class NewReport:
    """What was asked for: an empty report, or one with `parts` of that in the file `last_year`."""

    form: Form
    year: int
    last_year: Path | None = None
    parts: frozenset[Part] = frozenset()


class NewReportDialog(QDialog):
    """Year first; the form for that year is proposed, another can be chosen."""

    def __init__(
        self, forms: FormLibrary, choose_file: ChooseFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = forms
        self._choose_file = choose_file
        self._forms = [forms.form(form_id) for form_id in forms.ids()]
        self.year = QComboBox(self)
        self.year.setObjectName("new-year")
        self.year.setAccessibleName("报告年度")
        self.form = QComboBox(self)
        self.form.setObjectName("new-form")
        self.form.setAccessibleName("报表格式")
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self.last_year = TakingOver(self._ask_last_year, self)
        self.setWindowTitle("新建年度报告")
        self._fill()
        self._lay_out()
        self.year.currentIndexChanged.connect(self._propose_form)
        self.form.currentIndexChanged.connect(self._show_remark)
        self._propose_form()

    def choice(self) -> NewReport:
        """What is chosen now."""
        return NewReport(
            self._forms[self.form.currentIndex()],
            self.year.currentData(),
            self.last_year.file,
            self.last_year.parts(),
        )

    def _ask_last_year(self) -> Path | None:
        return self._choose_file(self, self.year.currentData() - 1)

    def _fill(self) -> None:
        newest = QDate.currentDate().year()
        oldest = min(form.first_year for form in self._forms)
        for year in range(newest, oldest - 1, -1):
            self.year.addItem(f"{year}年", year)
        self.year.setCurrentIndex(self.year.findData(self._usual_year(newest - 1)))
        for form in self._forms:
            self.form.addItem(form.name)

    def _usual_year(self, last_year: int) -> int:
        """Last year, or the newest year before it that a form is for."""
        covered = (
            min(last_year, form.last_year or last_year)
            for form in self._forms
            if form.first_year <= last_year
        )
        return max(covered, default=last_year)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.addRow("报告年度(&Y)：", self.year)
        rows.addRow("报表格式(&F)：", self.form)
        buttons = QDialogButtonBox(self)
        buttons.addButton("新建", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(rows)
        layout.addWidget(self._remark)
        layout.addWidget(self.last_year)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

    def _propose_form(self) -> None:
        proposed = self._library.proposed_for(self.year.currentData())
        self.form.setCurrentIndex(self._forms.index(proposed))
        self._show_remark()

    def _show_remark(self) -> None:
        choice = self.choice()
        years = f"{choice.form.first_year}年"
        if choice.form.last_year is None:
            years += "起"
        elif choice.form.last_year != choice.form.first_year:
            years += f"至{choice.form.last_year}年"
        if choice.form.covers(choice.year):
            self._remark.setText(f"本格式用于{years}的年度报告。")
        else:
            self._remark.setText(f"注意：本格式用于{years}的年度报告，不包括{choice.year}年。")
