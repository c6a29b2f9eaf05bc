"""Figures that are carried along when words around them are edited."""

from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_carrying import carried, runs_on
from xjdesk.core.report import Paragraph

_SOURCE = FigureSource(FigureKind.VALUE, (CellAddress("t", "a", "c"),))


def _paragraph(marked: str) -> Paragraph:
    """A paragraph whose figure stands in brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    return Paragraph(marked.replace("[", "").replace("]", ""), (Figure(start, end, _SOURCE),))


@pytest.mark.parametrize(
    "new",
    ["收到申请[200]件", "[200]件", "收到[200]", "收到[200]多件", "收[200]件", "收到[200].件"],
)
def test_a_figure_moves_with_its_characters(new: str) -> None:
    paragraph = _paragraph(new)
    assert carried([_paragraph("收到[200]件")], [paragraph.text]) == (paragraph,)


@pytest.mark.parametrize(
    "new", ["收到20件", "收到250件", "收到2000件", "收到1200件", "收到200.5件", "收到1.200件", ""]
)
def test_a_number_that_is_edited_or_goes_on_is_no_figure_any_more(new: str) -> None:
    assert carried([_paragraph("收到[200]件")], [new]) == (Paragraph(new),)


def test_a_figure_that_was_part_of_a_longer_number_stays() -> None:
    old, new = _paragraph("在20[16]年"), _paragraph("就在20[16]年")
    assert runs_on(old.text, old.figures[0])
    assert carried([old], [new.text]) == (new,)


@pytest.mark.parametrize(
    ("old", "texts", "new"),
    [
        (["收到[200]件"], ["收到", "200件"], ["收到", "[200]件"]),
        (["收到", "[200]件"], ["收到200件"], ["收到[200]件"]),
        (["收到[200]件"], ["收到2", "00件"], ["收到2", "00件"]),
        (["甲", "[200]件"], ["甲", "乙", "200件"], ["甲", "乙", "[200]件"]),
    ],
)
def test_figures_stay_through_splits_and_joins(
    old: list[str], texts: list[str], new: list[str]
) -> None:
    def read(marked: list[str]) -> list[Paragraph]:
        return [_paragraph(m) if "[" in m else Paragraph(m) for m in marked]

    assert list(carried(read(old), texts)) == read(new)
