"""Figures put into paragraphs, found there and taken out."""

from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_placing import figure_at, placed, released
from xjdesk.core.report import Paragraph

_A, _B, _C = (
    FigureSource(FigureKind.VALUE, (CellAddress("t", row, "c"),)) for row in ("a", "b", "c")
)
_TWO = Paragraph("收到9件，办结8件。", (Figure(2, 3, _A), Figure(7, 8, _B)))


def test_a_figure_takes_the_place_of_characters() -> None:
    new = placed(_TWO, 6, 7, _C, "1200")
    assert new.text == "收到9件，办12008件。"
    assert new.figures == (Figure(2, 3, _A), Figure(6, 10, _C), Figure(10, 11, _B))


def test_a_figure_that_is_written_over_is_gone() -> None:
    new = placed(_TWO, 0, 4, _C, "5")
    assert new == Paragraph("5，办结8件。", (Figure(0, 1, _C), Figure(4, 5, _B)))


def test_a_figure_can_be_put_between_two_characters() -> None:
    assert placed(Paragraph(""), 0, 0, _A, "7") == Paragraph("7", (Figure(0, 1, _A),))


def test_a_released_figure_leaves_its_text() -> None:
    assert released(_TWO, _TWO.figures[0]) == Paragraph(_TWO.text, _TWO.figures[1:])


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(1, 1, None), (2, 2, 0), (3, 3, 0), (4, 4, None), (0, 2, None), (0, 3, 0), (3, 8, 1)],
)
def test_a_caret_beside_a_figure_means_it_a_selection_only_with_a_part_of_it(
    start: int, end: int, found: int | None
) -> None:
    expected = None if found is None else _TWO.figures[found]
    assert figure_at(_TWO, start, end) == expected
