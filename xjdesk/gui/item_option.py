"""Reading and changing a QStyleOptionViewItem.

Its fields exist in PySide6 but not in its type stubs; this is the one place that knows.
"""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_LEAST_LINES = 3


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """Where the item is painted."""
    return QRect(cast(Any, option).rect)


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the item is painted as selected."""
    return bool(cast(Any, option).state & QStyle.StateFlag.State_Selected)


def within(option: QStyleOptionViewItem, margins: QMargins) -> QStyleOptionViewItem:
    """The same option with margins inside its place."""
    inner = QStyleOptionViewItem(option)
    cast(Any, inner).rect = rect_of(option).marginsRemoved(margins)
    return inner


def in_view(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """The same option with that part of its place that is in view, if that has room for words."""
    place = rect_of(option)
    view = cast(Any, option).widget
    seen = place.intersected(view.viewport().rect())
    inner = QStyleOptionViewItem(option)
    cast(Any, inner).rect = (
        seen if seen.height() >= _LEAST_LINES * view.fontMetrics().height() else place
    )
    return inner


def wrap_text(option: QStyleOptionViewItem) -> None:
    """Let the item's text run over several lines."""
    cast(Any, option).features |= QStyleOptionViewItem.ViewItemFeature.WrapText
