"""Everything that a window shows in which Qt might see HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument, QTextFormat
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

_TIP_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
_ESCAPED = re.compile(r'<p style="white-space: pre-wrap">[^<]*</p>')
_ACROSS_PX, _DOWN_PX = 20, 12
"""As small as the smallest thing that has a tip: a number in a text, the sign of findings."""


def taken_for_html(top: QWidget) -> list[str]:
    """The texts in `top`, whether in view or not, that Qt does not show as they are written."""
    labels = [label.text() for label in _all(top, QLabel) if _is_seen_as_html(label)]
    tips = [tip for widget in _all(top, QWidget) for tip in _tips(widget)]
    return labels + [tip for tip in tips if _is_html(tip)] + _rich_documents(top)


def tips_all_over(top: QWidget) -> set[str]:
    """What is told wherever the pointer rests in `top`; each of the tips was really shown."""
    told: set[str] = set()
    # Nothing has a place to point at before what was just opened is laid out and painted once.
    QApplication.processEvents()
    for y in range(_DOWN_PX // 2, top.height(), _DOWN_PX):
        for x in range(_ACROSS_PX // 2, top.width(), _ACROSS_PX):
            at = QPoint(x, y)
            widget = top.childAt(at) or top
            place = widget.mapFrom(top, at)
            QApplication.sendEvent(
                widget, QHelpEvent(QEvent.Type.ToolTip, place, top.mapToGlobal(at))
            )
            told.add(QToolTip.text())
    put_tip_away()
    return told


def put_tip_away() -> None:
    """Close the tip that is shown, which else would linger."""
    for widget in QApplication.topLevelWidgets():
        if widget.inherits("QTipLabel"):
            widget.close()


def html_among(tips: set[str]) -> list[str]:
    """Those of `tips` that Qt does not show as they are written."""
    return [tip for tip in tips if _is_html(tip)]


def _is_html(text: str) -> bool:
    return GuiQt.mightBeRichText(text) and not _ESCAPED.fullmatch(text)


def _is_seen_as_html(label: QLabel) -> bool:
    match label.textFormat():
        case Qt.TextFormat.PlainText:
            return False
        case Qt.TextFormat.AutoText:
            return _is_html(label.text())
        case _:
            return True


def _tips(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.whatsThis())
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield from (widget.tabToolTip(number), widget.tabWhatsThis(number))
    if isinstance(widget, QHeaderView):
        yield from _tips_of_header(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _tips_of_items(widget.model(), QModelIndex())


def _tips_of_items(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    # That of a list is hidden, it has always one.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _TIP_ROLES)
        yield from _tips_of_items(model, model.index(row, 0, parent))


def _tips_of_header(header: QHeaderView) -> Iterator[str]:
    for section in range(header.count()):
        for role in _TIP_ROLES:
            yield str(header.model().headerData(section, header.orientation(), role) or "")


def _rich_documents(top: QWidget) -> list[str]:
    """Texts that are edited and hold a picture or a link, which no text of ours does."""
    editors = (*_all(top, QTextEdit), *_all(top, QPlainTextEdit))
    documents: list[QTextDocument] = [editor.document() for editor in editors]
    return [d.toHtml() for d in documents if any(_is_rich(f) for f in d.allFormats())]


def _is_rich(form: QTextFormat) -> bool:
    return form.isImageFormat() or form.isTableFormat() or form.toCharFormat().isAnchor()


def _all(top: QWidget, kind: type[Any]) -> list[Any]:
    found = list(top.findChildren(kind))
    return [top, *found] if isinstance(top, kind) else found
