"""Figures in a text control, carried along by the control while words around them are edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from xjdesk.core.figure import Figure, FigureSource
from xjdesk.core.figure_carrying import runs_on
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_text import Paragraphs
from xjdesk.gui.text_span import index_at, qt_length

_PARAGRAPH_BREAK = "\u2029"


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A figure: `cursor` selects its characters, from the anchor to the position.

    `text` is what they were. `ran_on` says whether its number was part of a longer one already.
    """

    cursor: QTextCursor
    source: FigureSource
    text: str
    ran_on: bool


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure and the block in which it is shown."""

    block: QTextBlock
    figure: Figure

    @property
    def text(self) -> str:
        """What it shows."""
        return self.block.text()[self.figure.start : self.figure.end]

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends within the block, in the units of Qt."""
        text = self.block.text()
        return qt_length(text[: self.figure.start]), qt_length(text[: self.figure.end])


class FigureAnchors(QObject):
    """The figures in the text of `editor`.

    The control moves them by itself through every edit: typing, pasting, dragging. Two texts
    alone do not tell which of two equal numbers was taken out.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._document = editor.document()
        self._anchors: tuple[_Anchor, ...] = ()
        self._found: tuple[ShownFigure, ...] | None = None
        # Not a signal of the QTextDocument, which Qt made: what Python knows it by, once asked for
        # a signal, would outlive it.
        editor.textChanged.connect(self._forget)

    def put(self, paragraphs: Paragraphs) -> None:
        """Take the figures of `paragraphs`, whose texts the blocks show, for all there were."""
        self._found = None
        self._anchors = tuple(
            _anchor(self._document.findBlockByNumber(number), figure)
            for number, paragraph in enumerate(paragraphs)
            for figure in paragraph.figures
        )

    def add(self, position: int, paragraphs: Paragraphs) -> None:
        """Take in the figures of `paragraphs`, whose texts were just put in at `position`."""
        first = self._document.findBlock(position)
        lead = index_at(first.text(), position - first.position())
        for number, paragraph in enumerate(paragraphs):
            block = self._document.findBlockByNumber(first.blockNumber() + number)
            for figure in paragraph.figures:
                anchor = _anchor(block, _moved(figure, 0 if number else lead))
                if not anchor.ran_on:
                    self._anchors += (anchor,)
                    self._found = None

    def selected(self, cursor: QTextCursor) -> Paragraphs:
        """What is selected, paragraph by paragraph, with the figures that are so as a whole."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = self._document.findBlock(start)
        lead = index_at(first.text(), start - first.position())
        texts = cursor.selectedText().split(_PARAGRAPH_BREAK)
        figures: list[list[Figure]] = [[] for _ in texts]
        for shown in self.shown():
            begins, ends = (shown.block.position() + at for at in shown.span)
            if start <= begins and ends <= end:
                number = shown.block.blockNumber() - first.blockNumber()
                figures[number].append(_moved(shown.figure, 0 if number else -lead))
        return tuple(map(Paragraph, texts, map(tuple, figures)))

    def settle(self) -> bool:
        """Let go of figures that were edited; whether words of one are left as plain text."""
        looked = [(anchor, _shown(anchor)) for anchor in self._anchors]
        gone = [anchor.cursor for anchor, shown in looked if shown is None]
        self._anchors = tuple(anchor for anchor, shown in looked if shown is not None)
        self._found = _in_order(shown for _, shown in looked)
        return any(cursor.anchor() < cursor.position() for cursor in gone)

    def shown(self) -> tuple[ShownFigure, ...]:
        """The figures where they are now, in the order of the text."""
        if self._found is None:
            self._found = _in_order(map(_shown, self._anchors))
        return self._found

    def dressed(self, texts: Paragraphs) -> Paragraphs:
        """The paragraphs that the blocks show, `texts`, with the figures that are in them."""
        figures: dict[int, list[Figure]] = {}
        for shown in self.shown():
            figures.setdefault(shown.block.blockNumber(), []).append(shown.figure)
        return tuple(
            Paragraph(paragraph.text, tuple(figures.get(number, ())))
            for number, paragraph in enumerate(texts)
        )

    def _forget(self) -> None:
        self._found = None


def _in_order(found: Iterable[ShownFigure | None]) -> tuple[ShownFigure, ...]:
    there = (shown for shown in found if shown is not None)
    return tuple(sorted(there, key=lambda one: (one.block.position(), one.figure.start)))


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by)


def _anchor(block: QTextBlock, figure: Figure) -> _Anchor:
    text = block.text()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + qt_length(text[: figure.start]))
    end = block.position() + qt_length(text[: figure.end])
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    # What is written right behind it is no part of it; what is written before it never is.
    cursor.setKeepPositionOnInsert(True)
    return _Anchor(cursor, figure.source, text[figure.start : figure.end], runs_on(text, figure))


def _shown(anchor: _Anchor) -> ShownFigure | None:
    """Where the figure is now; None when its characters are not what they were."""
    cursor = anchor.cursor
    # The anchor is behind the position when all was replaced, be it by the same words.
    if cursor.anchor() >= cursor.position() or cursor.selectedText() != anchor.text:
        return None
    block = cursor.document().findBlock(cursor.anchor())
    text = block.text()
    start = index_at(text, cursor.anchor() - block.position())
    figure = Figure(start, start + len(anchor.text), anchor.source)
    if runs_on(text, figure) and not anchor.ran_on:
        return None
    return ShownFigure(block, figure)
