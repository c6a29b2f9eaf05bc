"""A chapter in the window, with texts of the test's own."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow

CHAPTER = "overview"


@dataclass(frozen=True)
class OpenChapter:
    """The chapter whose tab is open."""

    window: MainWindow
    document: Document
    page: ChapterPage

    @property
    def editor(self) -> ChapterEditor:
        return self.page.editor

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return self.document.report.chapter(CHAPTER).paragraphs

    @property
    def texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs]

    @property
    def shown(self) -> list[str]:
        return self.editor.toPlainText().split("\n")

    @property
    def caret(self) -> tuple[int, int]:
        cursor = self.editor.textCursor()
        return cursor.blockNumber(), cursor.positionInBlock()

    def write(self, *texts: str) -> None:
        """Let the chapter have these paragraphs, as if it had been opened so."""
        change = Change(ParagraphAddress(CHAPTER, 0), self.paragraphs, tuple(map(Paragraph, texts)))
        self.document.submit("改", [change])
        self.document.stack.clear()

    def bind(self, paragraph: int, words: str) -> None:
        """Let `words` be a figure."""
        old = self.paragraphs[paragraph]
        start = old.text.index(words)
        source = FigureSource(FigureKind.VALUE, (CellAddress("a", "b", "c"),))
        new = placed(old, start, start + len(words), source, words)
        address = ParagraphAddress(CHAPTER, paragraph)
        self.document.submit("引用", [Change(address, (old,), (new,))])
        self.document.stack.clear()

    def put_caret(self, paragraph: int, at: int, to: tuple[int, int] | None = None) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(self.editor.document().findBlockByNumber(paragraph).position() + at)
        if to is not None:
            end = self.editor.document().findBlockByNumber(to[0]).position() + to[1]
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()
