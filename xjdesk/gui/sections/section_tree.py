"""The sections of a chapter as rows of a tree."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from xjdesk.core.severity import Severity
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.document import Document
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.sections.entries import Findings, OutlineEntry, outline_entries
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.finding_sign import on_plate

_TITLE, _FOUND = 0, 1
_ENTRY = Qt.ItemDataRole.UserRole
_INDENT_PX = 14
_MARK_PX = 48


class SectionTree(QTreeWidget):
    """Lists the paragraphs that are or begin with a heading, each below that of the level above.

    Beside each stands the sign of the gravest finding in its section, and how many there are.
    """

    def __init__(
        self, document: Document, chapter_id: str, look: SeverityLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._look = look
        self._read: tuple[Paragraphs, Findings] | None = None
        self._entries: tuple[OutlineEntry, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._signs: dict[Severity, QIcon] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_FOUND, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(_FOUND, _MARK_PX)
        self.setIndentation(_INDENT_PX)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._make_signs()
        self.refresh()

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """The sections that are listed."""
        return self._entries

    def refresh(self) -> None:
        """List the sections, and what was found in them, as they are now."""
        paragraphs = self._document.report.chapter(self._chapter_id).paragraphs
        findings = self._document.index.in_chapter(self._chapter_id)
        if (paragraphs, findings) == self._read:
            return
        self._read = (paragraphs, findings)
        entries = outline_entries(paragraphs, findings)
        before, self._entries = self._entries, entries
        closed = {entry_of(item).name for item in self._items if _is_closed(item)}
        if [entry.level for entry in before] != [entry.level for entry in entries]:
            self._build()
            self._close(closed)
        for item, entry in zip(self._items, entries, strict=True):
            self._show(item, entry)
        if sorted(entry.name for entry in before) == sorted(entry.name for entry in entries):
            # Some were moved.
            self._close(closed)

    def show_caret(self, paragraph: int | None) -> None:
        """Mark the section in which the caret is; none where it is before the first one."""
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._make_signs()
            for item, entry in zip(self._items, self._entries, strict=True):
                self._show(item, entry)

    def _make_signs(self) -> None:
        icons, palette = self._look.icons, self.palette()
        self._signs = {severity: on_plate(icon, palette) for severity, icon in icons.items()}

    def _build(self) -> None:
        """Make the rows anew."""
        current = self.currentItem()
        paragraph = None if current is None else entry_of(current).paragraph
        self.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for entry in self._entries:
            above = [(level, item) for level, item in above if level < entry.level]
            item = QTreeWidgetItem(above[-1][1] if above else self)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            above.append((entry.level, item))
            self._items.append(item)
            self._show(item, entry)
            if entry.paragraph == paragraph:
                self.setCurrentItem(item)
        self.setRootIsDecorated(any(item.childCount() for item in self._items))

    def _close(self, names: Collection[str]) -> None:
        """Close the sections of these names, and open the others."""
        for item, entry in zip(self._items, self._entries, strict=True):
            item.setExpanded(entry.name not in names)

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


def entry_of(item: QTreeWidgetItem) -> OutlineEntry:
    """The section that a row shows."""
    return item.data(_TITLE, _ENTRY)


def _is_closed(item: QTreeWidgetItem) -> bool:
    return item.childCount() > 0 and not item.isExpanded()


def _is_hidden_in(item: QTreeWidgetItem) -> bool:
    """Whether a section above it is closed."""
    parent = item.parent()
    return parent is not None and (not parent.isExpanded() or _is_hidden_in(parent))
