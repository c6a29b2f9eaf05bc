"""Choosing a date from a calendar, or today's with Ctrl+; as in a worksheet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from xjdesk.core.date_text import date_text, read_date

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SEMICOLONS = (Qt.Key.Key_Semicolon, Qt.Key(0xFF1B))
"""That of the keyboard, and that which an input method makes of it."""


class DatePicker(QToolButton):
    """A button beside a line in which a date stands; Alt+Down opens the calendar as well.

    What is chosen is written as official documents have it. Any other text stays possible.
    """

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self.calendar: CalendarPopup | None = None
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip("选择日期（Alt+↓）；填今天按 Ctrl+;")
        self.setAccessibleName(f"选择{line.accessibleName()}")
        self.clicked.connect(self.open)
        line.installEventFilter(self)

    def open(self) -> None:
        """Show the calendar below the line, at the date that stands there or today's."""
        if self._line.isReadOnly() or not self._line.isEnabled():
            return
        if self.calendar is None:
            self.calendar = CalendarPopup(self)
            self.calendar.calendar.activated.connect(self._on_chosen)
            self.calendar.calendar.clicked.connect(self._on_chosen)
        shown = read_date(self._line.text())
        day = QDate(shown.year, shown.month, shown.day) if shown else QDate.currentDate()
        self.calendar.show_at(self._line.mapToGlobal(QPoint(0, self._line.height())), day)

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & (_CONTROL | _ALT)
            if event.key() == Qt.Key.Key_Down and held == _ALT:
                self.open()
                return True
            if event.key() in _SEMICOLONS and held == _CONTROL:
                self._put(QDate.currentDate())
                return True
        return False

    def _on_chosen(self, day: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self._put(day)
        self._line.setFocus()

    def _put(self, day: QDate) -> None:
        if not self._line.isReadOnly():
            self._line.selectAll()
            # As if it were typed, so that it goes the way of all that is.
            self._line.insert(date_text(date(day.year(), day.month(), day.day())))
            self._line.textEdited.emit(self._line.text())


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
