"""How far two colours stand apart, as WCAG 2 reckons it."""

from __future__ import annotations

from PySide6.QtGui import QColor

LINES, LETTERS, LONG_TEXTS = 3.0, 4.5, 7.0
"""What WCAG 2 asks of lines and signs, of letters (AA), and of letters read for long (AAA)."""


def contrast(one: QColor, other: QColor) -> float:
    """From 1 for the same to 21 for black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
