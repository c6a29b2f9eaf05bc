from __future__ import annotations

import pytest

from xjdesk.core.address import parse_cell_address
from xjdesk.core.cell_group_name import group_name
from xjdesk.storage.form_library import shipped_forms

_2014, _2021 = (shipped_forms().form(form) for form in ("zfxxgk-2014", "zfxxgk-2021"))


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ("requests.settled.natural", "三、（七）总计（自然人）"),
        (
            "requests.carried_in.natural requests.carried_in.business requests.carried_in.research",
            "二、上年结转政府信息公开申请数量（自然人至科研机构）",
        ),
        (
            "requests.carried_in.natural requests.carried_in.research",
            "二、上年结转政府信息公开申请数量（自然人、科研机构）",
        ),
        (
            "requests.received.total requests.carried_in.total",
            "一、本年新收政府信息公开申请数量、二、上年结转政府信息公开申请数量（总计）",
        ),
        (
            "requests.not_held.total requests.to_be_made.total requests.still_unclear.total",
            "三、（四）1.本机关不掌握相关政府信息至3.补正后申请内容仍不明确（总计）",
        ),
        (
            "requests.granted.total requests.partly_granted.total "
            "requests.refused_state_secret.total",
            "三、（一）予以公开至（三）1.属于国家秘密（总计）",
        ),
        (
            "requests.received.total requests.carried_in.natural",
            "一、本年新收政府信息公开申请数量（总计）、二、上年结转政府信息公开申请数量（自然人）",
        ),
        (
            "review.cases.direct_upheld review.cases.direct_corrected review.cases.direct_other",
            "未经复议直接起诉结果维持至其他结果",
        ),
        (
            "review.cases.direct_total review.cases.after_total",
            "未经复议直接起诉总计、复议后起诉总计",
        ),
        (
            "requests.carried_in.total review.cases.direct_total",
            "二、上年结转政府信息公开申请数量（总计）、未经复议直接起诉总计",
        ),
    ],
)
def test_several_cells_are_named_without_repeating(cells: str, name: str) -> None:
    addresses = tuple(map(parse_cell_address, cells.split()))
    assert str(group_name(_2021, addresses)) == name


def test_rows_that_are_all_of_a_heading_may_be_named_by_it() -> None:
    rows = ("not_held", "to_be_made", "still_unclear")
    cells = tuple(parse_cell_address(f"requests.{row}.total") for row in rows)
    assert str(group_name(_2021, cells, by_heading=True)) == "三、（四）无法提供各项（总计）"
    assert "不掌握" in str(group_name(_2021, cells[:2], by_heading=True))


def test_rows_of_a_single_column_are_named_without_it() -> None:
    rows = ("received_in_person", "received_by_fax", "received_online", "received_by_letter")
    cells = tuple(parse_cell_address(f"statistics.{row}.count") for row in rows)
    assert str(group_name(_2014, cells)) == "三、（一）1.当面申请数至4.信函申请数"
