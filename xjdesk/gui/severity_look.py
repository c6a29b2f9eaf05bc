"""How a severity looks: its icon, its colour, its underline, the tint of a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QIcon, QPalette, QTextCharFormat

from xjdesk.core.severity import Severity
from xjdesk.gui.colours import standing_out, tinted
from xjdesk.gui.icons import Icons

_HUES = {
    Severity.ERROR: QColor(0xD0, 0x2B, 0x20),
    Severity.QUERY: QColor(0xE0, 0x9A, 0x00),
    Severity.HINT: QColor(0x5B, 0x7C, 0x99),
}
_Underline = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    Severity.ERROR: _Underline.WaveUnderline,
    Severity.QUERY: _Underline.DashUnderline,
    Severity.HINT: _Underline.DotLine,
}
_TINT_STRENGTH = 0.22
_ICON_NAMES = {
    Severity.ERROR: "severity-error",
    Severity.QUERY: "severity-query",
    Severity.HINT: "severity-hint",
}


@dataclass(frozen=True, slots=True)
class SeverityLook:
    """The icons of the severities; shapes differ, so that colour is never the only sign."""

    icons: Mapping[Severity, QIcon]


def severity_look(icons: Icons) -> SeverityLook:
    """The look with the program's own icons."""
    return SeverityLook({severity: icons.icon(name) for severity, name in _ICON_NAMES.items()})


def hue(palette: QPalette, severity: Severity) -> QColor:
    """The colour of underlines and words: that of the sign, but thin lines must stand out more."""
    return standing_out(palette, _HUES[severity])


def underline(severity: Severity) -> QTextCharFormat.UnderlineStyle:
    """The line under words; each severity has another, so that colour is never the only sign."""
    return _UNDERLINES[severity]


def tint(palette: QPalette, severity: Severity | None) -> QColor | None:
    """The background of a cell in a broken relation; hints and no finding have none."""
    if severity is None or severity is Severity.HINT:
        return None
    return tinted(palette, _HUES[severity], _TINT_STRENGTH)
