"""How large the letters of the window are."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QApplication


class LetterSize(Enum):
    """Sizes in pt; USUAL is what the window has without a choice."""

    SMALL = 9.0
    USUAL = 10.0
    LARGE = 12.0
    LARGEST = 14.0


def letter_size(name: str) -> LetterSize:
    """The size of that name; USUAL where there is none."""
    return LetterSize.__members__.get(name, LetterSize.USUAL)


def apply_letters(application: QApplication, size: LetterSize) -> None:
    """Set the letters of all windows in that size."""
    font = application.font()
    font.setPointSizeF(size.value)
    application.setFont(font)
