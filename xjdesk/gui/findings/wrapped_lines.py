"""Text broken into the lines that fit a width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def wrapped_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """The lines of `text` at `width` px; of more than `most`, the last ends with an ellipsis."""
    lines: list[str] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    units = text.replace("\n", " ").encode("utf-16-le", "surrogatepass")
    layout = QTextLayout(units.decode("utf-16-le", "surrogatepass"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid() and len(lines) < most:
        line.setLineWidth(width)
        start = line.textStart()
        length = line.textLength() if len(lines) < most - 1 else len(units) // 2 - start
        piece = units[2 * start : 2 * (start + length)]
        lines.append(piece.decode("utf-16-le", "surrogatepass").rstrip())
        line = layout.createLine()
    layout.endLayout()
    if len(lines) == most:
        metrics = QFontMetrics(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)
