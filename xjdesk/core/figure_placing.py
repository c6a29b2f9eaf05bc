"""Putting figures into paragraphs and taking them out again."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.figure import Figure, FigureSource
from xjdesk.core.report import Paragraph


def placed(
    paragraph: Paragraph, start: int, end: int, source: FigureSource, text: str
) -> Paragraph:
    """The paragraph with a figure that shows `text` where characters `start` to `end` stand.

    Other figures that reach into these characters are no figures any more.
    """
    shift = len(text) - (end - start)
    before = [figure for figure in paragraph.figures if figure.end <= start]
    behind = [
        replace(figure, start=figure.start + shift, end=figure.end + shift)
        for figure in paragraph.figures
        if figure.start >= end
    ]
    figures = (*before, Figure(start, start + len(text), source), *behind)
    return Paragraph(paragraph.text[:start] + text + paragraph.text[end:], figures)


def released(paragraph: Paragraph, figure: Figure) -> Paragraph:
    """The paragraph, where what `figure` showed is plain text now."""
    return replace(paragraph, figures=tuple(f for f in paragraph.figures if f != figure))


def figure_at(paragraph: Paragraph, start: int, end: int) -> Figure | None:
    """The first figure with selected characters, or the one in or beside which the caret stands.

    A caret is a selection whose `start` equals its `end`.
    """
    reach = 1 if start == end else 0
    for figure in paragraph.figures:
        if figure.start < end + reach and start - reach < figure.end:
            return figure
    return None
