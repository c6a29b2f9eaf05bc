from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.change import (
    Change,
    ChangeError,
    Content,
    apply,
    apply_all,
    content_at,
    inverse_of,
)
from xjdesk.core.report import Chapter, Paragraph, Report

_CELL = CellAddress("t", "r", "c")
_FIELD = FieldAddress("letterhead", "title")


def _report() -> Report:
    paragraphs = (Paragraph("甲"), Paragraph("乙"))
    return Report("f", 2016, {_FIELD: "标题"}, (Chapter("one", "一、", paragraphs),), {})


def test_a_cell_takes_a_number_and_goes_blank_again() -> None:
    report = apply(_report(), Change(_CELL, None, Decimal(0)))
    assert report.value(_CELL) == 0
    assert _CELL not in apply(report, Change(_CELL, Decimal(0), None)).values


def test_the_report_before_is_untouched() -> None:
    report = _report()
    apply(report, Change(_FIELD, "标题", "新标题"))
    assert report.field(_FIELD) == "标题"


def test_paragraphs_are_split_joined_inserted_and_removed() -> None:
    at = ParagraphAddress("one", 1)
    split = Change(at, (Paragraph("乙"),), (Paragraph("丙"), Paragraph("丁")))
    report = apply(_report(), split)
    assert [p.text for p in report.chapter("one").paragraphs] == ["甲", "丙", "丁"]
    assert apply(report, split.inverse()) == _report()
    appended = apply(report, Change(ParagraphAddress("one", 3), (), (Paragraph("戊"),)))
    assert appended.chapter("one").paragraphs[-1].text == "戊"


@pytest.mark.parametrize(
    "change",
    [
        Change(_CELL, Decimal(1), None),
        Change(_FIELD, "别的", "新"),
        Change(_CELL, None, 7),
        Change(_CELL, None, ""),
        Change(ParagraphAddress("one", -1), (), (Paragraph("丙"),)),
        Change(YearAddress(), 2016, "2017"),
        Change(HeadingAddress("two"), "", "二、"),
        Change(ParagraphAddress("one", 0), (Paragraph("乙"),), ()),
        Change(ParagraphAddress("one", 3), (), (Paragraph("丙"),)),
        Change(ParagraphAddress("one", 0), "甲", "乙"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(ChangeError):
        apply(_report(), change)


_TEXTS = st.text("一二、。甲乙", max_size=4)
_PARAGRAPHS = st.lists(_TEXTS.map(Paragraph), max_size=3).map(tuple)


@st.composite
def _edits(draw: st.DrawFn) -> list[tuple[Address, Content, int]]:
    kinds = st.one_of(
        st.tuples(
            st.sampled_from([CellAddress("t", r, "c") for r in "xyz"]),
            st.none() | st.decimals(0, 9, places=1) | st.just("若干"),
            st.just(0),
        ),
        st.tuples(st.just(_FIELD), _TEXTS, st.just(0)),
        st.tuples(st.just(YearAddress()), st.integers(2000, 2030), st.just(0)),
        st.tuples(st.just(HeadingAddress("one")), _TEXTS, st.just(0)),
        st.tuples(
            st.integers(0, 4).map(lambda n: ParagraphAddress("one", n)),
            _PARAGRAPHS,
            st.integers(0, 2),
        ),
    )
    return draw(st.lists(kinds, max_size=8))


@given(_edits())
def test_taking_changes_back_gives_the_report_before(
    edits: list[tuple[Address, Content, int]],
) -> None:
    report = start = _report()
    changes: list[Change] = []
    for address, new, length in edits:
        old = content_at(report, address)
        if isinstance(address, ParagraphAddress):
            paragraphs = report.chapter("one").paragraphs
            address = ParagraphAddress("one", min(address.paragraph, len(paragraphs)))
            old = paragraphs[address.paragraph : address.paragraph + length]
        changes.append(Change(address, old, new))
        report = apply(report, changes[-1])
    assert apply_all(start, changes) == report
    assert apply_all(report, inverse_of(changes)) == start
