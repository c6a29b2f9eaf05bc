"""Figures follow their cells: what else changes in the narrative when cells change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply_all
from xjdesk.core.figure import FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.figure_text import figure_text
from xjdesk.core.report import Paragraph, Report


def following(report: Report, changes: Sequence[Change]) -> tuple[Change, ...]:
    """What must change behind `changes`, made to `report`, for figures to show their cells.

    `report` is the one before `changes`. Only figures of cells among these are looked at. Where
    there is nothing to show (`figure_text` gives None) the text stays as it was.
    """
    cells = frozenset(c.address for c in changes if isinstance(c.address, CellAddress))
    if not cells:
        return ()
    return tuple(_brought_up_to_date(apply_all(report, changes), cells))


def _brought_up_to_date(report: Report, cells: frozenset[CellAddress]) -> Iterator[Change]:
    for chapter in report.chapters:
        for number, paragraph in enumerate(chapter.paragraphs):
            new = _showing(report, paragraph, cells)
            if new != paragraph:
                yield Change(ParagraphAddress(chapter.id, number), (paragraph,), (new,))


def _showing(report: Report, paragraph: Paragraph, cells: frozenset[CellAddress]) -> Paragraph:
    # From the last to the first, so that those yet to come stay where they are.
    for figure in reversed(paragraph.figures):
        text = _text_of(report, figure.source, cells)
        if text is not None:
            paragraph = placed(paragraph, figure.start, figure.end, figure.source, text)
    return paragraph


def _text_of(report: Report, source: FigureSource, cells: frozenset[CellAddress]) -> str | None:
    return None if cells.isdisjoint(source.cells()) else figure_text(source, report.value)
