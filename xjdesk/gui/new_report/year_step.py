"""The first step of a new report: its year, and the form that goes with it."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from xjdesk.core.form import Form
from xjdesk.storage.form_library import FormLibrary


class YearStep(QWidget):
    """Year first; the form for that year is proposed, another can be chosen.

    Signals:
        changed: Another year or form is chosen.
    """

    changed = Signal()

    def __init__(self, forms: FormLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = forms
        self._forms = [forms.form(form_id) for form_id in forms.ids()]
        self.year = QComboBox(self)
        self.year.setObjectName("new-year")
        self.year.setAccessibleName("报告年度")
        self.year.setAccessibleDescription("报告写的是哪一年的工作，↑↓选择")
        self.form = QComboBox(self)
        self.form.setObjectName("new-form")
        self.form.setAccessibleName("报表格式")
        self.form.setAccessibleDescription("按年度选好，一般不用改")
        self._remark = QLabel(self)
        self._remark.setWordWrap(True)
        self._fill()
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow("报告年度(&Y)：", self.year)
        rows.addRow("报表格式(&F)：", self.form)
        rows.addRow(self._remark)
        self.setFocusProxy(self.year)
        self.year.currentIndexChanged.connect(self._propose_form)
        self.form.currentIndexChanged.connect(self._show_remark)
        self._propose_form()

    def chosen_year(self) -> int:
        """The year that is chosen now."""
        return self.year.currentData()

    def chosen_form(self) -> Form:
        """The form that is chosen now."""
        return self._forms[self.form.currentIndex()]

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

    def _propose_form(self) -> None:
        proposed = self._library.proposed_for(self.chosen_year())
        self.form.setCurrentIndex(self._forms.index(proposed))
        self._show_remark()

    def _show_remark(self) -> None:
        form, year = self.chosen_form(), self.chosen_year()
        years = f"{form.first_year}年"
        if form.last_year is None:
            years += "起"
        elif form.last_year != form.first_year:
            years += f"至{form.last_year}年"
        if form.covers(year):
            self._remark.setText(f"本格式用于{years}的年度报告。")
        else:
            self._remark.setText(f"注意：本格式用于{years}的年度报告，不包括{year}年。")
        self.changed.emit()
