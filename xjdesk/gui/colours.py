"""Colours that go with light and dark palettes alike."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

_DARK_BELOW = 128
_STRONGER_PERCENT = 130
_ALTERNATE_STRENGTH = 0.06


def tinted(palette: QPalette, hue: QColor, strength: float) -> QColor:
    """The ground of `palette` with so much of `hue` in it, from 0 to 1; words stay readable."""
    ground = palette.color(QPalette.ColorRole.Base)
    mixed = (
        round(from_ + (to - from_) * strength)
        for from_, to in (
            (ground.red(), hue.red()),
            (ground.green(), hue.green()),
            (ground.blue(), hue.blue()),
        )
    )
    return QColor(*mixed)


def standing_out(palette: QPalette, hue: QColor) -> QColor:
    """The hue for thin lines and letters: further from the ground of `palette` than it is."""
    return hue.lighter(_STRONGER_PERCENT) if is_dark(palette) else hue.darker(_STRONGER_PERCENT)


def is_dark(palette: QPalette) -> bool:
    """Whether one writes light on dark in `palette`."""
    return palette.color(QPalette.ColorRole.Base).lightness() < _DARK_BELOW


def at_rest(palette: QPalette) -> QPalette:
    """The grounds of editors that are only read: that of what is around them in `palette`.

    Its other colours are left unset, to be inherited.
    """
    resting = QPalette()
    resting.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.Window))
    letters = palette.color(QPalette.ColorRole.Text)
    alternate = tinted(resting, letters, _ALTERNATE_STRENGTH)
    resting.setColor(QPalette.ColorRole.AlternateBase, alternate)
    return resting
