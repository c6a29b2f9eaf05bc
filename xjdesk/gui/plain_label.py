"""A label for words that come from a report, a form, a file's name or a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Shows text as it is written.

    Qt's own label takes what looks like HTML for HTML, and would load the pictures that it names,
    also from another computer: a report that somebody sent could call there.
    """

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
