"""How a severity looks: its icon, its colour, the tint of a cell that takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QIcon, QPalette

from xjdesk.core.severity import Severity
from xjdesk.gui.icons import Icons

_HUES = {
    Severity.ERROR: QColor(0xD0, 0x2B, 0x20),
    Severity.QUERY: QColor(0xE0, 0x9A, 0x00),
    Severity.HINT: QColor(0x5B, 0x7C, 0x99),
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


def hue(severity: Severity) -> QColor:
    """The colour of underlines and signs."""
    return _HUES[severity]


def tint(palette: QPalette, severity: Severity | None) -> QColor | None:
    """The background of a cell in a broken relation; hints and no finding have none."""
    if severity is None or severity is Severity.HINT:
        return None
    base, strong = palette.color(QPalette.ColorRole.Base), _HUES[severity]
    return QColor(
        *(
            round(from_ + (to - from_) * _TINT_STRENGTH)
            for from_, to in (
                (base.red(), strong.red()),
                (base.green(), strong.green()),
                (base.blue(), strong.blue()),
            )
        )
    )
