"""The outline of a chapter: its sections as a tree that leads to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.document import Document
from xjdesk.gui.sections.drag_picture import HOT_SPOT, drag_picture
from xjdesk.gui.sections.drop import OutlineRow, SectionDrop, drop_at
from xjdesk.gui.sections.entries import OutlineEntry
from xjdesk.gui.sections.section_tree import SectionTree, entry_of
from xjdesk.gui.severity_look import SeverityLook

_DROP_LINE_PX = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChapterOutline(SectionTree):
    """Leads to the sections of a chapter; one is dragged elsewhere with what is below it.

    Signals:
        chosen: The ParagraphAddress of the section that was clicked, or on which Enter was pressed.
        moved: The SectionMove that was asked for by dragging.
        left: The user wants to go back to the text.
    """

    chosen = Signal(object)
    moved = Signal(object)
    left = Signal()

    def __init__(
        self,
        document: Document,
        chapter_id: str,
        look: SeverityLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, chapter_id, look, parent)
        self._dragged: OutlineEntry | None = None
        self._drop: SectionDrop | None = None
        self.setObjectName(f"outline-{chapter_id}")
        self.setAccessibleName("本章各节")
        self.setAccessibleDescription("上下键选择，左右键收起、展开，回车键转到该节，Esc键回到正文")
        if document.access.can_edit:
            # Not InternalMove: that one scrolls for drags only which take the row out.
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
            # Where a section can go Qt does not know: the line is painted here.
            self.setDropIndicatorShown(False)
        self.itemClicked.connect(self._on_item)

    @property
    def chosen_paragraph(self) -> int | None:
        """The heading of the section on which the user stands, while the outline has the focus."""
        item = self.currentItem()
        return entry_of(item).paragraph if self.hasFocus() and item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and item is not None:
            self._on_item(item)
        else:
            super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is None:
            return
        self.take_up(entry_of(item))
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([self.indexFromItem(item)]))
        drag.setPixmap(drag_picture(entry_of(item).title, self))
        drag.setHotSpot(HOT_SPOT)
        drag.exec(Qt.DropAction.CopyAction)
        self.take_up(None)

    def take_up(self, entry: OutlineEntry | None) -> None:
        """Note that the section of `entry` is being dragged; None when it no longer is."""
        self._dragged = entry
        self._show_drop(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dragged is not None:
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # It scrolls where the pointer is near an edge.
        super().dragMoveEvent(event)
        self._show_drop(self._drop_at(event))
        if self._drop is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        drop = self._drop_at(event)
        self.take_up(None)
        if drop is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.moved.emit(drop.move)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colour, _DROP_LINE_PX))
        y = max(self._drop.y, 1)
        painter.drawLine(self._drop.x, y, self.viewport().width(), y)
        painter.end()

    def _drop_at(self, event: QDropEvent) -> SectionDrop | None:
        if self._dragged is None:
            return None
        rows: list[OutlineRow] = []
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            area = self.visualItemRect(item)
            if not area.isEmpty():
                rows.append(OutlineRow(entry_of(item), area.left(), area.top(), area.bottom()))
            walk += 1
        paragraphs = self._document.report.chapter(self._chapter_id).paragraphs
        return drop_at(event.position().toPoint().y(), rows, self._dragged, paragraphs)

    def _show_drop(self, drop: SectionDrop | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()

    def _on_item(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(ParagraphAddress(self._chapter_id, entry_of(item).paragraph))
