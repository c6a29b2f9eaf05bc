"""Editing the sections of one chapter where its caret stands."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit

from xjdesk.core import sections
from xjdesk.core.number_series import renumbered
from xjdesk.core.paragraph_number import number_at_start, without_number
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_text import Difference, Paragraphs
from xjdesk.gui.document import Document
from xjdesk.gui.sections.caret import (
    TextPlace,
    TextSelection,
    beside_same_words,
    cursor_at,
    selection_of,
)
from xjdesk.gui.sections.differences import changes_between, renewed_behind

_NO_HEADING = "光标不在带编号的标题上。"
_NO_SECTION = "光标之前没有带编号的标题，没有可移动的节。"


class SectionEditing(QObject):
    """Every deed is one step of the document; caret and selection stay at the same words.

    `follows` says whether numbers that were in sequence are kept so. What a deed gives back is a
    sentence for the status bar, empty where what was done can be seen.
    """

    def __init__(self, document: Document, chapter_id: str, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._document = document
        self._chapter_id = chapter_id
        self._editor = editor
        self.follows = True

    @property
    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the chapter; an empty one where there is none."""
        return self._document.report.chapter(self._chapter_id).paragraphs or (Paragraph(""),)

    @property
    def selection(self) -> TextSelection:
        """Where the caret stands."""
        return selection_of(self._editor.textCursor())

    def go_to(self, paragraph: int) -> None:
        """Put the caret at the start of a paragraph; the focus stays where it is."""
        place = TextPlace(paragraph, 0)
        self._put(TextSelection(place, place))

    def give_level(self, level: int) -> str:
        """Make what is selected headings of that level (2 to 4)."""
        chosen = self._chosen()
        new = sections.levelled(self.paragraphs, chosen, level, following=self.follows)
        self._submit("设置标题级别", new)
        return ""

    def make_plain(self) -> str:
        """Take the numbers of what is selected away."""
        chosen = self._headings()
        if not chosen:
            return _NO_HEADING
        self._submit("去掉编号", sections.plain(self.paragraphs, chosen, following=self.follows))
        return ""

    def raise_level(self) -> str:
        """Raise the selected headings by one level, with the sections below them."""
        return self._shift("标题升级", -1, "“（一）”已是本章最高一级标题，不能再升。")

    def lower_level(self) -> str:
        """Lower the selected headings by one level, with the sections below them."""
        return self._shift("标题降级", 1, "本节中已有最低一级“（1）”标题，不能再降。")

    def move_up(self) -> str:
        """Move the section of the caret before the one above it."""
        at = sections.section_of(self.paragraphs, self.selection.caret.paragraph)
        if at is None:
            return _NO_SECTION
        to = sections.place_above(self.paragraphs, at)
        return "本节已是同级中的第一节。" if to is None else self.move(at, to)

    def move_down(self) -> str:
        """Move the section of the caret behind the one below it."""
        at = sections.section_of(self.paragraphs, self.selection.caret.paragraph)
        if at is None:
            return _NO_SECTION
        to = sections.place_below(self.paragraphs, at)
        return "本节已是同级中的最后一节。" if to is None else self.move(at, to)

    def move(self, at: int, to: int) -> str:
        """Move the section whose heading is paragraph `at` before paragraph `to`."""
        old = self.paragraphs
        end = sections.section_end(old, at)
        if at <= to <= end:
            return ""
        after = sections.moved(old, at, to, following=self.follows)
        caret = self.selection.caret
        # A caret that stands elsewhere is led to what was moved.
        within = caret.paragraph - at if at <= caret.paragraph < end else 0
        place = TextPlace(at + within, caret.offset if at <= caret.paragraph < end else 0)
        now = after.at + within
        new = after.paragraphs
        self._submit("移动节", new, beside_same_words(place, old[at + within], new[now], now))
        return ""

    def renumber(self) -> str:
        """Number the whole chapter in sequence; tells how many numbers changed."""
        old = self.paragraphs
        new = renumbered(old)
        count = sum(before != after for before, after in zip(old, new, strict=True))
        self._submit("重新编号", new)
        return f"已重新编号{count}处。" if count else "编号已连续，无需改动。"

    def number_on(self) -> bool:
        """Put an empty heading with the next number behind that of the caret, where it has one."""
        at = self.selection.caret.paragraph
        new = sections.with_next(self.paragraphs, at, following=self.follows)
        if new is None:
            return False
        self._submit("续编号", new, TextPlace(at + 1, len(new[at + 1].text)))
        return True

    def drop_proposed(self, at: int) -> None:
        """Take away the number of paragraph `at`: behind it another one was written by hand."""
        old = self.paragraphs
        edit = Difference(at, (old[at],), (without_number(old[at]),))
        changes = [edit.change(self._chapter_id)]
        if self.follows:
            changes += renewed_behind(self._chapter_id, old, edit)
        length = len(old[at].text) - len(edit.new[0].text)
        caret = TextPlace(at, max(self.selection.caret.offset - length, 0))
        if self._document.submit("采用键入的编号", changes):
            self._put(TextSelection(caret, caret))

    def _shift(self, name: str, by: int, refusal: str) -> str:
        chosen = self._headings()
        if not chosen:
            return _NO_HEADING
        new = sections.shifted(self.paragraphs, chosen, by, following=self.follows)
        if new is None:
            return refusal
        self._submit(name, new)
        return ""

    def _chosen(self) -> Collection[int]:
        """The selected paragraphs; of several, those with words."""
        found = self.selection.paragraphs
        return [at for at in found if len(found) == 1 or self.paragraphs[at].text.strip()]

    def _headings(self) -> Collection[int]:
        found = self.selection.paragraphs
        return [at for at in found if number_at_start(self.paragraphs[at]) is not None]

    def _submit(self, name: str, new: Paragraphs, caret: TextPlace | None = None) -> None:
        """Let the chapter have the paragraphs `new`, and the caret stand there or as it did."""
        shown, selection = self.paragraphs, self.selection
        old = self._document.report.chapter(self._chapter_id).paragraphs
        if not self._document.submit(name, changes_between(self._chapter_id, old, new)):
            return
        if caret is not None:
            selection = TextSelection(caret, caret)
        else:
            selection = TextSelection(
                _kept(selection.anchor, shown, new), _kept(selection.caret, shown, new)
            )
        self._put(selection)

    def _put(self, selection: TextSelection) -> None:
        self._editor.setTextCursor(cursor_at(self._editor.document(), selection))
        self._editor.ensureCursorVisible()


def _kept(place: TextPlace, old: Paragraphs, new: Paragraphs) -> TextPlace:
    at = place.paragraph
    return beside_same_words(place, old[at], new[at], at)
