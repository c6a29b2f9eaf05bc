"""The ground for editors that is easy on the eyes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.look.contrast import LINES, LONG_TEXTS, contrast
from xjdesk.core.severity import Severity
from xjdesk.gui.look.calm_ground import CalmGround, calmed
from xjdesk.gui.look.scheme import Scheme, apply_scheme, dark_palette
from xjdesk.gui.severity_look import hue

_Role = QPalette.ColorRole


def _light_palette() -> QPalette:
    palette = QPalette(QColor(239, 239, 239))
    palette.setColor(_Role.Base, QColor(255, 255, 255))
    palette.setColor(_Role.Text, QColor(0, 0, 0))
    return palette


_PALETTES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def _palette(dark: bool) -> QPalette:
    return dark_palette() if dark else _light_palette()


@_PALETTES
def test_it_has_more_green_than_before_and_than_red_and_blue(dark: bool) -> None:
    calm = calmed(_palette(dark)).color(_Role.Base)
    assert calm.green() > max(calm.red(), calm.blue())


@_PALETTES
@pytest.mark.parametrize("ground", [_Role.Base, _Role.AlternateBase])
def test_text_on_it_can_be_read_for_long(dark: bool, ground: QPalette.ColorRole) -> None:
    palette = _palette(dark)
    assert contrast(palette.color(_Role.Text), calmed(palette).color(ground)) >= LONG_TEXTS


@_PALETTES
@pytest.mark.parametrize("severity", Severity)
def test_underlines_stand_out_from_it(dark: bool, severity: Severity) -> None:
    calm = calmed(_palette(dark))
    assert contrast(hue(calm, severity), calm.color(_Role.Base)) >= LINES


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[QPlainTextEdit]:
    """An editor in an area in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    area = QWidget(window)
    editor = QPlainTextEdit(area)
    QVBoxLayout(window).addWidget(area)
    QVBoxLayout(area).addWidget(editor)
    yield editor
    # A window that only this generator knows would be gone before the test.
    window.hide()


def _area(editor: QPlainTextEdit) -> QWidget:
    area = editor.parentWidget()
    assert area is not None
    return area


def _ground(editor: QPlainTextEdit) -> QColor:
    return editor.palette().color(_Role.Base)


def test_it_comes_and_goes(editor: QPlainTextEdit) -> None:
    before = _ground(editor)
    ground = CalmGround(_area(editor))
    ground.lay(True)
    assert _ground(editor) == calmed(QApplication.palette()).color(_Role.Base)
    ground.lay(False)
    assert _ground(editor) == before


def test_it_darkens_with_the_window(
    application: QApplication, editor: QPlainTextEdit, qtbot: QtBot
) -> None:
    apply_scheme(application, Scheme.LIGHT)
    CalmGround(_area(editor)).lay(True)
    light = calmed(application.palette()).color(_Role.Base)
    qtbot.waitUntil(lambda: _ground(editor) == light)
    apply_scheme(application, Scheme.DARK)
    dark = calmed(application.palette()).color(_Role.Base)
    assert dark.lightness() < light.lightness()
    qtbot.waitUntil(lambda: _ground(editor) == dark)
