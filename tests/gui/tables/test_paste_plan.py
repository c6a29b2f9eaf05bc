"""Where a copied range lands in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.address import CellAddress
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import empty_report
from xjdesk.gui.document import Document
from xjdesk.gui.icons import Icons
from xjdesk.gui.severity_look import SeverityLook, severity_look
from xjdesk.gui.tables.model import TableModel
from xjdesk.gui.tables.moves import At
from xjdesk.gui.tables.paste_plan import plan_paste
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project import new_project

LIBRARY = shipped_forms()
FORM = LIBRARY.form("zfxxgk-2021")
CLEAN = clean_report(HUAIAN_2024, FORM)
Range = list[list[str]]


def _document() -> Document:
    project = new_project(empty_report(FORM, 2024), LIBRARY.source(FORM.id))
    return Document(project, FORM, None, None)


@pytest.fixture
def blank(qapp: QApplication) -> Iterator[Document]:
    document = _document()
    yield document
    document.close()


def _model(document: Document, table_id: str, look: SeverityLook) -> TableModel:
    model = TableModel(document, FORM.table(table_id), look)
    document.changed.connect(model.refresh)
    return model


def _paste(model: TableModel, rows: Range, at: At) -> str:
    plan = plan_paste(model, rows, at)
    model.fill(plan.fitting, "粘贴")
    return plan.sentence


def _as_worksheet(table_id: str, *, header: bool, labels: bool) -> Range:
    """The table of the clean report as a worksheet copies it: covered cells are empty fields."""
    document = _document()
    document.report = CLEAN
    model = TableModel(document, FORM.table(table_id), severity_look(Icons(resource)))
    grid = model.grid
    first = 0 if labels else grid.first_value_column
    captions = [[""] * grid.mark_column for _ in grid.header]
    for number, row in enumerate(grid.header):
        for cell in row.cells:
            captions[number][cell.column] = cell.text
    body = [
        [model.text(row, column) for column in range(first, grid.mark_column)]
        for row in range(grid.row_count)
    ]
    document.close()
    return [row[first:] for row in captions if header] + body


def _as_word(table_id: str) -> Range:
    """The same as a word processor copies it: a cell that spans columns is one field."""
    rows = _as_worksheet(table_id, header=True, labels=True)
    document = _document()
    grid = TableModel(document, FORM.table(table_id), severity_look(Icons(resource))).grid
    top = len(grid.header)
    found: Range = []
    for number, row in enumerate(rows):
        if number < top:
            columns = sorted({c.column for c in grid.header[number].cells})
        else:
            cells = (grid.cell(number - top, column) for column in range(grid.mark_column))
            columns = sorted({cell.column for cell in cells if cell is not None})
        found.append([row[column] for column in columns])
    document.close()
    return found


def _is_like_clean(document: Document, table_id: str) -> bool:
    cells = [c for c in FORM.indicator_cells() if c.table == table_id]
    return all(
        show_entry(document.report.value(cell)) == show_entry(CLEAN.value(cell)) for cell in cells
    )


@pytest.mark.parametrize("table_id", ["disclosure", "requests", "review"])
@pytest.mark.parametrize("labels", [True, False])
def test_a_whole_table_lands_in_the_right_cells(
    blank: Document, look: SeverityLook, table_id: str, labels: bool
) -> None:
    model = _model(blank, table_id, look)
    rows = _as_worksheet(table_id, header=False, labels=labels)
    at = (0, 0 if labels else model.grid.first_value_column)
    cells = sum(c.table == table_id for c in FORM.indicator_cells())
    assert _paste(model, rows, at) == f"已填入{cells}格。"
    assert _is_like_clean(blank, table_id)
    assert blank.stack.count() == 1


@pytest.mark.parametrize("at", [(0, 0), (0, 3), (7, 5)])
def test_a_table_copied_with_its_captions_finds_its_place(
    blank: Document, look: SeverityLook, at: At
) -> None:
    model = _model(blank, "requests", look)
    told = _paste(model, _as_worksheet("requests", header=True, labels=True), at)
    assert told == "已按粘贴内容中的行名、列名对齐，填入175格。"
    assert _is_like_clean(blank, "requests")


@pytest.mark.parametrize("table_id", ["disclosure", "requests"])
def test_rows_copied_from_a_word_processor_find_their_cells(
    blank: Document, look: SeverityLook, table_id: str
) -> None:
    model = _model(blank, table_id, look)
    _paste(model, _as_word(table_id), (0, 0))
    assert _is_like_clean(blank, table_id)


def test_numbers_begun_at_a_label_go_into_the_first_value_column(
    blank: Document, look: SeverityLook
) -> None:
    model = _model(blank, "requests", look)
    _paste(model, [["1", "2"], ["3", "4"]], (0, 0))
    received = CellAddress("requests", "received", "natural")
    assert blank.report.value(received) == 1
    assert blank.report.value(CellAddress("requests", "carried_in", "business")) == 4


def test_labels_that_stand_nowhere_in_the_table_are_refused(
    blank: Document, look: SeverityLook
) -> None:
    model = _model(blank, "disclosure", look)
    told = _paste(model, [["行政检查", "5"], ["行政奖励", "6"]], (2, 0))
    assert (
        told == "粘贴内容中的“行政检查”与表中此处的“规章”对不上，没有粘贴；请从对应的格开始粘贴。"
    )
    assert not blank.report.values


def test_a_range_whose_labels_are_in_another_order_is_refused(
    blank: Document, look: SeverityLook
) -> None:
    model = _model(blank, "disclosure", look)
    told = _paste(model, [["行政强制", "5"], ["行政处罚", "6"]], (9, 0))
    assert "对不上" in told
    assert not blank.report.values


def test_labels_never_become_the_content_of_cells(blank: Document, look: SeverityLook) -> None:
    model = _model(blank, "disclosure", look)
    told = _paste(model, [["行政处罚", "5"], ["行政强制", "6"]], (2, 1))
    assert told == "已按粘贴内容中的行名、列名对齐，填入2格。"
    assert blank.report.value(CellAddress("disclosure", "penalties", "decisions")) == 5
    assert blank.report.value(CellAddress("disclosure", "coercive_measures", "decisions")) == 6


def test_what_found_no_place_is_told(blank: Document, look: SeverityLook) -> None:
    model = _model(blank, "disclosure", look)
    told = _paste(model, [["5", "6"], ["", ""]], (6, 1))
    assert told == "已填入1格，另有1格不是可填的格，没有填。"


def test_numbers_are_read_in_the_unit_of_their_column(blank: Document, look: SeverityLook) -> None:
    model = _model(blank, "disclosure", look)
    _paste(model, [["第二十条第（八）项"], ["信息内容"], ["行政事业性收费", "12.5万元"]], (11, 0))
    assert blank.report.value(CellAddress("disclosure", "fees", "amount")) == Decimal("12.5")


@st.composite
def _ranges(draw: st.DrawFn) -> tuple[str, int, int, int, int]:
    table_id = draw(st.sampled_from(["disclosure", "requests", "review"]))
    document = _document()
    grid = TableModel(document, FORM.table(table_id), SeverityLook({})).grid
    document.close()
    rows = sorted(draw(st.tuples(*[st.integers(0, grid.row_count - 1)] * 2)))
    columns = sorted(draw(st.tuples(*[st.integers(0, grid.mark_column)] * 2)))
    return table_id, rows[0], rows[1], columns[0], columns[1]


@given(_ranges())
def test_what_is_copied_is_pasted_back_to_the_same_cells(
    qapp: QApplication, chosen: tuple[str, int, int, int, int]
) -> None:
    table_id, top, bottom, left, right = chosen
    document = _document()
    model = _model(document, table_id, SeverityLook({}))
    document.report = CLEAN
    rows = [
        [model.text(row, column) for column in range(left, right + 1)]
        for row in range(top, bottom + 1)
    ]
    begun = {
        (row, column)
        for row, column in model.grid.fillable
        if top <= row <= bottom and left <= column <= right
    }
    cells = {address for place in begun if (address := model.grid.address(*place)) is not None}
    document.report = replace(CLEAN, values={})
    if len(rows) > 1 or len(rows[0]) > 1:
        _paste(model, rows, (top, left))
        filled = {c: v for c, v in CLEAN.values.items() if c in cells}
        assert document.report.values == filled
    document.close()
