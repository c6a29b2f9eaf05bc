"""A list to choose from that leaves the focus in the editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

_Value = TypeVar("_Value")


class Choice(QComboBox, Generic[_Value]):
    """Chooses among values by their names.

    Signals:
        chosen: The value that the user chose.
    """

    chosen = Signal(object)

    def __init__(self, name: str, values: Mapping[_Value, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self.addItems(tuple(values.values()))
        self.setAccessibleName(name)
        # The focus stays in the editor, to which the user returns.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def show_value(self, value: _Value) -> None:
        """Show `value` as the chosen one."""
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling must not choose what the pointer happens to pass over.
        event.ignore()

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])
