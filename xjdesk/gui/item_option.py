"""Reading and changing a QStyleOptionViewItem.

Its fields exist in PySide6 but not in its type stubs; this is the one place that knows.
"""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QMargins, QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


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


def wrap_text(option: QStyleOptionViewItem) -> None:
    """Let the item's text run over several lines."""
    cast(Any, option).features |= QStyleOptionViewItem.ViewItemFeature.WrapText
