from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress, parse_cell_address
from xjdesk.core.row_name import cell_name, labels_of, row_name
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")
_TABLE = _FORM.tables[0]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("closed", "三、（二）申请办结数"),
        ("closed_in_time", "三、（二）1.按时办结数"),
        ("refused_privacy", "三、（三）4.其中：涉及个人隐私"),
        ("staff_full_time", "八、（三）1.专职人员数"),
        ("fees", "七、依申请公开信息收取的费用"),
    ],
)
def test_a_row_is_named_with_the_numbering_it_stands_under(row: str, name: str) -> None:
    assert str(row_name(_TABLE, _TABLE.row(row))) == name


@pytest.mark.parametrize(
    ("row", "before", "name"),
    [
        ("answered", "closed", "（三）申请答复数"),
        ("closed_in_time", "closed", "1.按时办结数"),
        ("fees", "closed", "七、依申请公开信息收取的费用"),
    ],
)
def test_numbering_told_before_is_not_told_again(row: str, before: str, name: str) -> None:
    first = cell_name(_FORM, CellAddress("statistics", before, "count"))
    assert cell_name(_FORM, CellAddress("statistics", row, "count")).after(first) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("requests.received.natural", "一、本年新收政府信息公开申请数量（自然人）"),
        ("requests.refused_inquiry.legal", "三、（三）8.属于行政查询事项（法律服务机构）"),
        ("requests.other_results.other", "三、（六）3.其他（其他组织）"),
        ("disclosure.regulations.in_force", "规章（现行有效件数）"),
        ("disclosure.licences.decisions", "行政许可"),
        ("review.cases.after_total", "复议后起诉总计"),
    ],
)
def test_a_column_is_named_where_the_row_has_several(address: str, name: str) -> None:
    form = shipped_forms().form("zfxxgk-2021")
    assert str(cell_name(form, parse_cell_address(address))) == name


@pytest.mark.parametrize(
    ("table", "row", "column", "labels"),
    [
        (
            "requests",
            "petition",
            "legal",
            (
                "三、本年度办理结果",
                "（五）不予处理",
                "1.信访举报投诉类申请",
                "申请人情况",
                "法人或其他组织",
                "法律服务机构",
            ),
        ),
        (
            "disclosure",
            "regulations",
            "repealed",
            ("第二十条第（一）项", "规章", "本年废止件数"),
        ),
        ("disclosure", "fees", "amount", ("第二十条第（八）项", "行政事业性收费")),
        ("review", "cases", "after_other", ("行政诉讼", "复议后起诉", "其他结果")),
    ],
)
def test_all_that_is_printed_for_a_cell(
    table: str, row: str, column: str, labels: tuple[str, ...]
) -> None:
    form = shipped_forms().form("zfxxgk-2021")
    assert labels_of(form, CellAddress(table, row, column)) == labels
