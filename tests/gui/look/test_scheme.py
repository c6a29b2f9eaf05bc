"""Light and dark windows, both to be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.gui.look.contrast import LETTERS, LINES, LONG_TEXTS, contrast
from xjdesk.gui.colours import is_dark
from xjdesk.gui.look.scheme import Scheme, apply_scheme, dark_palette

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup


@pytest.mark.parametrize(("scheme", "dark"), [(Scheme.LIGHT, False), (Scheme.DARK, True)])
def test_windows_are_light_or_dark_as_wanted(
    application: QApplication, scheme: Scheme, dark: bool
) -> None:
    apply_scheme(application, scheme)
    assert is_dark(application.palette()) is dark


def test_light_comes_back_after_dark(application: QApplication) -> None:
    apply_scheme(application, Scheme.LIGHT)
    light = application.palette().color(_Role.Base)
    apply_scheme(application, Scheme.DARK)
    assert application.palette().color(_Role.Base) != light
    apply_scheme(application, Scheme.LIGHT)
    assert application.palette().color(_Role.Base) == light


def test_what_the_system_has_comes_back_after_dark(application: QApplication) -> None:
    before = is_dark(application.palette())
    apply_scheme(application, Scheme.DARK)
    apply_scheme(application, Scheme.SYSTEM)
    assert is_dark(application.palette()) is before


@pytest.mark.parametrize(
    ("letters", "ground", "least"),
    [
        (_Role.WindowText, _Role.Window, LONG_TEXTS),
        (_Role.Text, _Role.Base, LONG_TEXTS),
        (_Role.Text, _Role.AlternateBase, LONG_TEXTS),
        (_Role.ButtonText, _Role.Button, LONG_TEXTS),
        (_Role.ToolTipText, _Role.ToolTipBase, LONG_TEXTS),
        (_Role.HighlightedText, _Role.Highlight, LETTERS),
        (_Role.PlaceholderText, _Role.Base, LETTERS),
        (_Role.Link, _Role.Base, LETTERS),
        (_Role.LinkVisited, _Role.Base, LETTERS),
    ],
)
def test_words_in_dark_windows_can_be_read(
    letters: QPalette.ColorRole, ground: QPalette.ColorRole, least: float
) -> None:
    palette = dark_palette()
    assert contrast(palette.color(letters), palette.color(ground)) >= least


def test_what_cannot_be_used_is_fainter_and_still_seen_in_dark_windows() -> None:
    palette = dark_palette()
    for letters, ground in ((_Role.WindowText, _Role.Window), (_Role.ButtonText, _Role.Window)):
        off = contrast(palette.color(_Group.Disabled, letters), palette.color(ground))
        on = contrast(palette.color(_Group.Active, letters), palette.color(ground))
        assert LINES <= off < on
