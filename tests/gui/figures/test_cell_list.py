"""The list of cells of a form whose tables have several columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.address import CellAddress
from xjdesk.gui.figures.cell_list import CellList
from xjdesk.storage.form_library import FormLibrary


@pytest.fixture
def cells(library: FormLibrary, qtbot: QtBot) -> CellList:
    form = library.form("zfxxgk-2021")
    shown = CellList(form, clean_report(HUAIAN_2024, form), ())
    qtbot.addWidget(shown)
    return shown


def test_every_cell_is_named_by_its_row_and_its_column(
    cells: CellList, library: FormLibrary
) -> None:
    names = cells.shown_names()
    assert len(names) == len(set(names)) == len(list(library.form("zfxxgk-2021").indicator_cells()))
    assert "一、本年新收政府信息公开申请数量（自然人）" in names


@pytest.mark.parametrize(
    ("words", "count"),
    [("国家秘密 自然人", 1), ("不予公开 总计", 8), ("新收 法人", 5), ("复议后起诉", 5)],
)
def test_row_column_and_what_stands_above_them_are_searched(
    cells: CellList, words: str, count: int
) -> None:
    cells.search(words)
    assert len(cells.shown_names()) == count


def test_a_cell_tells_where_it_is_printed(cells: CellList) -> None:
    cells.choose(CellAddress("requests", "petition", "legal"))
    item = cells.currentItem()
    assert item is not None
    assert item.data(0, Qt.ItemDataRole.ToolTipRole) == (
        "三、本年度办理结果 › （五）不予处理 › 1.信访举报投诉类申请"
        " › 申请人情况 › 法人或其他组织 › 法律服务机构"
    )
