"""An application that looks afterwards as it did before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose colours and letters a test may change."""
    font = qapp.font()
    yield qapp
    qapp.setFont(font)
    qapp.setPalette(QPalette())
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
