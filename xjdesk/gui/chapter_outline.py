"""The sections of a chapter, in a list that leads to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.outline import heading
from xjdesk.gui.document import Document
from xjdesk.gui.plain_tip import plain_tip

_INDENT = "\u3000"
_FIRST_LEVEL = 2


class ChapterOutline(QListWidget):
    """Lists the paragraphs of a chapter that are or begin with a heading.

    Signals:
        chosen: The ParagraphAddress of the section that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, document: Document, chapter_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._chapter_id = chapter_id
        self._shown: tuple[tuple[int, str], ...] | None = None
        self.setAccessibleName("本章各节")
        self.setToolTip("单击跳到该节")
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)
        self.refresh()

    def refresh(self) -> None:
        """List the sections as they are now."""
        sections = tuple(self._sections())
        if sections == self._shown:
            return
        self._shown = sections
        self.clear()
        for paragraph, text in sections:
            item = QListWidgetItem(text, self)
            item.setToolTip(plain_tip(text.strip()))
            item.setData(Qt.ItemDataRole.UserRole, paragraph)

    def _sections(self) -> list[tuple[int, str]]:
        paragraphs = self._document.report.chapter(self._chapter_id).paragraphs
        return [
            (number, _INDENT * max(found.level - _FIRST_LEVEL, 0) + text[: found.end].rstrip("。"))
            for number, text in enumerate(paragraph.text for paragraph in paragraphs)
            if (found := heading(text)) is not None
        ]

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(ParagraphAddress(self._chapter_id, item.data(Qt.ItemDataRole.UserRole)))
