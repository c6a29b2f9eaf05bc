from __future__ import annotations

import pytest

from xjdesk.core.form_lint import problems
from xjdesk.core.form_reader import read_form
from xjdesk.storage.form_library import shipped_forms

_SOURCE = shipped_forms().source("zfxxgk-2014")


def test_a_good_form_has_no_problem() -> None:
    assert problems(read_form(_SOURCE)) == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('id = "disclosed", level', 'id = "website", level', "an id stands twice"),
        ('id = "disclosed", level', 'id = "Disclosed", level', "is no id"),
        ('id = "H14-02"', 'id = "H14-01"', "relations: an id stands twice"),
        ("closed = closed_in_time", "closed = closed_in_tme", "H14-02: closed_in_tme"),
        ("closed = closed_in_time", "requests = closed_in_time", "H14-02: requests"),
        ("closed = closed_in_time", "other.closed.count = closed_in_time", "H14-02: other.closed"),
        ('table = "statistics"\nseverity', 'table = "none"\nseverity', "no table none"),
        ('formula = "fees < 1"', 'formula = "2 < 1"', "names no cell"),
        ('formula = "fees < 1"', 'formula = "1 > fees"', "H14-14b: its left side names no cell"),
        ("（三）其他情形数", "（二）被依法纠错数", "H14-10a: two of its cells have the same name"),
        ('remedies = ["核对并更正收到申请数。", ', "remedies = [", "H14-01: it offers fewer"),
        ('之和。"\nremedies', '之和"\nremedies', "the message is no sentence"),
        ("factor = 5", "factor = 1", "H14-19: a factor"),
        ("{next_year}", "{month}", "chapter problems: the heading"),
        ("（{year}年度）", "（{foo}年度）", "period"),
        (
            'level = 1, unit = "条", label = "（一）',
            'level = 4, unit = "条", label = "（一）',
            "skips",
        ),
        ('part_of = "refused"', 'part_of = "granter"', "part of no row"),
        ('label = "一、主动公开情况"', 'label = " "', "row disclosure: the label is empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, named: str) -> None:
    assert old in _SOURCE
    found = problems(read_form(_SOURCE.replace(old, new, 1)))
    assert any(named in problem for problem in found), found
