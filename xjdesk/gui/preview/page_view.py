"""The view that shows typeset pages one below the other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from xjdesk.core.errors import UserError
from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.preview.page_view_canvas import PageCanvas
from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.page_view_stack import PagePoint, PageStack
from xjdesk.gui.preview.page_view_zoom import MARGIN_PX, Fit, Zoom, px_per_mm, stepped
from xjdesk.typesetting.page_map import Spot
from xjdesk.typesetting.pages import PageSet

_ROOM_MM = 12.0
"""What is kept in view above and below a spot."""
_WHEEL_STEP = 120


class PageView(QAbstractScrollArea):
    """Shows pages, or a sentence where there are none.

    Signals:
        pressed: The PagePoint that was clicked.
        turned: Other pages, or another part of them, are in view.
        zoomed: Another zoom was chosen.
        failed: The UserError that hinders painting.
    """

    pressed = Signal(object)
    turned = Signal()
    zoomed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PageSet | None = None
        self._canvas: PageCanvas | None = None
        self._message = ""
        self._mark: Spot | None = None
        self._guides = Guides()
        self._zoom: Zoom = Fit.WIDTH
        self._wheel = 0
        self._stack = PageStack(0, 1.0, 0)
        self.setObjectName("pages")
        self.setAccessibleName("公文预览")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A click leads to the editor; the focus must not come by here on the way.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Always there, else a page as wide as the view would come and go with it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._lay_out()

    @property
    def zoom(self) -> Zoom:
        """The zoom in force."""
        return self._zoom

    @property
    def stack(self) -> PageStack:
        """How the pages lie."""
        return self._stack

    @property
    def message(self) -> str:
        """The sentence in place of pages; empty while there are any."""
        return self._message

    @property
    def mark(self) -> Spot | None:
        """The spot that is marked."""
        return self._mark

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._stack.count

    @property
    def page_number(self) -> int:
        """The page in the middle of the view; 0 without pages."""
        middle = self._offset().y() + self.viewport().height() / 2
        return self._stack.number_at(middle) if self._stack.count else 0

    def point_at(self, position: QPointF) -> PagePoint:
        """What lies at a point of the view."""
        return self._stack.point_at(position + self._offset())

    def position_of(self, spot: Spot) -> QPointF:
        """Where the top of a spot lies in the view."""
        return self._position(spot.page_number, spot.x_mm, spot.top_mm)

    def show_pages(self, pages: PageSet, painter: PagePainter) -> None:
        """Show other pages, in the fonts of `painter`, at the place looked at before."""
        if self._canvas is None or self._canvas.painter is not painter:
            self._canvas = PageCanvas(painter)
        self._pages, self._message = pages, ""
        self._lay_out()

    def show_message(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self._pages, self._mark, self._message = None, None, sentence
        self._lay_out()

    def show_mark(self, spot: Spot | None) -> None:
        """Mark a spot, or none."""
        if spot != self._mark:
            self._mark = spot
            self.viewport().update()

    def reveal(self, spot: Spot) -> None:
        """Scroll until a spot is in view; not at all when it is already."""
        top = self._position(spot.page_number, spot.x_mm, spot.top_mm - _ROOM_MM)
        bottom = self._position(
            spot.page_number, spot.x_mm, spot.top_mm + spot.height_mm + _ROOM_MM
        )
        room = self.viewport().size()
        if top.y() < 0 or bottom.y() > room.height():
            self._scroll_by(0.0, (top.y() + bottom.y()) / 2 - room.height() / 3)
        if not 0 <= top.x() <= room.width():
            self._scroll_by(top.x() - room.width() / 2, 0.0)

    def turn_to(self, number: int) -> None:
        """Bring the top of a page to the top of the view."""
        self._scroll_by(0.0, self._position(number, 0.0, 0.0).y() - MARGIN_PX)

    def show_guides(self, guides: Guides) -> None:
        """Show other guides."""
        self._guides = guides
        self.viewport().update()

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Choose a zoom; what is seen at a point of the view, else the mark, stays where it is."""
        fixed = at or self._marked_position() or QPointF(self.viewport().rect().center())
        point = self.point_at(fixed)
        self._zoom = zoom
        self._lay_out()
        moved = self._position(point.page_number, point.x_mm, point.y_mm)
        self._scroll_by(moved.x() - fixed.x(), moved.y() - fixed.y())
        self.zoomed.emit()

    def step_zoom(self, steps: int, at: QPointF | None = None) -> None:
        """Choose a zoom so many steps larger, or smaller where negative."""
        self.set_zoom(stepped(self._stack.px_per_mm, steps, self.logicalDpiX()), at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._pages is None or self._canvas is None:
            self._paint_message(painter)
            return
        offset, height = self._offset(), self.viewport().height()
        self._canvas.guides, self._canvas.mark = self._guides, self._mark
        try:
            for number in self._stack.between(offset.y(), offset.y() + height):
                lies = self._stack.page(number).translated(-offset)
                self._canvas.paint(self._pages, number, lies, height, painter)
        except UserError as error:
            self._pages = None
            self.failed.emit(error)
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The margins do not grow with the pages: what lies below the upper one is kept there.
        point = self.point_at(QPointF(0.0, MARGIN_PX))
        self._lay_out()
        if isinstance(self._zoom, Fit):
            moved = self._position(point.page_number, point.x_mm, point.y_mm)
            self._scroll_by(0.0, moved.y() - MARGIN_PX)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self.turned.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # Touchpads send a step in many small parts.
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / _WHEEL_STEP)
        self._wheel -= steps * _WHEEL_STEP
        if steps:
            self.step_zoom(steps, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Its release is for the view, too.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pages is not None:
            position = event.position() + self._offset()
            point = self._stack.point_at(position)
            if self._stack.page(point.page_number).contains(position):
                self.pressed.emit(point)

    def _paint_message(self, painter: QPainter) -> None:
        room = self.viewport().rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, wrapped, self._message)

    def _lay_out(self) -> None:
        room = self.viewport().size()
        scale = px_per_mm(self._zoom, room, self.logicalDpiX())
        count = len(self._pages.pages) if self._pages else 0
        self._stack = PageStack(count, scale, room.width())
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._stack.width if count else 0, room.width()),
            (self.verticalScrollBar(), self._stack.height if count else 0, room.height()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(max(seen // 12, 1))
        self.viewport().update()
        self.turned.emit()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _position(self, number: int, x_mm: float, y_mm: float) -> QPointF:
        """Where a point of a page lies in the view."""
        return self._stack.position_of(PagePoint(number, x_mm, y_mm)) - self._offset()

    def _marked_position(self) -> QPointF | None:
        """Where the mark is in the view; None when it is not."""
        if self._mark is None:
            return None
        at = self.position_of(self._mark)
        return at if QRectF(self.viewport().rect()).contains(at) else None

    def _scroll_by(self, dx: float, dy: float) -> None:
        for bar, by in ((self.horizontalScrollBar(), dx), (self.verticalScrollBar(), dy)):
            bar.setValue(round(bar.value() + by))
