"""What of a window cannot be read because it has too little room, or lies over something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizeGrip,
    QTabBar,
    QToolButton,
    QWidget,
)

_SLACK_PX = 1
_NOT_LAID_OUT = (QDockWidget, QSizeGrip, QTabBar)
_BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """What is wrong with a widget, by its path from the window."""

    widget: str
    what: str


def layout_faults(root: QWidget) -> list[LayoutFault]:
    """All faults of what is shown in `root`."""
    seen = [root, *(w for w in root.findChildren(QWidget) if w.isVisibleTo(root))]
    return [
        LayoutFault(_path(widget, root), what)
        for widget in seen
        for what in (*_clipped(widget), *_overlaps(widget))
    ]


def _clipped(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text():
            yield from _clipped_label(widget)
        case QAbstractButton() if isinstance(widget, _BUTTONS) and widget.text():
            yield from _too_small(widget, widget.text())
        case QTabBar() if not widget.usesScrollButtons():
            for tab in range(widget.count()):
                if widget.tabRect(tab).right() > widget.width() + _SLACK_PX:
                    yield f"has no room for the tab {widget.tabText(tab)!r}"
        # One that paints captions itself wraps them, and tells its height by that.
        case QHeaderView() if type(widget) is QHeaderView:
            yield from _clipped_captions(widget)
        case QGroupBox() if widget.title():
            room = widget.fontMetrics().horizontalAdvance(widget.title())
            if room > widget.width():
                yield f"cuts its title {widget.title()!r}"
        case _:
            pass


def _clipped_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _too_small(label, label.text())
    elif label.heightForWidth(label.width()) > label.height() + _SLACK_PX:
        yield f"cuts lines of {label.text()!r}"


def _too_small(widget: QWidget, text: str) -> Iterator[str]:
    hint, size = widget.sizeHint(), widget.size()
    if hint.width() > size.width() + _SLACK_PX:
        yield f"is {size.width()} px wide, {text!r} needs {hint.width()}"
    if hint.height() > size.height() + _SLACK_PX:
        yield f"is {size.height()} px high, {text!r} needs {hint.height()}"


def _clipped_captions(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    is_flat = header.orientation() == Qt.Orientation.Horizontal
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        wanted, given = header.sectionSizeHint(section), header.sectionSize(section)
        if wanted > given + _SLACK_PX and is_flat:
            text = model.headerData(section, header.orientation())
            yield f"is {given} px wide at {text!r}, which needs {wanted}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Widgets laid out in `parent` that lie over one another, or beyond its edge."""
    if parent.layout() is None:
        return
    # Qt lays panels that are behind others out beyond the window. Items of layouts are not asked:
    # Python takes one for another that is gone.
    direct = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [
        widget
        for widget in direct
        if widget.isVisibleTo(parent)
        and not widget.isWindow()
        and not isinstance(widget, _NOT_LAID_OUT)
    ]
    for number, one in enumerate(shown):
        if not _scrolls(parent) and not parent.rect().contains(_core(one)):
            yield f"has no room for {_name(one)}"
        for other in shown[number + 1 :]:
            if _core(one).intersects(_core(other)):
                yield f"shows {_name(one)} over {_name(other)}"


def _core(widget: QWidget) -> QRect:
    """Where it is, without the pixel that styles let touch."""
    return widget.geometry().adjusted(_SLACK_PX, _SLACK_PX, -_SLACK_PX, -_SLACK_PX)


def _scrolls(parent: QWidget) -> bool:
    above = parent.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractScrollArea)


def _name(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


def _path(widget: QWidget, root: QWidget) -> str:
    parts: list[str] = []
    at: QWidget | None = widget
    while at is not None and at is not root:
        parts.append(_name(at))
        at = at.parentWidget()
    return "/".join(reversed(parts))
