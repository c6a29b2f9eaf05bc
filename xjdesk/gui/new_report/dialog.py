"""The assistant for a new report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.gui.new_report.issuer_step import IssuerStep
from xjdesk.gui.new_report.taking_over import TakingOver
from xjdesk.gui.new_report.wanted import NewReport
from xjdesk.gui.new_report.year_step import YearStep
from xjdesk.storage.form_library import FormLibrary

ChooseFile = Callable[[QWidget, int], Path | None]
"""Asks, over a window, which file holds the report on a year."""

_TITLES = ("报告年度和格式", "发文机关", "沿用的内容")
_LEAST_WIDTH_PX = 500


class NewReportDialog(QDialog):
    """Three steps, each with what is usual already chosen: Enter leads through all of them."""

    def __init__(
        self,
        forms: FormLibrary,
        profiles: Sequence[IssuerProfile],
        choose_file: ChooseFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose_file = choose_file
        self.setWindowTitle("新建年度报告")
        self.setMinimumWidth(_LEAST_WIDTH_PX)
        self.years = YearStep(forms, self)
        self.issuers = IssuerStep(profiles, self)
        self.last_year = TakingOver(self._ask_last_year, self)
        self._steps = QStackedWidget(self)
        for step in (self.years, self.issuers, self.last_year):
            self._steps.addWidget(step)
        self._title = QLabel(self)
        self._lay_out()
        self._go_to(0)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._steps.currentIndex()

    def choice(self) -> NewReport:
        """What is chosen now."""
        return NewReport(
            self.years.chosen_form(),
            self.years.chosen_year(),
            self.last_year.file,
            self.last_year.parts(),
            self.issuers.fields(),
        )

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        self.back = QPushButton("上一步(&B)", self)
        self.onward = QPushButton(self)
        self.onward.setDefault(True)
        self.back.setAutoDefault(False)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.onward, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.back.clicked.connect(lambda: self._go_to(self.step - 1))
        self.onward.clicked.connect(self._on_onward)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self._title, self._steps, buttons):
            layout.addWidget(widget)

    def _on_onward(self) -> None:
        if self.step == len(_TITLES) - 1:
            self.accept()
        else:
            self._go_to(self.step + 1)

    def _go_to(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        title = f"第{step + 1}步，共{len(_TITLES)}步：{_TITLES[step]}"
        self._title.setText(title)
        self._steps.currentWidget().setAccessibleName(title)
        self.back.setEnabled(step > 0)
        self.onward.setText("新建(&N)" if step == len(_TITLES) - 1 else "下一步(&N)")
        self._steps.currentWidget().setFocus()

    def _ask_last_year(self) -> Path | None:
        return self._choose_file(self, self.years.chosen_year() - 1)
