"""Figures in a project file: kept as they are, refused where they cannot be right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.records.report_records import RecordError, decode_report, encode_report

_CELL = CellAddress("statistics", "received", "count")
_OPERANDS = st.just(_CELL) | st.decimals(-(10**9), 10**9, places=2)
_SOURCES = st.one_of(
    st.builds(FigureSource, st.just(FigureKind.VALUE), st.tuples(_OPERANDS)),
    st.builds(
        FigureSource,
        st.sampled_from([kind for kind in FigureKind if kind is not FigureKind.VALUE]),
        st.tuples(_OPERANDS, _OPERANDS),
        st.integers(0, 4),
    ),
    st.builds(
        FigureSource,
        st.just(FigureKind.YEAR_ON_YEAR),
        st.tuples(_OPERANDS, _OPERANDS),
        st.integers(0, 4),
        st.sampled_from(["件", "万元", ""]),
    ),
)


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    paragraph = Paragraph(draw(st.text(max_size=3)))
    for source in draw(st.lists(_SOURCES, max_size=3)):
        end = len(paragraph.text)
        paragraph = placed(paragraph, end, end, source, draw(st.text(min_size=1, max_size=3)))
    return paragraph


def _report(*paragraphs: Paragraph) -> Report:
    return Report("f", 2016, {}, (Chapter("one", "", paragraphs),), {})


@given(st.lists(_paragraphs(), max_size=3))
def test_figures_come_back_as_they_were(paragraphs: list[Paragraph]) -> None:
    report = _report(*paragraphs)
    assert decode_report(encode_report(report)) == report


def test_half_a_character_before_a_figure_does_not_move_it() -> None:
    source = FigureSource(FigureKind.VALUE, (_CELL,))
    report = _report(Paragraph("\ud800收到200件", (Figure(3, 6, source),)))
    (paragraph,) = decode_report(encode_report(report)).chapters[0].paragraphs
    assert paragraph.text[3:6] == "200"


@pytest.mark.parametrize(
    "figures",
    [
        '[{"start": 0, "end": 9, "kind": "value", "operands": ["a.b.c"]}]',
        '[{"start": 1, "end": 1, "kind": "value", "operands": ["a.b.c"]}]',
        '[{"start": 0, "end": 1, "kind": "value", "operands": ["a.b.c"], "unit": "件"}]',
        '[{"start": -1, "end": 1, "kind": "value", "operands": ["a.b.c"]}]',
        '[{"start": 1, "end": 2, "kind": "value", "operands": ["a.b.c"]},'
        ' {"start": 0, "end": 1, "kind": "value", "operands": ["a.b.c"]}]',
        '[{"start": 0, "end": 1, "kind": "value", "operands": ["a.b.c", "5"]}]',
        '[{"start": 0, "end": 1, "kind": "share", "operands": ["a.b.c"]}]',
        '[{"start": 0, "end": 1, "kind": "value", "operands": ["about 5"]}]',
        '[{"start": 0, "end": 1, "kind": "guess", "operands": ["a.b.c"]}]',
        '[{"start": 0, "end": 1, "kind": "share", "operands": ["1", "2"], "decimals": 5}]',
    ],
)
def test_a_figure_that_cannot_be_right_is_refused(figures: str) -> None:
    source = FigureSource(FigureKind.VALUE, (_CELL,))
    data = encode_report(_report(Paragraph("200件", (Figure(0, 3, source),)))).decode()
    start = data.index("[", data.index('"figures"'))
    end = data.index("]", data.index("]", start) + 1) + 1
    with pytest.raises(RecordError):
        decode_report((data[:start] + figures + data[end:]).encode())
    assert decode_report(data.encode()).chapters[0].paragraphs[0].figures
