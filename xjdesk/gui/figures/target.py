"""Which characters of a paragraph a figure is to stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import figure_at, placed
from xjdesk.core.report import Paragraph

_NUMBER = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[%％]|[万亿](?!元))?")
"""A number with what belongs to its value. Of 50万元 the 万 belongs to the unit."""

_DIRECTION = re.compile(r"(?:增加|增长|上升|提高|减少|下降|降低)了?\Z")


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


def bound(
    paragraph: Paragraph, target: FigureTarget, source: FigureSource, text: str
) -> tuple[Paragraph, int]:
    """The paragraph with a figure at `target` that shows `text`, and where that ends.

    A word such as 增长 before the number goes, where the figure brings its own.
    """
    start = target.start
    if source.kind in (FigureKind.CHANGE, FigureKind.GROWTH):
        found = _DIRECTION.search(paragraph.text[:start])
        start = found.start() if found else start
    return placed(paragraph, start, target.end, source, text), start + len(text)
