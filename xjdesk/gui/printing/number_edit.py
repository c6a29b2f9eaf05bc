"""A number in the print dialog, typed or stepped."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from xjdesk.core.errors import UserError
from xjdesk.core.numbers import is_whole, read_entry, show_number


class NumberEdit(QAbstractSpinBox):
    """Takes whatever is typed, full-width digits as well, and judges it when asked for the value.

    Qt's own boxes swallow the keys they do not like, and nobody learns why.
    """

    def __init__(
        self, name: str, unit: str, limits: tuple[int, int], step: Decimal, parent: QWidget
    ) -> None:
        """`name` is what messages call it. With a whole `step` only whole numbers are taken."""
        super().__init__(parent)
        self._name, self._unit = name, unit
        self._least, self._most = map(Decimal, limits)
        self._step = step
        self.setAccessibleName(f"{name}（{unit}）")
        self.setAccessibleDescription(f"{limits[0]} 到 {limits[1]}，↑↓增减")

    def value(self) -> Decimal:
        """The number that stands there; UserError when it is none, or not between the limits."""
        number = self._entered()
        whole_only = is_whole(self._step)
        if (
            number is None
            or not self._least <= number <= self._most
            or (whole_only and not is_whole(number))
        ):
            kind = "整数" if whole_only else "数"
            raise UserError(
                f"{self._name}应填 {self._least} 到 {self._most} 之间的{kind}，请改正。"
            )
        return number

    def show_value(self, value: Decimal) -> None:
        """Put a number there."""
        self.lineEdit().setText(
            show_number(value.to_integral_value() if is_whole(value) else value)
        )

    def stepBy(self, steps: int) -> None:
        stepped = (self._entered() or Decimal(0)) + steps * self._step
        self.show_value(min(max(stepped, self._least), self._most))
        self.selectAll()

    def sizeHint(self) -> QSize:
        # That of the base has room for nothing, as it knows no values.
        widest = max((show_number(n - self._step) for n in (self._least, self._most)), key=len)
        width = self.fontMetrics().horizontalAdvance(widest + "00")
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        text = QSize(width, self.lineEdit().sizeHint().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_SpinBox, option, text, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        return (
            QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
            | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A turn of the wheel on the way to another control must not change a number unseen.
        event.ignore()

    def _entered(self) -> Decimal | None:
        entry = read_entry(self.lineEdit().text(), self._unit)
        return entry if isinstance(entry, Decimal) else None
