"""Light, dark, or as the system has it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from xjdesk.gui.colours import is_dark

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup
_DARK = {
    _Role.Window: "#2b2d30",
    _Role.WindowText: "#e4e6e8",
    _Role.Base: "#1f2123",
    _Role.AlternateBase: "#292b2e",
    _Role.ToolTipBase: "#3a3d41",
    _Role.ToolTipText: "#e4e6e8",
    _Role.PlaceholderText: "#9a9fa5",
    _Role.Text: "#e4e6e8",
    _Role.Button: "#393c40",
    _Role.ButtonText: "#e4e6e8",
    _Role.BrightText: "#ffffff",
    _Role.Light: "#4a4e53",
    _Role.Midlight: "#42464a",
    _Role.Mid: "#1f2123",
    _Role.Dark: "#17191a",
    _Role.Shadow: "#000000",
    _Role.Highlight: "#2f6fae",
    _Role.HighlightedText: "#ffffff",
    _Role.Link: "#7db4ee",
    _Role.LinkVisited: "#b99bea",
}
_FAINT = "#7d8288"
"""Letters of what cannot be used."""


class Scheme(StrEnum):
    """What the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_WANTED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def apply_scheme(application: QApplication, scheme: Scheme) -> None:
    """Give all windows that look, now; on systems that have no say in it, by a palette of ours."""
    application.setPalette(QPalette())
    application.styleHints().setColorScheme(_WANTED[scheme])
    if scheme is Scheme.SYSTEM or is_dark(application.palette()) is (scheme is Scheme.DARK):
        return
    ours = dark_palette() if scheme is Scheme.DARK else application.style().standardPalette()
    application.setPalette(ours)


def dark_palette() -> QPalette:
    """Light letters on dark grounds."""
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, QColor(_FAINT))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(_DARK[_Role.Light]))
    return palette
