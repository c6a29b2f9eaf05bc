from __future__ import annotations

import pytest

from xjdesk.core.form_reader import read_form
from xjdesk.core.relation import Over
from xjdesk.core.table import Measure, Quantity
from xjdesk.core.toml_section import FormError

_FORM = """
id = "f"
name = "格式"
basis = "依据"
first_year = 2020
[[chapters]]
id = "one"
tab = "一"
heading = "一、{next_year}年"
[[tables]]
id = "t"
tab = "表"
label_caption = "指标"
columns = [{ id = "a", label = "甲" }, { id = "b", label = "乙" }]
rows = [
  { id = "h", level = 0, heading = true, label = "一、" },
  { id = "m", level = 1, unit = "万元", quantity = "amount", measure = "stock", label = "费用" },
]
[[relations]]
id = "R1"
table = "t"
severity = "query"
over = "rows"
formula = "a = b"
message = "应相等。"
remedies = ["改甲。", "改乙。"]
"""


def test_a_form_is_read_with_its_defaults() -> None:
    form = read_form(_FORM)
    row = form.tables[0].row("m")
    assert (row.quantity, row.measure) == (Quantity.AMOUNT, Measure.STOCK)
    assert not form.tables[0].row("h").is_indicator
    assert form.last_year is None
    assert form.covers(2035)
    assert not form.covers(2019)
    assert form.relations[0].over is Over.ROWS


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('id = "f"\n', "", "id is missing"),
        ("first_year = 2020", 'first_year = "2020"', "first_year must be of type int"),
        ("[[chapters]]", "chapters = 3\n[[more]]", "chapters must be of type list"),
        ('severity = "query"', 'severity = "grave"', "R1"),
        ('formula = "a = b"', 'formula = "a ="', "R1"),
        ('unit = "万元", ', "", "m: unit is missing"),
        ("id =", "id", "line"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, named: str) -> None:
    with pytest.raises(FormError) as caught:
        read_form(_FORM.replace(old, new, 1))
    assert named in caught.value.detail
