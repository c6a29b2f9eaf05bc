"""Random chapters with numbered paragraphs, for hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.paragraph_number import number_at_start, usual_number, with_number, without_number
from xjdesk.core.report import Paragraph

SOURCE = FigureSource(FigureKind.VALUE, (CellAddress("a", "b", "c"),))
WORDS = st.sampled_from(
    ["", "强化机构。政府常务会议", "受理", "2016年受理", "200件", "𠮷县", "其他"]
)


@st.composite
def bare_paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph without a number, some with a figure in it."""
    text = draw(WORDS)
    paragraph = Paragraph(text)
    if text and draw(st.booleans()):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        paragraph = Paragraph(text, (Figure(start, end, SOURCE),))
    return paragraph


@st.composite
def numbered_paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph with a number of any level from （一） on."""
    number = usual_number(draw(st.integers(2, 4)), draw(st.integers(1, 5)))
    return with_number(draw(bare_paragraphs()), number)


CHAPTERS = st.lists(numbered_paragraphs() | bare_paragraphs(), max_size=9).map(tuple)
"""Chapters in which numbers stand at random."""


def words_of(paragraph: Paragraph) -> Paragraph:
    """What stands behind the number, with its figures."""
    return without_number(paragraph)


def level_of(paragraph: Paragraph) -> int | None:
    """The level of its number."""
    found = number_at_start(paragraph)
    return found.level if found else None


def texts(*lines: str) -> tuple[Paragraph, ...]:
    """Paragraphs of these texts."""
    return tuple(map(Paragraph, lines))


def with_figure(text: str, words: str) -> Paragraph:
    """A paragraph in which `words` are a figure."""
    start = text.index(words)
    return replace(Paragraph(text), figures=(Figure(start, start + len(words), SOURCE),))
