"""Which characters of a paragraph a figure is to stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import figure_at, placed, released
from xjdesk.core.report import Paragraph

_NUMBER = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[%％]|[万亿](?!元))?")
"""A number with what belongs to its value. Of 50万元 the 万 belongs to the unit."""

_DIRECTION = re.compile(r"(?:增加|增长|上升|提高|减少|下降|降低)了?\Z")


_YEAR_ON_YEAR = re.compile(
    r"[比较与]上年(?:同期)?(?:相比)?[，,]?"
    r"(?:持平|(?:(?:增加|增长|上升|减少|下降)了?[0-9.]*[0-9](?![0-9.]*[%％])[件条个次万元]*)?"
    r"(?:[，,]?(?:同比)?(?:增长|上升|下降)了?[0-9.]+[%％])?)|上年为0，增加[0-9]+[件条个次]?"
)
"""A phrase about the year before as it is usually written, or begun."""


@dataclass(frozen=True, slots=True)
class FigureTarget:
    """Characters `start` up to, not including, `end`; none where a figure is to be put in.

    `source` is that of the figure which they are already.
    """

    start: int
    end: int
    source: FigureSource | None = None


def target_in(paragraph: Paragraph, start: int, end: int) -> FigureTarget:
    """What a caret (`start` equals `end`) or a selection means.

    A figure that it touches; else the number that it stands in or beside, or the only one selected;
    else just the place behind it.
    """
    figure = figure_at(paragraph, start, end)
    if figure is not None:
        return FigureTarget(figure.start, figure.end, figure.source)
    touched = [m for m in _NUMBER.finditer(paragraph.text) if m.start() <= end and start <= m.end()]
    inside = [m for m in touched if start < m.end() and m.start() < end] or touched
    if len(inside) == 1:
        return FigureTarget(inside[0].start(), inside[0].end())
    return FigureTarget(end, end)


def last_number(text: str, start: int, end: int) -> FigureTarget | None:
    """The last number among these characters; None without any."""
    found = list(_NUMBER.finditer(text, start, end))
    return FigureTarget(found[-1].start(), found[-1].end()) if found else None


def bound(
    paragraph: Paragraph, target: FigureTarget, source: FigureSource, text: str
) -> tuple[Paragraph, int]:
    """The paragraph with a figure at `target` that shows `text`, and where that ends.

    A word such as 增长 before the number goes, where the figure brings its own.
    """
    if source.kind is FigureKind.YEAR_ON_YEAR:
        return _with_phrase(paragraph, target, source, text)
    start = target.start
    if source.kind in (FigureKind.CHANGE, FigureKind.GROWTH):
        found = _DIRECTION.search(paragraph.text[:start])
        start = found.start() if found else start
    return placed(paragraph, start, target.end, source, text), start + len(text)


def _with_phrase(
    paragraph: Paragraph, target: FigureTarget, source: FigureSource, text: str
) -> tuple[Paragraph, int]:
    """The same for a phrase about the year before.

    It takes the place of one that is written there, or begun; a number keeps its place, and the
    phrase comes behind it.
    """
    start, end = target.start, target.end
    for match in _YEAR_ON_YEAR.finditer(paragraph.text):
        if match.start() <= start <= end <= match.end():
            start, end = match.span()
            break
    else:
        if start < end and (target.source is None or target.source.kind is FigureKind.VALUE):
            start = end = end + len(source.unit) * paragraph.text.startswith(source.unit, end)
            paragraph, start = _with_comma(paragraph, start, source)
            end = start
    return placed(paragraph, start, end, source, text), start + len(text)


def _with_comma(paragraph: Paragraph, at: int, source: FigureSource) -> tuple[Paragraph, int]:
    with_figure = placed(paragraph, at, at, source, "，")
    comma = next(f for f in with_figure.figures if f.start == at)
    return released(with_figure, comma), comma.end
