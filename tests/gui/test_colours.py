"""Colours stay readable on light and dark grounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from tests.gui.look.contrast import LINES, LONG_TEXTS, contrast
from xjdesk.core.severity import Severity
from xjdesk.gui.colours import at_rest, tinted
from xjdesk.gui.severity_look import hue

LIGHT, DARK = QColor(255, 255, 255), QColor(35, 35, 35)
_Role = QPalette.ColorRole


def _palette(ground: QColor) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, ground)
    return palette


@pytest.mark.parametrize("ground", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("severity", list(Severity))
def test_underlines_stand_out_from_the_ground(ground: QColor, severity: Severity) -> None:
    assert contrast(hue(_palette(ground), severity), ground) >= LINES


def test_a_tint_on_a_dark_ground_is_dark() -> None:
    assert tinted(_palette(DARK), QColor(0xD0, 0x2B, 0x20), 0.22).lightness() < 100


@given(st.floats(0, 1), st.integers(0, 255), st.integers(0, 255))
def test_a_tint_lies_between_ground_and_hue(strength: float, ground: int, hue: int) -> None:
    mixed = tinted(_palette(QColor(ground, ground, ground)), QColor(hue, hue, hue), strength)
    assert min(ground, hue) <= mixed.red() <= max(ground, hue)


def test_a_tint_of_no_strength_is_the_ground() -> None:
    assert tinted(_palette(DARK), QColor(0xD0, 0x2B, 0x20), 0) == DARK


@pytest.mark.parametrize(
    ("around", "ground", "letters"), [(239, 255, 0), (50, 35, 240)], ids=["light", "dark"]
)
def test_editors_at_rest_differ_from_those_one_writes_in_and_stay_readable(
    around: int, ground: int, letters: int
) -> None:
    palette = _palette(QColor(ground, ground, ground))
    palette.setColor(QPalette.ColorRole.Window, QColor(around, around, around))
    palette.setColor(QPalette.ColorRole.Text, QColor(letters, letters, letters))
    resting = at_rest(palette)
    grounds = [resting.color(role) for role in (_Role.Base, _Role.AlternateBase)]
    assert len({*(one.lightness() for one in grounds), ground}) == 3
    for one in grounds:
        assert contrast(QColor(letters, letters, letters), one) >= LONG_TEXTS
