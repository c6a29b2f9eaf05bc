"""Choosing a date from a calendar, or today's with Ctrl+; as in a worksheet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from xjdesk.core.date_text import date_text, read_date
from xjdesk.gui.fields.opening_button import OpeningButton

_SEMICOLONS = (Qt.Key.Key_Semicolon, Qt.Key(0xFF1B))
"""That of the keyboard, and that which an input method makes of it."""


class DatePicker(OpeningButton):
    """Opens a calendar; what is chosen or typed is written as official documents have it."""

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        name = f"选择{line.accessibleName()}"
        super().__init__(line, name, "选择日期（Alt+↓）；填今天按 Ctrl+;", parent)
        self.calendar: CalendarPopup | None = None
        line.editingFinished.connect(self._tidy)

    def open(self) -> None:
        """Show the calendar below the line, at the date that stands there or today's."""
        if self.line.isReadOnly() or not self.line.isEnabled():
            return
        if self.calendar is None:
            self.calendar = CalendarPopup(self)
            self.calendar.calendar.activated.connect(self._on_chosen)
            self.calendar.calendar.clicked.connect(self._on_chosen)
        shown = read_date(self.line.text())
        day = QDate(shown.year, shown.month, shown.day) if shown else QDate.currentDate()
        self.calendar.show_at(self.corner(), day)

    def takes_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if key in _SEMICOLONS and held == Qt.KeyboardModifier.ControlModifier:
            self._put(QDate.currentDate())
            return True
        return super().takes_key(key, held)

    def _on_chosen(self, day: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self._put(day)
        self.line.setFocus()

    def _tidy(self) -> None:
        """Write a date that was typed in another way as documents have it; else leave all."""
        text = self.line.text()
        day = read_date(text) if self.line.isModified() else None
        if day is not None and date_text(day) != text:
            self.put(date_text(day))

    def _put(self, day: QDate) -> None:
        self.put(date_text(date(day.year(), day.month(), day.day())))


class CalendarPopup(QFrame):
    """A calendar that goes away with Escape or a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName("日历")
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.calendar)

    def show_at(self, corner: QPoint, day: QDate) -> None:
        """Show it with its upper left corner there, on the screen, and `day` chosen."""
        self.calendar.setSelectedDate(day)
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(corner.x(), room.right() - self.width())
        y = min(corner.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.calendar.setFocus()
