"""What the program makes of the words around a number that is to be bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.gui.figures.question import FigureQuestion
from xjdesk.gui.figures.target import FigureTarget

Ask = Callable[..., FigureQuestion]
"""Takes a text, the words of it that are meant, and the source that they have already."""


@pytest.fixture
def ask(form: Form, sample: Report) -> Ask:
    def made(text: str, written: str, source: FigureSource | None = None) -> FigureQuestion:
        start = text.index(written)
        target = FigureTarget(start, start + len(written), source)
        return FigureQuestion(form, sample, text, target)

    return made


def test_the_sentence_is_that_around_the_number(ask: Ask) -> None:
    question = ask("公开50条。收到200件，办结198件；答复100件。", "198")
    assert question.sentence == "收到200件，办结198件"
    assert question.written == "198"


@pytest.mark.parametrize(
    ("written", "number"),
    [("200", 200), ("２00", 200), ("1.2万", 12000), ("3亿", 300_000_000), ("5.5%", None)],
)
def test_the_number_is_read(ask: Ask, written: str, number: int | None) -> None:
    expected = None if number is None else Decimal(number)
    assert ask(f"共{written}件", written).number == expected


def test_where_nothing_is_written_there_is_no_number(ask: Ask) -> None:
    assert ask("收到件", "").number is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("200件", "件"), ("200余件", "件"), ("200人次", "人次"), ("200万元", "万元"), ("200公里", "")],
)
def test_the_unit_is_one_of_the_form(ask: Ask, text: str, unit: str) -> None:
    assert ask(text, "200").unit == unit


@pytest.mark.parametrize(
    ("text", "written", "kind", "decimals"),
    [
        ("收到200件", "200", FigureKind.VALUE, 1),
        ("占6.75%", "6.75%", FigureKind.SHARE, 2),
        ("同比增长6%", "6%", FigureKind.GROWTH, 0),
        ("同比下降了6.5%", "6.5%", FigureKind.GROWTH, 1),
        ("比上年增加了6件", "6", FigureKind.CHANGE, 1),
    ],
)
def test_the_words_tell_how_the_number_is_made(
    ask: Ask, text: str, written: str, kind: FigureKind, decimals: int
) -> None:
    question = ask(text, written)
    assert (question.kind, question.decimals) == (kind, decimals)


def test_what_was_chosen_before_is_proposed_again(ask: Ask) -> None:
    cell = CellAddress("statistics", "received", "count")
    source = FigureSource(FigureKind.GROWTH, (cell, Decimal(200)), 3)
    question = ask("同比持平", "持平", source)
    assert (question.kind, question.decimals) == (FigureKind.GROWTH, 3)


@pytest.mark.parametrize("begun", ["，较上年", "，比上年", "，与上年"])
def test_a_phrase_that_was_begun_is_about_the_number_before_it(
    form: Form, sample: Report, begun: str
) -> None:
    text = f"公开50条。收到200件{begun}"
    target = FigureTarget(len(text), len(text))
    last_year = LastYear(replace(sample, year=sample.year - 1), form, {})
    question = FigureQuestion(form, sample, text, target, last_year)
    assert question.kind is FigureKind.YEAR_ON_YEAR
    assert (question.number, question.unit) == (Decimal(200), "件")
    alone = FigureQuestion(form, sample, text, target)
    assert alone.kind is FigureKind.VALUE
    assert alone.number is None
