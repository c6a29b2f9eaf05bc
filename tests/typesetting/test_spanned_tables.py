"""The tables of the form of 2021 on pages: wherever a page ends, and however long their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from tests.typesetting.printed_cells import (
    Box,
    box_around,
    middle,
    open_cells,
    table_runs,
    value_runs,
)
from xjdesk.core.address import CellAddress, HeadingAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.table import Column, LabelPlace, Panel, Row, RowKind, Table
from xjdesk.core.table_layout import layout_of
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.cell_setting import set_cells
from xjdesk.typesetting.document import Typesetter, typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.lines.compositor import Compositor
from xjdesk.typesetting.page_map import find, place_at
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import GlyphRun, Origin, Page, PageSet
from xjdesk.typesetting.table_cells import TableCell

_PUBLISHED = PageOptions(letterhead=Letterhead.NONE)
_LINES = range(1, 24)
"""Lines of text above the tables: as many as a page has, so that it ends anywhere in these."""


@pytest.fixture(scope="module")
def form_2021() -> Form:
    return shipped_forms().form("zfxxgk-2021")


@pytest.fixture(scope="module")
def huaian(form_2021: Form) -> Report:
    return clean_report(HUAIAN_2024, form_2021)


def _below(report: Report, lines: int) -> Report:
    """The report with so many lines of text above its tables."""
    chapters = tuple(
        replace(chapter, paragraphs=(Paragraph("正文。"),) * lines)
        if chapter.id == "overview"
        else replace(chapter, paragraphs=())
        for chapter in report.chapters
    )
    return replace(report, chapters=chapters)


@pytest.fixture(scope="module")
def every_ending(huaian: Report, form_2021: Form, fonts: FontSet) -> list[PageSet]:
    return [typeset(_below(huaian, n), form_2021, fonts, _PUBLISHED) for n in _LINES]


def _pages(every_ending: list[PageSet]) -> Iterator[Page]:
    return (page for pages in every_ending for page in pages.pages)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_cell_is_ruled_all_round_and_holds_what_stands_in_it(
    every_ending: list[PageSet], fonts: FontSet
) -> None:
    for page in _pages(every_ending):
        assert open_cells(page, fonts) == []


def test_the_headings_beside_rows_stand_on_every_page_of_these(
    every_ending: list[PageSet], form_2021: Form
) -> None:
    table = form_2021.table("requests")
    beginnings: set[str] = set()
    for page in _pages(every_ending):
        rows = [address.row for address, _ in value_runs(page) if address.table == table.id]
        text = _squeezed(page.text)
        beginnings.update(rows[:1])
        for row in rows:
            heads = [head for head in _heads(form_2021, row) if _squeezed(head) not in text]
            assert heads == [], (page.number, row)
    assert len(beginnings) > 7


def _heads(form: Form, row_id: str) -> list[str]:
    rows = form.table("requests").rows
    at = next(number for number, row in enumerate(rows) if row.id == row_id)
    heads: list[str] = []
    level = rows[at].level
    for row in reversed(rows[:at]):
        if row.level < level:
            heads.append(row.label)
            level = row.level
    return heads


def test_captions_stand_on_every_page_of_their_rows(
    every_ending: list[PageSet], form_2021: Form
) -> None:
    header = layout_of(form_2021.table("requests")).header
    captions = [_squeezed(cell.text) for row in header for cell in row.cells]
    for page in _pages(every_ending):
        text = _squeezed(page.text)
        for table, row in {(address.table, address.row) for address, _ in value_runs(page)}:
            if table == "requests":
                assert all(caption in text for caption in captions)
            if table == "disclosure":
                assert form_2021.table(table).panel_of(row).caption in text


def test_no_row_of_a_group_is_left_alone(every_ending: list[PageSet], form_2021: Form) -> None:
    """Not even the last one of the table, which the official blank itself leaves so."""
    table = form_2021.table("requests")
    groups: dict[str, list[str]] = {"": [row.id for row in table.rows if row.is_indicator]}
    for row in table.rows:
        if row.is_indicator and row.level == 2:
            groups.setdefault(_heads(form_2021, row.id)[0], []).append(row.id)
    for page in _pages(every_ending):
        here = {address.row for address, _ in value_runs(page)}
        for name, rows in groups.items():
            assert len(here & set(rows)) != 1, (page.number, name)


@pytest.mark.parametrize("chapter", ["disclosure", "requests", "review"])
def test_the_chapter_heading_stands_above_the_first_row(
    chapter: str, every_ending: list[PageSet]
) -> None:
    for page in _pages(every_ending):
        held = [run.origin.place for run in page.runs if run.origin]
        if HeadingAddress(chapter) in held:
            behind = held[held.index(HeadingAddress(chapter)) :]
            cells = (place for place in behind if isinstance(place, CellAddress))
            assert next(cells).table == chapter


def test_every_value_is_found_and_found_again_where_it_stands(
    every_ending: list[PageSet], form_2021: Form, fonts: FontSet
) -> None:
    for pages in every_ending:
        for address in form_2021.indicator_cells():
            spot = find(pages, Origin(address, 0), fonts)
            assert spot is not None
            page = pages.pages[spot.page_number - 1]
            origin = place_at(page, spot.x_mm + 0.1, spot.top_mm + spot.height_mm / 2, fonts)
            assert origin == Origin(address, 0)


def test_anywhere_in_its_cell_a_value_is_meant_also_a_blank_one(
    huaian: Report, form_2021: Form, fonts: FontSet
) -> None:
    blank = replace(huaian, values={})
    for report in (huaian, blank):
        for page in typeset(report, form_2021, fonts, _PUBLISHED).pages:
            for address, box in _boxes(page).items():
                for x in (box.left + 0.2, box.right - 0.2):
                    for y in (box.top + 0.2, box.bottom - 0.2):
                        origin = place_at(page, x, y, fonts)
                        assert origin is not None
                        assert origin.place == address


def _boxes(page: Page) -> Mapping[CellAddress, Box]:
    found = {address: box_around(page, *middle(run)) for address, run in value_runs(page)}
    return {address: box for address, box in found.items() if box}


def test_the_label_of_a_heading_leads_to_the_first_value_beside_it_on_its_page(
    every_ending: list[PageSet], fonts: FontSet
) -> None:
    seen = 0
    for page in _pages(every_ending):
        for run in table_runs(page):
            if run.text != "不予公开":
                continue
            box = box_around(page, *middle(run))
            assert box is not None
            beside = [
                (address, inner)
                for address, inner in _boxes(page).items()
                if inner.left > box.left and box.top <= inner.top < box.bottom
            ]
            first = min(beside, key=lambda pair: (pair[1].top, pair[1].left))[0]
            origin = place_at(page, *middle(run), fonts)
            assert origin is not None
            assert origin.place == first
            seen += 1
    assert seen > len(_LINES)


_LONGEST = {"disclosure": 9_999_999, "requests": 99_999, "review": 99_999}


def _sizes(pages: PageSet, table: str) -> set[float]:
    runs = (found for page in pages.pages for found in value_runs(page))
    return {run.size_pt for address, run in runs if address.table == table}


def _filled_with(report: Report, form: Form, numbers: Mapping[str, int]) -> Report:
    values = {cell: Decimal(numbers[cell.table]) for cell in form.indicator_cells()}
    return replace(report, values=values)


def _whole_numbers(pages: PageSet) -> Iterator[tuple[CellAddress, GlyphRun]]:
    return (found for page in pages.pages for found in value_runs(page))


def test_usual_numbers_are_printed_in_the_size_of_the_labels(
    huaian: Report, form_2021: Form, fonts: FontSet
) -> None:
    report = _filled_with(huaian, form_2021, _LONGEST)
    pages = typeset(report, form_2021, fonts, _PUBLISHED)
    assert [_sizes(pages, table) for table in _LONGEST] == [{10.5}, {9.0}, {9.0}]


@pytest.mark.parametrize("longer", [10, 100])
def test_a_longer_number_stays_whole_in_a_smaller_size_of_the_whole_table(
    longer: int, huaian: Report, form_2021: Form, fonts: FontSet
) -> None:
    table, number = "review", _LONGEST["review"] * longer
    address = CellAddress(table, "cases", "after_total")
    report = replace(huaian, values={**huaian.values, address: Decimal(number)})
    pages = typeset(report, form_2021, fonts, _PUBLISHED)
    texts = [run.text for at, run in _whole_numbers(pages) if at == address]
    assert texts == [show_number(Decimal(number))]
    (size,) = _sizes(pages, table)
    assert 6.5 <= size < 9.0
    assert _sizes(pages, "requests") == {9.0}


def test_a_number_that_no_size_makes_fit_is_broken_and_stays_readable(
    huaian: Report, form_2021: Form, fonts: FontSet
) -> None:
    report = _filled_with(huaian, form_2021, dict.fromkeys(_LONGEST, 10**14 - 1))
    pages = typeset(report, form_2021, fonts, _PUBLISHED)
    assert _sizes(pages, "review") == {7.0}
    for page in pages.pages:
        assert open_cells(page, fonts) == []


def test_rows_are_as_high_as_the_heading_beside_them_needs(
    huaian: Report, form_2021: Form, fonts: FontSet
) -> None:
    label = "本年度办理结果和上年结转" * 4
    table = Table(
        "t",
        "表",
        "",
        "",
        "",
        "review",
        (
            Panel(
                (Column("c", "数"),),
                (
                    Row("h", label, 0, RowKind.HEADING),
                    Row("a", "甲", 1, RowKind.INDICATOR),
                    Row("b", "乙", 1, RowKind.INDICATOR),
                ),
            ),
        ),
        LabelPlace.BESIDE,
    )
    pages = typeset(huaian, replace(form_2021, tables=(table,)), fonts, _PUBLISHED)
    (page,) = (page for page in pages.pages if any(value_runs(page)))
    lines = [run for run in table_runs(page) if run.text and run.text in label]
    assert "".join(run.text for run in lines) == label
    boxes = {box_around(page, *middle(run)) for run in lines}
    assert len(boxes) == 1
    upper, lower = (box.bottom - box.top for box in _boxes(page).values())
    assert upper == pytest.approx(lower)


def test_after_an_edit_only_its_row_is_set_anew(
    huaian: Report, form_2021: Form, fonts: FontSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = CellAddress("requests", "granted", "natural")
    edited = replace(huaian, values={**huaian.values, address: Decimal(7)})
    typesetter = Typesetter(fonts)
    typesetter.typeset(huaian, form_2021, _PUBLISHED)
    anew: list[str] = []

    def counting(compositor: Compositor, cells: tuple[TableCell, ...], least_mm: float) -> Block:
        anew.append("".join(cell.text for cell in cells))
        return set_cells(compositor, cells, least_mm)

    monkeypatch.setattr("xjdesk.typesetting.table_rows.set_cells", counting)
    again = typesetter.typeset(edited, form_2021, _PUBLISHED)
    assert anew == ["（一）予以公开721005031362"]
    assert again == typeset(edited, form_2021, fonts, _PUBLISHED)
