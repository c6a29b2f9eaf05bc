"""What holds for every table that a form may define, wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import Phase, Verbosity, given, settings
from hypothesis import strategies as st

from tests.typesetting.printed_cells import box_around, middle, open_cells, table_runs, value_runs
from tests.typesetting.random_tables import tables, values
from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry, show_entry
from xjdesk.core.report import Report
from xjdesk.core.table import RowKind, Table
from xjdesk.core.table_layout import CellRole, TableLayout, layout_of
from xjdesk.typesetting.document import typeset
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import TEXT_BOTTOM_MM, TEXT_TOP_MM, TEXT_WIDTH_MM
from xjdesk.typesetting.page_map import place_at
from xjdesk.typesetting.pages import Ink, Page, PageSet

Filled = tuple[Table, Mapping[CellAddress, Entry]]
Print = Callable[[Filled], PageSet]

_filled = (
    st.sampled_from(("requests", ""))
    .flatmap(tables)
    .flatmap(lambda table: st.tuples(st.just(table), values(table)))
)
every_table = given(filled=_filled)
few = settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    verbosity=Verbosity.quiet,
)
"""To shrink a table takes minutes, to print it pages; the assertions say what is wrong."""


@pytest.fixture(scope="module")
def pages_of(sample: Report, form: Form, fonts: FontSet) -> Print:
    def printed(filled: Filled) -> PageSet:
        table, entries = filled
        report = replace(sample, values=entries)
        return typeset(report, replace(form, tables=(table,)), fonts)

    return printed


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _table_pages(pages: PageSet) -> list[Page]:
    return [page for page in pages.pages if any(value_runs(page))]


@few
@every_table
def test_every_cell_is_printed_once_on_one_page(filled: Filled, pages_of: Print) -> None:
    table, entries = filled
    printed: dict[CellAddress, Counter[int]] = {}
    texts: Counter[CellAddress] = Counter()
    for page in pages_of(filled).pages:
        for address, run in value_runs(page):
            printed.setdefault(address, Counter())[page.number] += 1
            texts[address] += len(run.text)
    takers = {cell for cell in table.addresses() if table.row(cell.row).is_indicator}
    assert takers <= set(printed)
    assert all(len(pages) == 1 for pages in printed.values())
    for address in takers:
        assert texts[address] == len(show_entry(entries.get(address))), address


@few
@every_table
def test_no_row_is_split_between_pages(filled: Filled, pages_of: Print) -> None:
    found: dict[str, set[int]] = {}
    for page in pages_of(filled).pages:
        for address, _ in value_runs(page):
            found.setdefault(address.row, set()).add(page.number)
    assert all(len(numbers) == 1 for numbers in found.values())


@few
@every_table
def test_what_stands_in_a_cell_stands_between_rules_that_close_it(
    filled: Filled, pages_of: Print, fonts: FontSet
) -> None:
    for page in _table_pages(pages_of(filled)):
        assert open_cells(page, fonts) == []
        for rule in page.rules:
            if rule.ink is Ink.BLACK:
                assert TEXT_TOP_MM - 0.01 <= rule.y0 <= rule.y1 <= TEXT_BOTTOM_MM + 0.01
                assert page.left_mm - 0.01 <= rule.x0
                assert rule.x1 <= page.left_mm + TEXT_WIDTH_MM + 0.01


@few
@every_table
def test_no_two_cells_stand_between_the_same_rules(filled: Filled, pages_of: Print) -> None:
    for page in _table_pages(pages_of(filled)):
        boxes: dict[CellAddress, object] = {}
        for address, run in value_runs(page):
            boxes[address] = box_around(page, *middle(run))
        assert len(set(boxes.values())) == len(boxes)


def _captions_over(layout: TableLayout, row_id: str) -> list[str]:
    """The captions under which a row stands: those printed last before it."""
    captions: list[str] = []
    is_behind_rows = False
    for row in (*layout.header, *layout.body):
        if row.row is None:
            captions = [] if is_behind_rows else captions
            captions += [_squeezed(cell.text) for cell in row.cells]
        elif row.row.id == row_id:
            break
        is_behind_rows = row.row is not None
    return captions


@few
@every_table
def test_captions_stand_on_every_page_above_their_rows(filled: Filled, pages_of: Print) -> None:
    layout = layout_of(filled[0], filled[1])
    for page in _table_pages(pages_of(filled)):
        text = Counter(_squeezed("".join(run.text for run in table_runs(page))))
        for row in {address.row for address, _ in value_runs(page)}:
            wanted = Counter("".join(_captions_over(layout, row)))
            assert wanted <= text, row


@few
@every_table
def test_headings_beside_rows_stand_on_every_page_of_these(filled: Filled, pages_of: Print) -> None:
    layout = layout_of(filled[0], filled[1])
    spans = [
        (cell, {row.row.id for row in layout.body[at : at + cell.row_span] if row.row})
        for at, begun in enumerate(layout.body)
        for cell in begun.cells
        if cell.role is CellRole.LABEL and cell.row_span > 1
    ]
    for page in _table_pages(pages_of(filled)):
        here = {address.row for address, _ in value_runs(page)}
        text = _squeezed(page.text)
        for cell, rows in spans:
            assert _number_of(cell.text) in text or not rows & here, cell.text


def _number_of(label: str) -> str:
    """The end of a label, by which no other is like it; lines are broken before it."""
    return label.lstrip("收到申请数量政府信息公开结转办理（一）")


@few
@every_table
def test_a_point_in_a_value_leads_to_its_cell(
    filled: Filled, pages_of: Print, fonts: FontSet
) -> None:
    for page in _table_pages(pages_of(filled)):
        for address, run in value_runs(page):
            origin = place_at(page, *middle(run), fonts)
            assert origin is not None
            assert origin.place == address


@few
@every_table
def test_a_table_does_not_begin_on_a_page_without_rows(filled: Filled, pages_of: Print) -> None:
    for page in pages_of(filled).pages:
        has_table = any(rule.x0 == rule.x1 for rule in page.rules)
        assert has_table == any(value_runs(page)), page.number


@few
@every_table
def test_a_page_does_not_end_with_a_heading_above_its_rows(filled: Filled, pages_of: Print) -> None:
    headings = {row.label for row in filled[0].rows if row.kind is RowKind.HEADING}
    for page in _table_pages(pages_of(filled)):
        last = max(value_runs(page), key=lambda found: found[1].baseline_mm)[0]
        assert filled[0].row(last.row).label not in headings
