from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from tests.core.report_states import FORM, reports
from xjdesk.core.address import CellAddress, ParagraphAddress, YearAddress
from xjdesk.core.change import Change, ChangeError, apply_all, inverse_of
from xjdesk.core.difference import difference
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report

_EMPTY = empty_report(FORM, 2016)


def _written(report: Report) -> str:
    """All of a report as it is written: 5 and 5.00 are equal, but not the same in print."""
    inner = (report.fields, report.values, report.explanations)
    return str(
        (report.form_id, report.year, report.chapters, [sorted(m.items(), key=str) for m in inner])
    )


def _with_paragraphs(*texts: str) -> Report:
    chapter = replace(_EMPTY.chapters[1], paragraphs=tuple(map(Paragraph, texts)))
    return replace(_EMPTY, chapters=(_EMPTY.chapters[0], chapter, *_EMPTY.chapters[2:]))


@given(reports(), reports())
def test_the_difference_leads_from_one_state_to_the_other_and_back(
    old: Report, new: Report
) -> None:
    changes = difference(old, new)
    assert _written(apply_all(old, changes)) == _written(new)
    assert _written(apply_all(new, inverse_of(changes))) == _written(old)
    assert all(change.is_real for change in changes)
    assert len({change.address for change in changes}) == len(changes)


@given(reports())
def test_there_is_no_difference_to_itself(report: Report) -> None:
    assert difference(report, report) == ()


def test_a_number_written_otherwise_differs() -> None:
    cell = CellAddress("statistics", "funds", "count")
    old, new = (replace(_EMPTY, values={cell: Decimal(text)}) for text in ("5", "5.00"))
    (change,) = difference(old, new)
    assert (str(change.old), str(change.new)) == ("5", "5.00")


def test_a_figure_with_a_number_written_otherwise_differs() -> None:
    def with_operand(text: str) -> Report:
        source = FigureSource(FigureKind.VALUE, (Decimal(text),))
        paragraph = Paragraph("5件", (Figure(0, 1, source),))
        first = replace(_EMPTY.chapters[0], paragraphs=(paragraph,))
        return replace(_EMPTY, chapters=(first, *_EMPTY.chapters[1:]))

    new = with_operand("5.00")
    changes = difference(with_operand("5"), new)
    assert _written(apply_all(with_operand("5"), changes)) == _written(new)
    assert len(changes) == 1


def test_paragraphs_that_stay_are_no_part_of_it() -> None:
    old, new = _with_paragraphs(*"abcde"), _with_paragraphs(*"abXde", "f")
    where = "overview"
    assert difference(old, new) == (
        Change(ParagraphAddress(where, 5), (), (Paragraph("f"),)),
        Change(ParagraphAddress(where, 2), (Paragraph("c"),), (Paragraph("X"),)),
    )
    assert difference(old, _with_paragraphs(*"abde")) == (
        Change(ParagraphAddress(where, 2), (Paragraph("c"),), ()),
    )


def test_beyond_any_report_paragraphs_are_replaced_together() -> None:
    """Where to compare each with each would take minutes."""
    texts = [str(number) for number in range(1000)]
    old, new = _with_paragraphs(*texts), _with_paragraphs(*texts[:1], "x", *texts[2:-2], "y", "999")
    (change,) = difference(old, new)
    assert apply_all(old, [change]) == new
    few = difference(_with_paragraphs(*texts[:99]), _with_paragraphs(*texts[1:98]))
    assert len(few) == 2
    longer = _with_paragraphs("new", *texts)
    assert difference(old, longer) == (
        Change(ParagraphAddress("overview", 0), (), (Paragraph("new"),)),
    )


def test_the_year_is_part_of_it() -> None:
    assert difference(_EMPTY, replace(_EMPTY, year=2017)) == (Change(YearAddress(), 2016, 2017),)


@pytest.mark.parametrize(
    "other",
    [
        replace(_EMPTY, form_id="another"),
        replace(_EMPTY, chapters=_EMPTY.chapters[1:]),
        replace(_EMPTY, chapters=(*_EMPTY.chapters, Chapter("added_1", "", ()))),
        replace(_EMPTY, chapters=_EMPTY.chapters[::-1]),
    ],
    ids=["form", "fewer", "more", "order"],
)
def test_reports_that_no_change_leads_between_are_refused(other: Report) -> None:
    for old, new in ((_EMPTY, other), (other, _EMPTY)):
        with pytest.raises(ChangeError):
            difference(old, new)
