"""The entry of how far a printer is to move everything on the paper."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from xjdesk.gui.printing.job import MOST_OFFSET_MM, PrintOffset
from xjdesk.gui.printing.number_edit import NumberEdit

_STEP_MM = Decimal("0.5")
_GAP_PX = 16


class OffsetEdit(QWidget):
    """Two numbers of mm, side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        limits = (-MOST_OFFSET_MM, MOST_OFFSET_MM)
        self.right = NumberEdit("左右微调", "毫米", limits, _STEP_MM, self)
        self.down = NumberEdit("上下微调", "毫米", limits, _STEP_MM, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, edit in (("左右(&X)", self.right), ("上下(&Y)", self.down)):
            label = QLabel(name, self)
            label.setBuddy(edit)
            layout.addWidget(label)
            layout.addWidget(edit)
            layout.addWidget(QLabel("毫米", self))
            layout.addSpacing(_GAP_PX)
        layout.addStretch(1)

    def show_offset(self, offset: PrintOffset) -> None:
        """Put an offset there."""
        self.right.show_value(Decimal(str(offset.right_mm)))
        self.down.show_value(Decimal(str(offset.down_mm)))
