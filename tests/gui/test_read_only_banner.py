"""The strip that says why a document can only be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.icons import Icons
from xjdesk.gui.read_only_banner import ReadOnlyBanner
from xjdesk.resource_files import resource

REASON = "只读打开：李四正在编辑这份报告；要修改，请等对方关闭后重新打开，或另存一份副本。"


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[ReadOnlyBanner]:
    """The strip over an editor."""
    window = QWidget()
    banner = ReadOnlyBanner(REASON, Icons(resource).icon("read-only"))
    layout = QVBoxLayout(window)
    layout.addWidget(banner)
    layout.addWidget(QTextEdit(), 1)
    window.resize(900, 400)
    window.show()
    qtbot.waitExposed(window)
    yield banner
    window.close()
    window.deleteLater()


def _words(banner: ReadOnlyBanner) -> QLabel:
    words = banner.findChild(QLabel, "read-only-reason")
    assert isinstance(words, QLabel)
    return words


@pytest.mark.parametrize("width", [900, 400, 200])
def test_the_whole_reason_is_to_be_seen(banner: ReadOnlyBanner, width: int, qtbot: QtBot) -> None:
    banner.window().resize(width, 400)
    words = _words(banner)

    def is_whole() -> bool:
        is_high_enough = words.height() >= words.heightForWidth(words.width())
        return is_high_enough and banner.rect().contains(words.geometry())

    qtbot.waitUntil(lambda: banner.width() < width and is_whole())


def test_it_is_one_line_high_where_there_is_room(banner: ReadOnlyBanner, qtbot: QtBot) -> None:
    words = _words(banner)
    one_line, height = words.height(), banner.height()
    assert one_line < 2 * words.fontMetrics().lineSpacing()
    banner.window().resize(300, 400)
    qtbot.waitUntil(lambda: words.height() >= 2 * one_line)
    banner.window().resize(900, 400)
    qtbot.waitUntil(lambda: banner.height() == height)


def test_it_does_not_make_the_window_higher(banner: ReadOnlyBanner) -> None:
    assert banner.window().minimumSizeHint().height() < 200
    assert banner.window().height() == 400


def test_its_words_can_be_marked_and_are_told_to_a_screen_reader(banner: ReadOnlyBanner) -> None:
    assert banner.accessibleName() == _words(banner).text() == banner.reason == REASON
    flags = _words(banner).textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize(("ground", "letters"), [(255, 0), (30, 240)], ids=["light", "dark"])
def test_its_words_are_readable_in_either_palette(
    banner: ReadOnlyBanner, ground: int, letters: int
) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(ground, ground, ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(letters, letters, letters))
    banner.setPalette(palette)
    painted = banner.grab().toImage().pixelColor(banner.width() - 3, 3)
    assert abs(painted.lightness() - letters) > 120
    assert painted.saturation() > 40
