"""Tabs that stand closer together than the style would have them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QTabBar, QWidget

_BESIDE_TITLE_PX, _SIGN_PX = 10, 13
"""Room beside icon and title of a tab, both sides together; Fusion leaves 24."""


class NarrowTabBar(QTabBar):
    """All tabs of a report with their badges fit into a window of 1280 px beside the panels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style = _NarrowStyle(self.style().name())
        style.setParent(self)
        self.setStyle(style)
        self.setIconSize(QSize(_SIGN_PX, _SIGN_PX))


class _NarrowStyle(QProxyStyle):
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_TabBarTabHSpace:
            return _BESIDE_TITLE_PX
        return super().pixelMetric(metric, option, widget)
