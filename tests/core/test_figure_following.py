"""Figures follow their cells, and go back with them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply_all, inverse_of
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_following import following
from xjdesk.core.figure_placing import placed
from xjdesk.core.figure_text import figure_text
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Chapter, Paragraph, Report

_CELLS = tuple(CellAddress("t", row, "c") for row in "abc")
_A, _B, _C = _CELLS
_VALUE_OF_A = FigureSource(FigureKind.VALUE, (_A,))
_VALUE_OF_B = FigureSource(FigureKind.VALUE, (_B,))


def _report(*paragraphs: Paragraph, **values: int) -> Report:
    cells = {CellAddress("t", row, "c"): Decimal(value) for row, value in values.items()}
    return Report("f", 2016, {}, (Chapter("one", "", paragraphs),), cells)


def _followed(report: Report, *changes: Change) -> Report:
    return apply_all(report, (*changes, *following(report, changes)))


def _shown(report: Report) -> list[list[str]]:
    return [
        [paragraph.text[figure.start : figure.end] for figure in paragraph.figures]
        for chapter in report.chapters
        for paragraph in chapter.paragraphs
    ]


def _texts(report: Report) -> list[str]:
    return [paragraph.text for chapter in report.chapters for paragraph in chapter.paragraphs]


_TWO = Paragraph("收到9件，办结8件。", (Figure(2, 3, _VALUE_OF_A), Figure(7, 8, _VALUE_OF_B)))


def test_a_figure_follows_its_cell_and_moves_the_one_behind_it() -> None:
    report = _followed(_report(_TWO, a=9, b=8), Change(_A, Decimal(9), Decimal(1200)))
    assert _texts(report) == ["收到1200件，办结8件。"]
    assert _shown(report) == [["1200", "8"]]


def test_every_paragraph_follows() -> None:
    report = _report(_TWO, Paragraph("无"), Paragraph("9", (Figure(0, 1, _VALUE_OF_A),)), a=9, b=8)
    new = _followed(
        report, Change(_A, Decimal(9), Decimal(10)), Change(_B, Decimal(8), Decimal(100))
    )
    assert _texts(new) == ["收到10件，办结100件。", "无", "10"]
    assert _shown(new) == [["10", "100"], [], ["10"]]


def test_a_cell_that_is_cleared_leaves_the_text_as_it_was() -> None:
    report = _report(_TWO, a=9, b=8)
    assert following(report, [Change(_A, Decimal(9), None)]) == ()
    assert following(report, [Change(_A, Decimal(9), "约9")]) == ()


def test_only_figures_of_the_changed_cells_are_touched() -> None:
    # Edited by hand in the file: that is for a check to tell.
    report = _report(_TWO, a=9, b=50)
    assert _texts(_followed(report, Change(_A, Decimal(9), Decimal(7)))) == ["收到7件，办结8件。"]


def test_a_paragraph_edited_in_the_same_step_follows_as_edited() -> None:
    report = _report(_TWO, a=9, b=8)
    edited = placed(_TWO, 7, 8, _VALUE_OF_A, "9")
    address = ParagraphAddress("one", 0)
    new = _followed(
        report, Change(address, (_TWO,), (edited,)), Change(_A, Decimal(9), Decimal(10))
    )
    assert _texts(new) == ["收到10件，办结10件。"]


def test_without_a_change_of_cells_nothing_follows() -> None:
    report = _report(_TWO, a=1, b=2)
    change = Change(ParagraphAddress("one", 0), (_TWO,), ())
    assert following(report, [change]) == ()


_ENTRIES = st.none() | st.just("约3") | st.integers(0, 10**5).map(Decimal)
_OPERANDS = st.sampled_from(_CELLS) | st.integers(0, 50).map(Decimal)
_SOURCES = st.one_of(
    st.builds(FigureSource, st.just(FigureKind.VALUE), st.tuples(st.sampled_from(_CELLS))),
    st.builds(
        FigureSource,
        st.sampled_from([kind for kind in FigureKind if kind is not FigureKind.VALUE]),
        st.tuples(st.sampled_from(_CELLS), _OPERANDS),
        st.integers(0, 3),
    ),
)


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    """Words and figures in turn, the figures as they were before there were any numbers."""
    paragraph = Paragraph("")
    for source in draw(st.lists(_SOURCES, max_size=4)):
        at = len(paragraph.text)
        paragraph = placed(paragraph, at, at, source, "？")
        words = draw(st.text("甲，𠮷1", max_size=3))
        paragraph = Paragraph(paragraph.text + words, paragraph.figures)
    return paragraph


def _all_cells(report: Report, entries: Sequence[Entry | None]) -> tuple[Change, ...]:
    return tuple(
        Change(cell, report.value(cell), entry) for cell, entry in zip(_CELLS, entries, strict=True)
    )


@given(
    st.lists(_paragraphs(), max_size=3),
    st.tuples(*(st.integers(1, 99).map(Decimal),) * 3),
    st.lists(st.tuples(st.sampled_from(_CELLS), _ENTRIES), max_size=8),
)
def test_after_any_changes_every_figure_shows_its_cells(
    paragraphs: list[Paragraph],
    first: tuple[Decimal, ...],
    edits: list[tuple[CellAddress, Entry | None]],
) -> None:
    start = _report(*paragraphs)
    report = _followed(start, *_all_cells(start, first))
    made: list[Change] = []
    begun = report
    for cell, entry in edits:
        before = _shown(report)
        change = Change(cell, report.value(cell), entry)
        step = (change, *following(report, [change]))
        report = apply_all(report, step)
        made += step
        _assert_followed(report, before)
    assert apply_all(report, inverse_of(made)) == begun


def _assert_followed(report: Report, before: list[list[str]]) -> None:
    for number, paragraph in enumerate(report.chapters[0].paragraphs):
        ends = [0]
        for figure, old in zip(paragraph.figures, before[number], strict=True):
            assert ends[-1] <= figure.start < figure.end <= len(paragraph.text)
            ends.append(figure.end)
            expected = figure_text(figure.source, report.value)
            text = paragraph.text[figure.start : figure.end]
            assert text == (old if expected is None else expected)
