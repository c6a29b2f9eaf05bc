"""A font for the window that has Chinese, on any machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from xjdesk.gui.icons import Resource

_PREFERRED = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
)
_SIZE_PT = 10.0


def window_font(resource: Resource) -> QFont:
    """The best Chinese font of the system; our own where it has none."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    family = next((name for name in _PREFERRED if name in families), None)
    if family is None:
        family = families[0] if families else _own_family(resource)
    font = QFont(family)
    font.setPointSizeF(_SIZE_PT)
    return font


def _own_family(resource: Resource) -> str:
    data = resource("fonts", "heiti.ttf").read_bytes()
    number = QFontDatabase.addApplicationFontFromData(data)
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "")
