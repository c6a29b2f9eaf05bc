"""Which characters are meant where the caret stands, and what takes their place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Paragraph
from xjdesk.gui.figures.target import FigureTarget, bound, target_in

_RECEIVED = CellAddress("statistics", "received", "count")


def _written(marked: str) -> str:
    """What is meant where | stands, or between two of them."""
    text = marked.replace("|", "")
    start = marked.index("|")
    end = marked.rindex("|") - 1 if marked.count("|") == 2 else start
    target = target_in(Paragraph(text), start, end)
    return text[target.start : target.end]


@pytest.mark.parametrize(
    ("marked", "written"),
    [
        ("收到|200件", "200"),
        ("收到2|00件", "200"),
        ("收到200|件", "200"),
        ("收到|200|件", "200"),
        ("收到|200件|", "200"),
        ("|收到２00件", ""),
        ("占３|3.3％。", "３3.3％"),
        ("占33.3|%。", "33.3%"),
        ("投入1.2|万件", "1.2万"),
        ("投入5|0万元", "50"),
        ("|收到200件，办结100件|", ""),
        ("2016年|", ""),
        ("第|3|4号", "34"),
    ],
)
def test_the_number_at_the_caret_or_in_the_selection_is_meant(marked: str, written: str) -> None:
    assert _written(marked) == written


def test_a_figure_at_the_caret_is_meant_as_a_whole(figured: Paragraph) -> None:
    first = figured.figures[0]
    for start, end in ((5, 5), (6, 7), (8, 8), (4, 6)):
        assert target_in(figured, start, end) == FigureTarget(5, 8, first.source)


def test_without_a_number_the_place_of_the_caret_is_meant() -> None:
    assert target_in(Paragraph(""), 0, 0) == FigureTarget(0, 0)
    assert target_in(Paragraph("收到件"), 1, 2) == FigureTarget(2, 2)


@pytest.mark.parametrize(
    ("text", "written", "new"),
    [
        ("同比增长5.5%。", "5.5%", "同比下降3%。"),
        ("同比增长了5.5%。", "5.5%", "同比下降3%。"),
        ("同比5.5%。", "5.5%", "同比下降3%。"),
        ("增长较快，5.5%。", "5.5%", "增长较快，下降3%。"),
    ],
)
def test_a_growth_brings_its_own_word(text: str, written: str, new: str) -> None:
    source = FigureSource(FigureKind.GROWTH, (_RECEIVED, _RECEIVED))
    start = text.index(written)
    target = FigureTarget(start, start + len(written))
    paragraph, end = bound(Paragraph(text), target, source, "下降3%")
    assert paragraph.text == new
    assert end == new.index("3%") + 2
    assert paragraph.figures == (Figure(end - 4, end, source),)


def test_a_value_leaves_the_word_before_it() -> None:
    source = FigureSource(FigureKind.VALUE, (_RECEIVED,))
    paragraph, _ = bound(Paragraph("增加5件"), FigureTarget(2, 3), source, "200")
    assert paragraph.text == "增加200件"


@pytest.mark.parametrize(
    ("marked", "result"),
    [
        ("收到200件，|。", "收到200件，较上年增加20件，增长11.1%。"),
        ("收到200件，较上年|。", "收到200件，较上年增加20件，增长11.1%。"),
        ("收到200件，较上年增加|1|0件，增长5.0%。", "收到200件，较上年增加20件，增长11.1%。"),
        ("收到200件，比上年增长|5.0%|。", "收到200件，较上年增加20件，增长11.1%。"),
        ("收到200件，与上年持平|。", "收到200件，较上年增加20件，增长11.1%。"),
        ("收到200件，比上年减少|8|件。", "收到200件，较上年增加20件，增长11.1%。"),
        ("比上年增长5%。收到|200|件。", "比上年增长5%。收到200件，较上年增加20件，增长11.1%。"),
    ],
)
def test_a_phrase_about_last_year_takes_the_place_of_the_one_that_stands_there(
    marked: str, result: str
) -> None:
    text = marked.replace("|", "")
    start = marked.index("|")
    end = marked.rindex("|") - 1 if marked.count("|") == 2 else start
    source = FigureSource(FigureKind.YEAR_ON_YEAR, (_RECEIVED, Decimal(180)), 1, "件")
    phrase = "较上年增加20件，增长11.1%"
    paragraph, behind = bound(Paragraph(text), FigureTarget(start, end), source, phrase)
    assert paragraph.text == result
    (figure,) = paragraph.figures
    assert paragraph.text[figure.start : figure.end] == phrase
    assert behind == figure.end
