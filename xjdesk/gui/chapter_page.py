"""The tab of a chapter of running text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from xjdesk.core.address import (
    Address,
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.form import ChapterDefinition
from xjdesk.core.report import Chapter
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.heading_edit import HeadingEdit
from xjdesk.gui.page import Page
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.sections.drop import SectionMove
from xjdesk.gui.sections.editing import SectionEditing
from xjdesk.gui.sections.keys import SectionKeys
from xjdesk.gui.sections.outline import ChapterOutline
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.word_count import WordTotals, word_count
from xjdesk.typesetting.pages import Origin

_OUTLINE_WIDTH_PX, _EDITOR_WIDTH_PX = 240, 660


class ChapterPage(Page):
    """Heading, guidance, sections, text and word count of one chapter.

    `definition` is None for a chapter that the form does not know.
    """

    has_sections = True

    def __init__(
        self,
        document: Document,
        title: str,
        chapter: Chapter,
        definition: ChapterDefinition | None,
        look: SeverityLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, title, parent)
        self._chapter_id = chapter.id
        has_heading = bool(chapter.heading or (definition and definition.heading))
        self._heading = HeadingEdit(document, chapter.id, look, self) if has_heading else None
        self._is_in_heading = False
        self.editor = ChapterEditor(document, chapter.id, self)
        self._sections = SectionEditing(document, chapter.id, self.editor)
        self._keys = SectionKeys(self.editor, self._sections)
        self.outline = ChapterOutline(document, chapter.id, look, self)
        self.outline.chosen.connect(self.show_place)
        self.outline.moved.connect(self._on_moved)
        self.outline.left.connect(self.editor.setFocus)
        self._words = WordTotals()
        self._count = QLabel(self)
        self._count.setObjectName("word-count")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.editor)
        layout = QVBoxLayout(self)
        if self._heading is not None:
            layout.addWidget(self._heading)
        if definition and definition.guidance:
            layout.addWidget(self._guidance(definition.guidance))
        layout.addWidget(self._text_area(), 1)
        layout.addWidget(self._count)
        self._show_outline()
        self._show_count()
        self.editor.caret_moved.connect(self._on_caret_in_text)
        self.editor.selectionChanged.connect(self._show_count)
        self.editor.told.connect(self.told)
        self.editor.place_wanted.connect(self.place_wanted)
        self.editor.figure_wanted.connect(self.figure_wanted)
        self.editor.deed_wanted.connect(self.deed_wanted)
        if self._heading is not None:
            self._heading.caret.moved.connect(self._on_caret_in_heading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Other chapters may have been written meanwhile.
        self._show_count()

    def zoom(self, percent: int) -> None:
        self.editor.zoom(percent)

    def section_editing(self) -> SectionEditing | None:
        chosen = self.outline.chosen_paragraph
        if chosen is not None:
            # Keys pressed in the outline mean the section that is chosen there.
            self._sections.go_to(chosen)
            return self._sections
        return None if self._is_in_heading else self._sections

    def keep_numbers(self, kept: bool) -> None:
        self._sections.follows = self.editor.keeps_numbers = kept

    def refresh(self, edit: Edit) -> None:
        is_here = any(_concerns(change.address, self._chapter_id) for change in edit.changes)
        if is_here:
            # Figures that follow a cell are nothing that was done here.
            self.editor.refresh(leaves_caret=isinstance(edit.address, CellAddress))
            if self._heading is not None:
                self._heading.refresh()
        if is_here or self.isVisible():
            self._show_count()
        self._show_outline()
        self.editor.refresh_findings()

    def show_place(self, place: Place, offset: int | None = None) -> None:
        if isinstance(place, ParagraphAddress) and offset is not None:
            place = SpanAddress(place.chapter, place.paragraph, offset, offset)
        if isinstance(place, ParagraphAddress | SpanAddress):
            self.editor.show_place(place)
        elif self._heading is not None:
            self._heading.caret.put(offset)

    def reveal(self, address: Address) -> None:
        # The caret went to what was changed.
        self.editor.ensureCursorVisible()

    def here(self) -> Origin:
        if self._is_in_heading and self._heading is not None:
            return Origin(HeadingAddress(self._chapter_id), self._heading.caret.offset)
        return self.editor.here()

    def text_selection(self) -> SpanAddress | None:
        return None if self._is_in_heading else self.editor.selection()

    def _on_caret_in_text(self) -> None:
        self._is_in_heading = False
        self.outline.show_caret(self._sections.selection.caret.paragraph)
        self.place_changed.emit(self.here())

    def _on_moved(self, move: SectionMove) -> None:
        self._sections.move(move.at, move.to)
        self.editor.setFocus()

    def _on_caret_in_heading(self) -> None:
        self._is_in_heading = True
        self.place_changed.emit(self.here())

    def _guidance(self, text: str) -> QLabel:
        guidance = PlainLabel(self, f"本章内容：{text}")
        guidance.setWordWrap(True)
        guidance.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return guidance

    def _text_area(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.outline)
        splitter.addWidget(self.editor)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_OUTLINE_WIDTH_PX, _EDITOR_WIDTH_PX])
        return splitter

    def _show_outline(self) -> None:
        self.outline.refresh()
        self.outline.setVisible(bool(self.outline.entries))
        if not self.outline.hasFocus():
            self.outline.show_caret(self._sections.selection.caret.paragraph)

    def _show_count(self) -> None:
        report = self.document.report
        chapter = report.chapter(self._chapter_id)
        words, all_words = self._words.of_chapter(chapter), self._words.of_report(report)
        selected = word_count((self.editor.textCursor().selectedText(),))
        self._count.setText(
            (f"选中 {selected:,} 字　" if selected else "")
            + f"本章 {words:,} 字，{len(chapter.paragraphs)} 段　全文 {all_words:,} 字"
        )


def _concerns(address: Address, chapter_id: str) -> bool:
    match address:
        case HeadingAddress() | ParagraphAddress():
            return address.chapter == chapter_id
        case _:
            return False
