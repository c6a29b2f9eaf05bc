from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from xjdesk.gui.titles.outline_icon import outline_icon


def _rows(widths: list[float]) -> list[int]:
    """How many pixels are inked in every row, rows with none left out."""
    picture = outline_icon(widths, QColor("black"), 4.0).pixmap(64, 64).toImage()
    image = picture.convertToFormat(QImage.Format.Format_ARGB32)
    columns = range(image.width())
    rows = [
        sum(image.pixelColor(x, y).alpha() > 128 for x in columns) for y in range(image.height())
    ]
    return [row for row in rows if row]


def test_the_bars_are_as_wide_as_the_lines_are_to_each_other(qapp: QApplication) -> None:
    rows = _rows([7.0, 14.0])
    assert rows[0] * 2 == pytest.approx(rows[-1], abs=2)
    assert max(rows) == rows[-1]


def test_a_rhombus_is_widest_in_the_middle(qapp: QApplication) -> None:
    rows = _rows([8.0, 16.0, 4.0])
    assert rows[0] > rows[-1]
    assert max(rows) == rows[len(rows) // 2]


def test_no_lines_are_an_empty_picture(qapp: QApplication) -> None:
    assert _rows([]) == []
