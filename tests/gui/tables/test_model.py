"""The statistics table as Qt sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QIcon, QPalette
from PySide6.QtTest import QAbstractItemModelTester

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.severity import Severity
from xjdesk.core.table import Column
from xjdesk.gui.document import Document
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.tables.grid import ColumnRole
from xjdesk.gui.tables.model import PastedCell, TableModel
from xjdesk.storage.project import Project

Role = Qt.ItemDataRole
VALUES = 2


@pytest.fixture
def model(document: Document, look: SeverityLook) -> Iterator[TableModel]:
    model = TableModel(document, document.form.tables[0], look)
    model.use_palette(QPalette())
    document.changed.connect(model.refresh)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield model
    del tester


def _row(model: TableModel, row_id: str) -> int:
    return model.index_of(CellAddress("statistics", row_id, "count")).row()


def _cell(model: TableModel, row_id: str, column: int = VALUES) -> object:
    return model.index(_row(model, row_id), column).data()


def test_shows_label_unit_and_value(model: TableModel) -> None:
    assert _cell(model, "received", 0) == "（一）收到申请数"
    assert _cell(model, "received", 1) == "件"
    assert _cell(model, "received") == "200"
    assert _cell(model, "staff_full_time") == ""


def test_only_value_cells_of_indicators_are_editable(model: TableModel) -> None:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            is_editable = bool(model.index(row, column).flags() & Qt.ItemFlag.ItemIsEditable)
            is_value = model.grid.column_role(column) is ColumnRole.VALUE
            form_row = model.grid.form_row(row)
            assert form_row is not None
            assert is_editable == (is_value and form_row.is_indicator)


def test_a_heading_takes_no_number_but_gives_up_a_stray_one(
    model: TableModel, document: Document
) -> None:
    row = _row(model, "response_channels")
    stray = CellAddress("statistics", "response_channels", "count")
    assert document.report.value(stray) == 0
    assert not model.setData(model.index(row, VALUES), "3")
    assert not model.fill([PastedCell(row, VALUES, "3")], "粘贴")
    assert model.fill([PastedCell(row, VALUES, "")], "清除")
    assert document.report.value(stray) is None


def test_typed_text_is_understood(model: TableModel, document: Document) -> None:
    address = CellAddress("statistics", "trainees", "count")
    index = model.index_of(address)
    for typed, entry in (
        ("１，２３４人次", Decimal(1234)),
        ("约300", "约300"),
        ("", None),
    ):
        assert model.setData(index, typed)
        assert document.report.value(address) == entry


def test_no_control_character_gets_into_a_cell(model: TableModel, document: Document) -> None:
    address = CellAddress("statistics", "trainees", "count")
    row = model.index_of(address).row()
    for pasted, entry in (("4\x07", Decimal(4)), ("12\n345", "12；345"), ("约\x1b300", "约300")):
        assert model.fill([PastedCell(row, VALUES, pasted)], "粘贴")
        assert document.report.value(address) == entry


def test_decimals_can_be_written_out(model: TableModel, document: Document) -> None:
    address = CellAddress("statistics", "funds", "count")
    index = model.index_of(address)
    model.setData(index, "5")
    assert model.setData(index, "5.00")
    assert index.data() == "5.00"


def test_a_broken_relation_marks_every_cell_that_takes_part(model: TableModel) -> None:
    index = model.index_of(CellAddress("statistics", "received_in_person", "count"))
    tinted = ("received", "received_in_person", "received_by_letter")
    assert all(
        model.index(_row(model, row_id), VALUES).data(Role.BackgroundRole) is None
        for row_id in tinted
    )
    model.setData(index, "1")
    brushes = [
        model.index(_row(model, row_id), VALUES).data(Role.BackgroundRole) for row_id in tinted
    ]
    assert all(isinstance(brush, QBrush) for brush in brushes)
    assert all(model.row_severity(_row(model, row_id)) is Severity.ERROR for row_id in tinted)
    assert "收到申请数" in str(index.data(Role.ToolTipRole))
    model.setData(index, "0")
    assert model.row_severity(_row(model, "received")) is None


def test_a_hint_gives_a_sign_and_no_colour(model: TableModel) -> None:
    row = _row(model, "disclosed")
    assert model.row_severity(row) is Severity.HINT
    assert model.index(row, VALUES).data(Role.BackgroundRole) is None
    assert model.index(row, model.grid.mark_column).data(Role.AccessibleTextRole) == "提示"


def test_a_filled_range_is_one_step(model: TableModel, document: Document) -> None:
    first = _row(model, "gazette")
    cells = [PastedCell(first + down, VALUES, str(down)) for down in range(5)]
    assert model.fill(cells, "粘贴")
    assert document.stack.count() == 1
    assert document.stack.undoText() == "粘贴5格"


def test_every_value_column_of_the_form_is_a_column_of_the_grid(
    project: Project, form: Form, look: SeverityLook
) -> None:
    columns = (Column("count", "区政府"), Column("county", "区直单位"), Column("town", "乡镇"))
    panel = replace(form.tables[0].panels[0], columns=columns)
    table = replace(form.tables[0], panels=(panel,))
    wide = Document(project, replace(form, tables=(table,)), None)
    model = TableModel(wide, table, look)
    assert model.columnCount() == 7
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert headers == ["统计指标", "单位", "区政府", "区直单位", "乡镇", "审核", "算出合计"]
    model.setData(model.index_of(CellAddress("statistics", "meetings", "town")), "4")
    assert wide.report.value(CellAddress("statistics", "meetings", "town")) == 4
    wide.close()


def test_a_cell_bears_the_sign_of_its_findings_itself(
    model: TableModel, document: Document, look: SeverityLook
) -> None:
    def sign(row_id: str, column: int = VALUES) -> object:
        return model.index(_row(model, row_id), column).data(Role.DecorationRole)

    index, cells = document.index, tuple(document.form.tables[0].addresses())
    for cell in cells:
        severity = index.severity(cell)
        shown = sign(cell.row)
        if severity is None:
            assert shown is None
        else:
            assert isinstance(shown, QIcon)
            assert shown.pixmap(16).toImage() == look.icons[severity].pixmap(16).toImage()
    assert Severity.HINT in {index.severity(cell) for cell in cells}
    assert sign("response_channels", 0) is None


def test_resting_on_a_number_or_its_label_tells_what_it_means(model: TableModel) -> None:
    for column in (0, VALUES):
        tip = str(model.index(_row(model, "disclosed"), column).data(Role.ToolTipRole))
        assert "单位：条" in tip
        assert "不重复计算" in tip
        assert "关系：5000 ≤ " in tip
    heading = model.index(0, 0).data(Role.ToolTipRole)
    assert heading is None
