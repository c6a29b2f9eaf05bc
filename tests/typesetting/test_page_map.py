"""From the report to the pages and back, on pages made by hand."""

from __future__ import annotations

import pytest

from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.document_fields import DIRECTION, ORGAN, SEAL, SIGNER, TITLE
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.page_map import Spot, find, place_at
from xjdesk.typesetting.pages import Face, GlyphRun, Origin, Page, PageSet, Rule

SIZE = 16.0
EM = mm(SIZE)
TEXT = ParagraphAddress("overview", 1)
RECEIVED = CellAddress("statistics", "received", "count")
RATE = CellAddress("statistics", "received", "rate")
EMPTY = CellAddress("statistics", "received", "share")


def _run(text: str, x: float, y: float, place: Place | None, start: int = 0) -> GlyphRun:
    origin = Origin(place, start) if place else None
    return GlyphRun(Face.FANGSONG, SIZE, x, y, text, origin=origin)


def _pages(*runs: tuple[GlyphRun, ...], rules: tuple[Rule, ...] = ()) -> PageSet:
    pages = tuple(Page(number, 28.0, on_it, rules) for number, on_it in enumerate(runs, 1))
    return PageSet(pages, (), frozenset({Face.FANGSONG}), ())


HEADING = _run("一、工作情况", 28.0, 50.0, HeadingAddress("overview"))
FIRST_LINE = _run("年初，县政府召开", 39.0, 60.0, TEXT, 2)
SECOND_LINE = _run("会议。", 28.0, 70.0, TEXT, 10)
TWO_PAGES = _pages((HEADING, FIRST_LINE), (SECOND_LINE, _run("— 2 —", 34.0, 270.0, None)))


def _across(y: float) -> Rule:
    return Rule(28.0, y, 148.0, y, 0.2)


def _down(x: float) -> Rule:
    return Rule(x, 100.0, x, 120.0, 0.2)


# Labels in two lines at the left, one value in the second column, none in the third.
ROW = _pages(
    (
        _run("收到政府", 30.0, 108.0, None),
        _run("申请数", 30.0, 115.0, None),
        _run("39", 80.0, 111.5, RECEIVED),
        _run("其他", 30.0, 128.0, None),
    ),
    rules=(_across(100.0), _across(120.0), _across(130.0), *map(_down, (28.0, 70.0, 110.0, 148.0))),
)


def test_a_character_is_found_on_its_page_and_line(fonts: FontSet) -> None:
    top = 60.0 - (0.5 + fonts.centre_em(Face.FANGSONG)) * EM
    assert find(TWO_PAGES, Origin(TEXT, 2), fonts) == Spot(1, 39.0, top, EM)
    spot = find(TWO_PAGES, Origin(TEXT, 4), fonts)
    assert spot is not None
    assert spot.x_mm == pytest.approx(39.0 + 2 * EM)


def test_between_two_lines_the_caret_stands_at_the_second(fonts: FontSet) -> None:
    spot = find(TWO_PAGES, Origin(TEXT, 10), fonts)
    assert spot is not None
    assert (spot.page_number, spot.x_mm) == (2, 28.0)


@pytest.mark.parametrize("beyond", [13, 99])
def test_at_the_end_of_the_text_it_stands_behind_the_last_character(
    fonts: FontSet, beyond: int
) -> None:
    spot = find(TWO_PAGES, Origin(TEXT, beyond), fonts)
    assert spot is not None
    assert (spot.page_number, spot.x_mm) == (2, pytest.approx(28.0 + 3 * EM))


def test_blanks_that_are_not_printed_are_at_the_character_next_to_them(fonts: FontSet) -> None:
    assert find(TWO_PAGES, Origin(TEXT, 0), fonts) == find(TWO_PAGES, Origin(TEXT, 2), fonts)


def test_a_span_is_found_where_its_first_character_is(fonts: FontSet) -> None:
    span = SpanAddress("overview", 1, 11, 13)
    assert find(TWO_PAGES, Origin(span, 0), fonts) == find(TWO_PAGES, Origin(TEXT, 11), fonts)


def test_an_empty_paragraph_is_shown_at_the_end_of_what_precedes_it(fonts: FontSet) -> None:
    behind = find(TWO_PAGES, Origin(TEXT, 13), fonts)
    assert find(TWO_PAGES, Origin(ParagraphAddress("overview", 3), 0), fonts) == behind
    heading = find(TWO_PAGES, Origin(HeadingAddress("overview"), 6), fonts)
    assert find(TWO_PAGES, Origin(ParagraphAddress("overview", 0), 0), fonts) == heading


def test_an_empty_cell_is_shown_in_its_row(fonts: FontSet) -> None:
    assert find(ROW, Origin(EMPTY, 0), fonts) == find(ROW, Origin(RECEIVED, 0), fonts)
    assert find(ROW, Origin(CellAddress("statistics", "other", "count"), 0), fonts) is None


def test_what_is_not_printed_is_not_found(fonts: FontSet) -> None:
    assert find(TWO_PAGES, Origin(SIGNER, 0), fonts) is None
    assert find(TWO_PAGES, Origin(ParagraphAddress("summary", 0), 0), fonts) is None


def test_a_run_without_characters_marks_where_they_would_be(fonts: FontSet) -> None:
    pages = _pages((_run("", 90.0, 60.0, SIGNER),))
    spot = find(pages, Origin(SIGNER, 0), fonts)
    assert spot is not None
    assert spot.x_mm == 90.0
    assert place_at(pages.pages[0], 95.0, 59.0, fonts) == Origin(SIGNER, 0)


@pytest.mark.parametrize(
    ("x", "expected"),
    [(20.0, 2), (39.0, 2), (39.0 + 0.4 * EM, 2), (39.0 + 0.6 * EM, 3), (200.0, 10)],
)
def test_a_point_is_the_nearest_gap_between_characters(
    fonts: FontSet, x: float, expected: int
) -> None:
    assert place_at(TWO_PAGES.pages[0], x, 58.0, fonts) == Origin(TEXT, expected)


def test_between_lines_and_below_the_text_the_nearest_line_counts(fonts: FontSet) -> None:
    first = TWO_PAGES.pages[0]
    assert place_at(first, 39.0, 52.5, fonts) == Origin(HeadingAddress("overview"), 2)
    assert place_at(first, 39.0, 250.0, fonts) == Origin(TEXT, 2)


def test_rare_characters_count_as_one(fonts: FontSet) -> None:
    page = _pages((_run("𬱖国", 28.0, 60.0, TITLE),)).pages[0]
    assert place_at(page, 200.0, 58.0, fonts) == Origin(TITLE, 2)


def test_text_that_the_report_does_not_hold_is_no_place(fonts: FontSet) -> None:
    assert place_at(TWO_PAGES.pages[1], 36.0, 269.0, fonts) is None
    assert place_at(Page(1, 28.0, (), ()), 36.0, 269.0, fonts) is None


def test_on_a_label_the_start_of_its_field_is_meant(fonts: FontSet) -> None:
    name = FieldAddress("signoff", "head")
    for label in (
        (_run("单位负责人：", 28.0, 60.0, name, -6),),
        (_run("单位负责人", 28.0, 60.0, name, -6), _run("：", 28.0 + 5 * EM, 60.0, name, -1)),
    ):
        page = _pages((*label, _run("马志宏", 28.0 + 6 * EM, 60.0, name))).pages[0]
        for part in label:
            assert place_at(page, part.x_mm + EM / 4, 58.0, fonts) == Origin(name, 0)


@pytest.mark.parametrize("offset", range(4))
def test_the_spot_in_a_field_is_never_in_its_label(fonts: FontSet, offset: int) -> None:
    name = FieldAddress("signoff", "head")
    label = _run("单位负责人：", 28.0, 60.0, name, -6)
    pages = _pages((label, _run("马志宏", 28.0 + 6 * EM, 60.0, name)))
    spot = find(pages, Origin(name, offset), fonts)
    assert spot is not None
    assert spot.x_mm == pytest.approx(28.0 + (6 + offset) * EM)


def test_the_spot_in_an_empty_field_is_behind_its_label(fonts: FontSet) -> None:
    name = FieldAddress("signoff", "head")
    spot = find(_pages((_run("单位负责人：", 28.0, 60.0, name, -6),)), Origin(name, 0), fonts)
    assert spot is not None
    assert spot.x_mm == pytest.approx(28.0 + 6 * EM)


@pytest.mark.parametrize(("x", "y"), [(31.0, 106.0), (75.0, 101.0), (120.0, 118.0)])
def test_anywhere_in_a_row_its_value_is_meant(fonts: FontSet, x: float, y: float) -> None:
    origin = place_at(ROW.pages[0], x, y, fonts)
    assert origin is not None
    assert origin.place == RECEIVED


def test_the_cell_under_the_point_comes_before_others_of_its_row(fonts: FontSet) -> None:
    page = ROW.pages[0]
    both = Page(1, 28.0, (*page.runs, _run("", 140.0, 111.5, RATE)), page.rules)
    assert place_at(both, 111.0, 110.0, fonts) == Origin(RATE, 0)
    assert place_at(both, 109.0, 110.0, fonts) == Origin(RECEIVED, 2)


def test_a_choice_is_shown_where_it_moves_something(fonts: FontSet) -> None:
    pages = _pages((_run("西吉县人民政府", 120.0, 60.0, ORGAN),))
    spot = find(pages, Origin(SEAL, 0), fonts)
    assert spot is not None
    assert (spot.page_number, spot.x_mm) == (1, 120.0)
    assert find(pages, Origin(DIRECTION, 0), fonts) is None
