"""What figures show, and how they say that it was reckoned."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change, apply_all
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_text import arithmetic, figure_text
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report, empty_report
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_RECEIVED = CellAddress("statistics", "received", "count")
_CLOSED = CellAddress("statistics", "closed", "count")
_IN_TIME = CellAddress("statistics", "closed_in_time", "count")
_DERIVED = [kind for kind in FigureKind if kind not in (FigureKind.VALUE, FigureKind.YEAR_ON_YEAR)]
_NUMBERS = st.decimals(0, 10**15 - 1, places=0) | st.decimals(0, 10**6, places=3)


def _report(**values: Entry) -> Report:
    cells = ((CellAddress("statistics", row, "count"), value) for row, value in values.items())
    changes = [Change(address, None, value) for address, value in cells]
    return apply_all(empty_report(_FORM, 2016), changes)


def _text(kind: FigureKind, first: str, second: str, decimals: int = 0) -> str | None:
    operands = (_RECEIVED, Decimal(second))
    report = _report(received=Decimal(first))
    unit = "件" if kind is FigureKind.YEAR_ON_YEAR else ""
    return figure_text(FigureSource(kind, operands, decimals, unit), report.value)


@pytest.mark.parametrize(
    ("kind", "first", "second", "decimals", "text"),
    [
        (FigureKind.DIFFERENCE, "200", "148", 0, "52"),
        (FigureKind.DIFFERENCE, "1.50", "0.25", 0, "1.25"),
        (FigureKind.DIFFERENCE, "5", "8", 0, "-3"),
        (FigureKind.SHARE, "1", "3", 1, "33.3%"),
        (FigureKind.SHARE, "1", "8", 0, "13%"),
        (FigureKind.SHARE, "0", "8", 2, "0.00%"),
        (FigureKind.SHARE, "8", "0", 2, None),
        (FigureKind.CHANGE, "320", "300", 0, "增加20"),
        (FigureKind.CHANGE, "300", "320", 0, "减少20"),
        (FigureKind.CHANGE, "300", "300.0", 0, "持平"),
        (FigureKind.GROWTH, "320", "300", 1, "增长6.7%"),
        (FigureKind.GROWTH, "300", "320", 2, "下降6.25%"),
        (FigureKind.GROWTH, "300", "300", 2, "持平"),
        (FigureKind.GROWTH, "1", "1001", 0, "下降100%"),
        (FigureKind.GROWTH, "9999", "10000", 0, "下降0%"),
        (FigureKind.GROWTH, "5", "0", 1, None),
        (FigureKind.YEAR_ON_YEAR, "320", "300", 1, "较上年增加20件，增长6.7%"),
        (FigureKind.YEAR_ON_YEAR, "300", "320", 2, "较上年减少20件，下降6.25%"),
        (FigureKind.YEAR_ON_YEAR, "300", "300.0", 1, "与上年持平"),
        (FigureKind.YEAR_ON_YEAR, "0", "0", 1, "与上年持平"),
        (FigureKind.YEAR_ON_YEAR, "320", "0", 1, "上年为0，增加320件"),
        (FigureKind.YEAR_ON_YEAR, "0", "5", 0, "较上年减少5件，下降100%"),
        (FigureKind.GROWTH, "5", "-2", 1, None),
    ],
)
def test_a_figure_shows_what_is_reckoned(
    kind: FigureKind, first: str, second: str, decimals: int, text: str | None
) -> None:
    assert _text(kind, first, second, decimals) == text


def test_a_value_is_shown_as_it_was_entered() -> None:
    source = FigureSource(FigureKind.VALUE, (_RECEIVED,))
    assert figure_text(source, _report(received=Decimal("5.00")).value) == "5.00"
    assert figure_text(source, _report(received=Decimal("1E+2")).value) == "100"


@given(_NUMBERS, _NUMBERS, st.integers(0, 4))
def test_the_phrase_says_what_change_and_growth_say(
    now: Decimal, before: Decimal, decimals: int
) -> None:
    def text(kind: FigureKind, unit: str = "") -> str | None:
        source = FigureSource(kind, (now, before), decimals, unit)
        return figure_text(source, dict[CellAddress, Entry]().get)

    phrase = text(FigureKind.YEAR_ON_YEAR, "件")
    change, growth = text(FigureKind.CHANGE), text(FigureKind.GROWTH)
    if now == before:
        assert phrase == "与上年持平"
    elif growth is None:
        assert phrase == f"上年为0，{change}件"
    else:
        assert phrase == f"较上年{change}件，{growth}"


@pytest.mark.parametrize("kind", FigureKind)
@pytest.mark.parametrize("entry", [None, "约30"])
def test_there_is_nothing_to_show_of_blanks_and_words(
    kind: FigureKind, entry: Entry | None
) -> None:
    operands = (_CLOSED,) if kind is FigureKind.VALUE else (Decimal(5), _CLOSED)
    report = _report() if entry is None else _report(closed=entry)
    assert figure_text(FigureSource(kind, operands), report.value) is None


@given(st.sampled_from(_DERIVED), _NUMBERS, _NUMBERS, st.integers(0, 4))
def test_a_reckoned_figure_is_exact_to_its_last_digit(
    kind: FigureKind, now: Decimal, before: Decimal, decimals: int
) -> None:
    text = figure_text(FigureSource(kind, (now, before), decimals), dict[CellAddress, Entry]().get)
    if kind in (FigureKind.SHARE, FigureKind.GROWTH) and before == 0:
        assert text is None
        return
    assert text is not None
    if text == "持平":
        assert now == before
        return
    less = text.startswith(("减少", "下降"))
    shown = Decimal(re.sub(r"[增加减少长下降%]", "", text))
    shown = -shown if less else shown
    match kind:
        case FigureKind.DIFFERENCE | FigureKind.CHANGE:
            assert shown + before == now
        case FigureKind.SHARE:
            assert abs(shown * before - now * 100) * 2 * 10**decimals <= before
        case _:
            assert abs(shown * before - (now - before) * 100) * 2 * 10**decimals <= before


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (FigureSource(FigureKind.VALUE, (_RECEIVED,)), "三、（一）收到申请数 320"),
        (
            FigureSource(FigureKind.DIFFERENCE, (_RECEIVED, _CLOSED)),
            "三、（一）收到申请数 320−（二）申请办结数 300=20",
        ),
        (
            FigureSource(FigureKind.SHARE, (_CLOSED, _RECEIVED), 1),
            "三、（二）申请办结数 300÷（一）收到申请数 320=93.8%",
        ),
        (
            FigureSource(FigureKind.CHANGE, (_CLOSED, Decimal(320))),
            "三、（二）申请办结数 300−320=-20",
        ),
        (
            FigureSource(FigureKind.GROWTH, (_RECEIVED, Decimal(300)), 1),
            "（三、（一）收到申请数 320−300）÷300=6.7%",
        ),
        (
            FigureSource(FigureKind.GROWTH, (_CLOSED, _RECEIVED), 2),
            "（三、（二）申请办结数 300−（一）收到申请数 320）÷320=-6.25%",
        ),
        (
            FigureSource(FigureKind.SHARE, (_IN_TIME, _RECEIVED)),
            "三、（二）1.按时办结数 未填÷（一）收到申请数 320",
        ),
        (
            FigureSource(FigureKind.VALUE, (CellAddress("statistics", "gone", "count"),)),
            "报表中没有的格 未填",
        ),
    ],
)
def test_the_arithmetic_names_the_cells(source: FigureSource, told: str) -> None:
    report = _report(received=Decimal(320), closed=Decimal(300))
    assert arithmetic(_FORM, report, source) == told
