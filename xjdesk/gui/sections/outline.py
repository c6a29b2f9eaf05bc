"""The outline of a chapter: its sections as a tree that leads to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.severity import Severity
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.document import Document
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.sections.drop import OutlineRow, SectionDrop, drop_at
from xjdesk.gui.sections.entries import Findings, OutlineEntry, outline_entries
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.finding_sign import on_plate

_TITLE, _FOUND = 0, 1
_ENTRY = Qt.ItemDataRole.UserRole
_INDENT_PX = 14
_MARK_PX = 48
_DROP_LINE_PX = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChapterOutline(QTreeWidget):
    """Lists the paragraphs that are or begin with a heading, each below that of the level above.

    Beside each stands the sign of the gravest finding in its section, and how many there are. A
    section is dragged to another place with what is below it.

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
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._look = look
        self._read: tuple[Paragraphs, Findings] | None = None
        self._entries: tuple[OutlineEntry, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._signs: dict[Severity, QIcon] = {}
        self._dragged: OutlineEntry | None = None
        self._drop: SectionDrop | None = None
        self.setObjectName(f"outline-{chapter_id}")
        self.setAccessibleName("本章各节")
        self.setAccessibleDescription("上下键选择，左右键收起、展开，回车键转到该节，Esc键回到正文")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_FOUND, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(_FOUND, _MARK_PX)
        self.setIndentation(_INDENT_PX)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if document.access.can_edit:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            # Where a section can go Qt does not know: the line is painted here.
            self.setDropIndicatorShown(False)
        self.itemClicked.connect(self._on_item)
        self._make_signs()
        self.refresh()

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """The sections that are listed."""
        return self._entries

    @property
    def chosen_paragraph(self) -> int | None:
        """The heading of the section on which the user stands, while the outline has the focus."""
        item = self.currentItem()
        return _entry(item).paragraph if self.hasFocus() and item is not None else None

    def refresh(self) -> None:
        """List the sections, and what was found in them, as they are now."""
        paragraphs = self._document.report.chapter(self._chapter_id).paragraphs
        findings = self._document.index.in_chapter(self._chapter_id)
        if (paragraphs, findings) == self._read:
            return
        self._read = (paragraphs, findings)
        entries = outline_entries(paragraphs, findings)
        before, self._entries = self._entries, entries
        if [entry.level for entry in before] != [entry.level for entry in entries]:
            self._build()
        for item, entry in zip(self._items, entries, strict=True):
            self._show(item, entry)

    def show_caret(self, paragraph: int | None) -> None:
        """Mark the section in which the caret is; none where it is before the first one."""
        if self.hasFocus():
            return
        within = [
            item
            for item, entry in zip(self._items, self._entries, strict=True)
            if paragraph is not None and entry.paragraph <= paragraph
        ]
        item = within[-1] if within else None
        while item is not None and _is_hidden_in(item):
            item = item.parent()
        if item is None:
            self.setCurrentIndex(QModelIndex())
        elif item is not self.currentItem():
            self.setCurrentItem(item)

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
        self.take_up(None if item is None else _entry(item))
        # As a copy: else Qt would take the row out by itself.
        super().startDrag(Qt.DropAction.CopyAction)
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
        drop = self._drop_at(event)
        self.take_up(None)
        if drop is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.moved.emit(drop.move)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._make_signs()
            for item, entry in zip(self._items, self._entries, strict=True):
                self._show(item, entry)

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

    def _make_signs(self) -> None:
        icons, palette = self._look.icons, self.palette()
        self._signs = {severity: on_plate(icon, palette) for severity, icon in icons.items()}

    def _build(self) -> None:
        """Make the rows anew; sections that were closed stay so."""
        closed = {_entry(item).title for item in self._items if not item.isExpanded()}
        current = self.currentItem()
        paragraph = None if current is None else _entry(current).paragraph
        self.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for entry in self._entries:
            above = [(level, item) for level, item in above if level < entry.level]
            item = QTreeWidgetItem(above[-1][1] if above else self)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setExpanded(entry.title not in closed)
            above.append((entry.level, item))
            self._items.append(item)
            self._show(item, entry)
            if entry.paragraph == paragraph:
                self.setCurrentItem(item)
        self.setRootIsDecorated(any(item.childCount() for item in self._items))

    def _show(self, item: QTreeWidgetItem, entry: OutlineEntry) -> None:
        item.setData(_TITLE, _ENTRY, entry)
        item.setText(_TITLE, entry.title)
        badge = entry.badge
        item.setText(_FOUND, str(badge.total) if badge else "")
        item.setIcon(_FOUND, self._signs[badge.gravest] if badge else QIcon())
        tip = plain_tip(f"{entry.title}\n{entry.sentence}")
        for column in (_TITLE, _FOUND):
            item.setToolTip(column, tip)
        item.setData(_TITLE, Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}，{entry.sentence}")
        told = badge.sentence if badge else "没有审核结果"
        item.setData(_FOUND, Qt.ItemDataRole.AccessibleTextRole, told)

    def _drop_at(self, event: QDropEvent) -> SectionDrop | None:
        if self._dragged is None:
            return None
        rows: list[OutlineRow] = []
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            area = self.visualItemRect(item)
            if not area.isEmpty():
                rows.append(OutlineRow(_entry(item), area.left(), area.top(), area.bottom()))
            walk += 1
        paragraphs = self._document.report.chapter(self._chapter_id).paragraphs
        return drop_at(event.position().toPoint().y(), rows, self._dragged, paragraphs)

    def _show_drop(self, drop: SectionDrop | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()

    def _on_item(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(ParagraphAddress(self._chapter_id, _entry(item).paragraph))


def _entry(item: QTreeWidgetItem) -> OutlineEntry:
    return item.data(_TITLE, _ENTRY)


def _is_hidden_in(item: QTreeWidgetItem) -> bool:
    """Whether a section above it is closed."""
    parent = item.parent()
    return parent is not None and (not parent.isExpanded() or _is_hidden_in(parent))
