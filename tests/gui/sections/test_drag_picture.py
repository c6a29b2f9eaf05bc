from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.sections.drag_picture import drag_picture


def test_a_long_title_does_not_make_it_wide(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    short, long = (drag_picture(title, widget) for title in ("（一）甲", "（一）" + "公开" * 40))
    assert 0 < short.width() < long.width() < 220 * widget.devicePixelRatioF()
    assert short.hasAlphaChannel()
