"""Whatever is done to the text around figures, they stay with their own characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.document import Document
from xjdesk.gui.text_span import qt_length

_CHAPTER = "requests"


@dataclass(frozen=True)
class _Letter:
    """A character, and which figure it is part of, if any."""

    character: str
    figure: FigureSource | None = None
    place: int = 0


_Text = tuple[_Letter, ...]


def _source(row: str) -> FigureSource:
    return FigureSource(FigureKind.VALUE, (CellAddress("statistics", row, "count"),))


def _plain(text: str) -> _Text:
    return tuple(map(_Letter, text))


def _chip(text: str, row: str) -> _Text:
    source = _source(row)
    return tuple(_Letter(c, source, place) for place, c in enumerate(text))


_START: _Text = (
    *_chip("7", "received"),
    *_plain("甲"),
    *_chip("7", "closed"),
    *_plain("𠮷\n"),
    *_chip("12", "answered"),
    *_chip("增长7", "granted"),
    *_plain("\n乙7"),
    *_chip("𠮷3", "refused"),
)


def _chars(text: _Text) -> str:
    return "".join(letter.character for letter in text)


def _settled(text: _Text) -> _Text:
    """The text, where figures that are not whole any more are plain characters."""
    whole = {figure for figure in (letter.figure for letter in text) if figure is not None}
    whole = {figure for figure in whole if _is_whole(text, figure)}
    return tuple(letter if letter.figure in whole else _Letter(letter.character) for letter in text)


def _is_whole(text: _Text, figure: FigureSource) -> bool:
    original = [letter for letter in _START if letter.figure == figure]
    at = [number for number, letter in enumerate(text) if letter.figure == figure]
    if list(text[at[0] : at[-1] + 1]) != original:
        return False
    if _runs_on(_START, _START.index(original[0]), _START.index(original[-1])):
        return True
    return not _runs_on(text, at[0], at[-1])


def _runs_on(text: _Text, first: int, last: int) -> bool:
    chars = _chars(text)
    before, behind = chars[first - 1 : first], chars[last + 1 : last + 2]
    return (chars[first].isdigit() and before.isdigit()) or (
        chars[last].isdigit() and behind.isdigit()
    )


def _paragraphs(text: _Text) -> Paragraphs:
    paragraphs: list[Paragraph] = []
    lines: list[list[_Letter]] = [[]]
    for letter in text:
        if letter.character == "\n":
            lines.append([])
        else:
            lines[-1].append(letter)
    for line in lines:
        figures: list[Figure] = []
        for number, letter in enumerate(line):
            if letter.figure is not None and letter.place == 0:
                length = sum(other.figure == letter.figure for other in line)
                figures.append(Figure(number, number + length, letter.figure))
        paragraphs.append(Paragraph("".join(one.character for one in line), tuple(figures)))
    return () if paragraphs == [Paragraph("")] else tuple(paragraphs)


@pytest.fixture
def editor(document: Document) -> Iterator[ChapterEditor]:
    old = document.report.chapter(_CHAPTER).paragraphs
    document.submit("改", [Change(ParagraphAddress(_CHAPTER, 0), old, _paragraphs(_START))])
    document.stack.clear()
    made = ChapterEditor(document, _CHAPTER)

    def refresh() -> None:
        made.refresh()

    document.changed.connect(refresh)
    yield made
    document.changed.disconnect(refresh)
    made.deleteLater()


def _select(editor: ChapterEditor, text: _Text, start: int, end: int) -> None:
    chars = _chars(text)
    cursor = editor.textCursor()
    cursor.setPosition(qt_length(chars[:start]))
    cursor.setPosition(qt_length(chars[:end]), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def _type(editor: ChapterEditor, text: str) -> None:
    for character in text:
        if character == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        else:
            editor.insertPlainText(character)


def _paste(editor: ChapterEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def _compose(editor: ChapterEditor, text: str) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("pin'yin", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(editor, done)


_WAYS: dict[str, Callable[[ChapterEditor, str], None]] = {
    "type": _type,
    "paste": _paste,
    "compose": _compose,
}


def _act(editor: ChapterEditor, text: _Text, deed: str, ends: tuple[int, int], words: str) -> _Text:
    """Do something in the editor, and to the text as it ought to be."""
    start, end = sorted(at % (len(text) + 1) for at in ends)
    _select(editor, text, start, end)
    if deed == "delete":
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        end = end if start < end else end + 1
        return text[:start] + text[end:]
    if deed == "backspace":
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        start = start if start < end else max(start - 1, 0)
        return text[:start] + text[end:]
    if deed == "drag":
        return _drag(editor, text, start, end)
    if deed == "compose":
        words = words.replace("\n", "") or "乙"
    _WAYS[deed](editor, words)
    if deed == "compose":
        # What is selected goes as soon as words are composed, before any take its place.
        text, end = _settled(text[:start] + text[end:]), start
    return text[:start] + _plain(words) + text[end:]


def _drag(editor: ChapterEditor, text: _Text, start: int, end: int) -> _Text:
    """Move the selected characters to the very beginning, in one step as a drop does."""
    moved = _chars(text[start:end])
    if "\n" in moved or not moved:
        return text
    cursor = editor.textCursor()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    cursor.setPosition(0)
    cursor.insertText(moved)
    cursor.endEditBlock()
    return _plain(moved) + text[:start] + text[end:]


_PLACES = st.integers(0, 40)
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(["type", "paste", "compose", "delete", "backspace", "drag"]),
        st.one_of(_PLACES.map(lambda at: (at, at)), st.tuples(_PLACES, _PLACES)),
        st.sampled_from(["甲", "7", "12", "𠮷", "增长7", "\n", "丙\n7", "丙丙"]),
    ),
    max_size=8,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=_EDITS)
def test_figures_stay_with_their_characters_through_any_edits(
    document: Document, editor: ChapterEditor, edits: list[tuple[str, tuple[int, int], str]]
) -> None:
    document.stack.setIndex(0)
    document.stack.clear()
    text = _START
    begun = document.report
    reports = {0: begun}

    def note(step: int) -> None:
        # A step that another takes back at once is none: what stood behind it is not met again.
        for at in [at for at in reports if at >= step]:
            del reports[at]
        reports[step] = document.report

    document.stack.indexChanged.connect(note)
    for deed, ends, words in edits:
        if deed == "paste" and not words.strip("\n"):
            continue
        text = _settled(_act(editor, text, deed, ends, words))
        assert document.report.chapter(_CHAPTER).paragraphs == _paragraphs(text)
    after = document.report
    document.stack.indexChanged.disconnect(note)
    steps = document.stack.index()
    for step in range(steps, -1, -1):
        document.stack.setIndex(step)
        assert document.report == reports[step]
    document.stack.setIndex(steps)
    assert document.report == after
    document.stack.setIndex(0)
    assert document.report == begun
    assert editor.toPlainText() == _chars(_START)
