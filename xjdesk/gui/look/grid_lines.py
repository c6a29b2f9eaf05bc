"""The lines of a grid on dark ground."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from xjdesk.gui.colours import is_dark, tinted

_STRENGTH = 0.28
_FUSION_PERCENT = 120
"""By how much Fusion darkens the ground of the window for lines: unseen where that is dark."""


def rule_visibly(option: QStyleOptionViewItem) -> None:
    """Let the lines between cells be seen in dark palettes too; others are left alone."""
    palette = QPalette(option.palette)  # pyright: ignore[reportAttributeAccessIssue]
    if is_dark(palette):
        line = tinted(palette, palette.color(QPalette.ColorRole.Text), _STRENGTH)
        palette.setColor(QPalette.ColorRole.Window, line.lighter(_FUSION_PERCENT))
        option.palette = palette  # pyright: ignore[reportAttributeAccessIssue]
