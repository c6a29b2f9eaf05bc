"""The strip below the numbers of a row, on which notes stand in small type."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetrics

from xjdesk.gui.tables.cell_notes import Note

_SMALL = 0.8
_LINE_GAP_PX, _PADDING_PX = 5, 3


def small(font: QFont) -> QFont:
    """The type in which notes stand below a number set in `font`."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALL)
    return smaller


def notes_width(notes: Iterable[Note], metrics: QFontMetrics, *, is_short: bool = False) -> int:
    """How wide the notes are, one below the other, in px."""
    texts = (note.shorter if is_short and note.shorter else note.text for note in notes)
    return max(map(metrics.horizontalAdvance, texts), default=0)


def note_height(metrics: QFontMetrics) -> int:
    """How high a note is, in px: it is digits, which need less than a line of words."""
    return metrics.capHeight() + _LINE_GAP_PX


def strip_height(lines: int, metrics: QFontMetrics) -> int:
    """How high a strip of so many notes is, in px; 0 without any."""
    return lines * note_height(metrics) + _PADDING_PX if lines else 0
