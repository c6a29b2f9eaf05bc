"""Tables of several panels: which cells there are and what they count."""

from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.form_reader import read_form
from xjdesk.core.table import Measure, Quantity

_FORM = """
id = "f"
name = "格式"
basis = "依据"
first_year = 2020
[[chapters]]
id = "one"
tab = "一"
heading = "一、"
[[tables]]
id = "t"
tab = "表"
[[tables.panels]]
caption = "第一项"
label_caption = "内容"
columns = [
  { id = "before", label = "上年", measure = "stock" },
  { id = "change", label = "增/减", signed = true },
]
rows = [{ id = "things", level = 0, unit = "项", label = "事项" }]
[[tables.panels]]
label_caption = "内容"
columns = [
  { id = "count", label = "项目数量" },
  { id = "amount", label = "总金额", groups = ["金额"], unit = "万元", quantity = "amount" },
]
rows = [{ id = "purchases", level = 0, unit = "个", decimals = 6, label = "采购" }]
"""


@pytest.fixture(scope="module")
def form() -> Form:
    return read_form(_FORM)


def test_a_row_has_the_columns_of_its_panel_only(form: Form) -> None:
    addresses = [str(address) for address in form.indicator_cells()]
    assert addresses == [
        "t.things.before",
        "t.things.change",
        "t.purchases.count",
        "t.purchases.amount",
    ]
    assert form.has(CellAddress("t", "things", "before"))
    assert not form.has(CellAddress("t", "things", "count"))
    assert not form.has(CellAddress("u", "things", "before"))
    with pytest.raises(KeyError):
        form.row_of(CellAddress("t", "things", "count"))


def test_a_column_may_count_otherwise_than_its_row(form: Form) -> None:
    amount = form.counting(CellAddress("t", "purchases", "amount"))
    assert (amount.unit, amount.quantity, amount.decimals) == ("万元", Quantity.AMOUNT, 6)
    count = form.counting(CellAddress("t", "purchases", "count"))
    assert (count.unit, count.quantity, count.measure) == ("个", Quantity.COUNT, Measure.FLOW)
    assert form.counting(CellAddress("t", "things", "before")).measure is Measure.STOCK
    assert form.counting(CellAddress("t", "things", "change")).signed
    assert form.units() == {"项", "个", "万元"}


def test_the_captions_of_a_table_are_told_once(form: Form) -> None:
    captions = ("第一项", "内容", "上年", "增/减", "项目数量", "金额", "总金额")
    assert form.table("t").captions == captions
