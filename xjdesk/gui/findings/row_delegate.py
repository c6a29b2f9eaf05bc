"""How the rows of the findings list are drawn: groups as bands, findings with their words."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from xjdesk.checks.settlement import Standing
from xjdesk.gui.findings.answers import is_outdated
from xjdesk.gui.findings.model import FindingsModel
from xjdesk.gui.findings.rows import FindingRow
from xjdesk.gui.findings.wrapped_lines import wrapped_lines
from xjdesk.gui.item_option import is_selected, rect_of
from xjdesk.gui.model_index import Index
from xjdesk.gui.severity_look import SeverityLook

_SIDE_PX, _GAP_PX, _ABOVE_PX = 6, 6, 5
_GROUND_PX = 2
_MOST_LINES = 4
_REMEMBERED = 1500
_OUTDATED = "数值或文字已变，原来的说明不再适用。"


class RowDelegate(QStyledItemDelegate):
    """Draws a finding as its sign, its place in grey and its message, wrapped.

    What no longer has to be done is grey altogether.
    """

    def __init__(self, model: FindingsModel, look: SeverityLook, view: QTreeView) -> None:
        super().__init__(view)
        self._model = model
        self._look = look
        self._view = view
        self._lines = lru_cache(maxsize=_REMEMBERED)(self._wrapped)
        self.fit(0)

    def fit(self, width: int) -> None:
        """Break all lines anew, for rows `width` px wide and the font that the view has now."""
        metrics = self._view.fontMetrics()
        # A sign is as high as a letter.
        self._line, self._sign = metrics.lineSpacing(), metrics.ascent()
        self._indent = _SIDE_PX + self._sign + _GAP_PX
        self._text_width = max(width - self._indent - _SIDE_PX, 1)
        self._lines.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row_at(index)
        if row is None:
            return QSize(0, self._line + 2 * _ABOVE_PX)
        message = self._lines(row.finding.message)
        count = len(message) + bool(row.finding.where) + bool(_said(row))
        return QSize(0, self._line * count + 2 * _ABOVE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index)
        painter.save()
        if row is None:
            self._paint_group(painter, option, index)
        else:
            self._paint_row(painter, option, index, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, sign, chosen = rect_of(option), self._sign, is_selected(option)
        role = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Button
        painter.fillRect(rect, self._view.palette().brush(role))
        colour = self._colour(QPalette.ColorRole.ButtonText, chosen)
        at = QRect(rect.x() + _SIDE_PX, rect.y() + (rect.height() - sign) // 2, sign, sign)
        is_open = self._view.isExpanded(self._model.index(index.row(), 0))
        _paint_arrow(painter, at, colour, is_open=is_open)
        at.translate(sign + _GAP_PX, 0)
        self._paint_sign(painter, at, index, is_open=not self._model.group_at(index).is_settled)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        room = rect.adjusted(at.right() + _GAP_PX - rect.x(), 0, -_SIDE_PX, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: FindingRow
    ) -> None:
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view
        )
        rect, chosen, sign = rect_of(option), is_selected(option), self._sign
        is_open = row.settled.standing is Standing.OPEN
        top = rect.y() + _ABOVE_PX
        at = QRect(rect.x() + _SIDE_PX, top + (self._line - sign) // 2, sign, sign)
        if chosen:
            self._paint_ground(painter, at)
        self._paint_sign(painter, at, index, is_open=is_open)
        grey = self._colour(QPalette.ColorRole.PlaceholderText, chosen)
        plain = self._colour(QPalette.ColorRole.Text, chosen) if is_open else grey
        message = self._lines(row.finding.message)
        lines = [(self._elided(self._model.place(index)), grey)] if row.finding.where else []
        lines += [(text, plain) for text in message]
        lines += [(self._elided(said), grey)] if (said := _said(row)) else []
        painter.setFont(self._view.font())
        start = QPoint(rect.x() + self._indent, top + sign)
        for number, (text, colour) in enumerate(lines):
            painter.setPen(colour)
            painter.drawText(start + QPoint(0, number * self._line), text)

    def _paint_sign(self, painter: QPainter, rect: QRect, index: Index, *, is_open: bool) -> None:
        mode = QIcon.Mode.Normal if is_open else QIcon.Mode.Disabled
        icon = self._look.icons[self._model.sign(index)]
        icon.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        """What lets a sign stand out from the colour of a selected row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._view.palette().base())
        painter.drawEllipse(rect.adjusted(-_GROUND_PX, -_GROUND_PX, _GROUND_PX, _GROUND_PX))

    def _colour(self, role: QPalette.ColorRole, chosen: bool) -> QColor:
        return self._view.palette().color(QPalette.ColorRole.HighlightedText if chosen else role)

    def _elided(self, text: str) -> str:
        metrics = QFontMetrics(self._view.font())
        flat = " ".join(text.split())
        return metrics.elidedText(flat, Qt.TextElideMode.ElideRight, self._text_width)

    def _wrapped(self, text: str) -> tuple[str, ...]:
        return wrapped_lines(text, self._view.font(), self._text_width, _MOST_LINES)


def _said(row: FindingRow) -> str:
    """The line about what the clerk said."""
    settled = row.settled
    if settled.standing is Standing.EXPLAINED and settled.explanation is not None:
        return f"说明：{settled.explanation.text}"
    return _OUTDATED if is_outdated(settled) else ""


def _paint_arrow(painter: QPainter, rect: QRect, colour: QColor, *, is_open: bool) -> None:
    """A triangle that points down where the group is open, else to the right."""
    half = rect.width() // 4
    middle = rect.center()
    tip, wing = QPoint(half, 0), QPoint(-half, half)
    corners = (tip, wing, QPoint(-half, -half))
    if is_open:
        corners = tuple(QPoint(corner.y(), corner.x()) for corner in corners)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([middle + corner for corner in corners])
