"""The choice of the year a report speaks about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from xjdesk.core.year_change import year_changes
from xjdesk.gui.chosen_line import ChosenLine
from xjdesk.gui.document import Document


def year_control(document: Document, parent: QWidget) -> YearControl:
    """The control that shows the year, and lets another be chosen where that may be done."""
    if document.access.can_edit:
        control = YearEditor(document, parent)
    else:
        control = ChosenLine(partial(_year, document), parent)
    control.setObjectName("report-year")
    control.setAccessibleName("报告年度")
    control.setAccessibleDescription("报告写的是哪一年的工作")
    return control


class YearEditor(QComboBox):
    """Chooses among the years that the form is for; any other year of the report is kept."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        form = document.form
        last = form.last_year or QDate.currentDate().year()
        for year in range(last, form.first_year - 1, -1):
            self.addItem(f"{year}年", year)
        self.refresh()
        self.activated.connect(self._on_activated)

    def refresh(self) -> None:
        """Show the year as it stands in the report."""
        year = self._document.report.year
        if self.findData(year) < 0:
            self.addItem(f"{year}年", year)
        self.setCurrentIndex(self.findData(year))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not change what the pointer happens to pass over.
        event.ignore()

    def _on_activated(self) -> None:
        document = self._document
        changes = year_changes(document.form, document.report, self.currentData())
        document.submit("更改报告年度", changes)


YearControl = YearEditor | ChosenLine


def _year(document: Document) -> str:
    return f"{document.report.year}年"
