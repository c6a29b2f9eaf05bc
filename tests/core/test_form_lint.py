from __future__ import annotations

import pytest

from xjdesk.core.form_lint import problems
from xjdesk.core.form_reader import read_form
from xjdesk.core.toml_section import FormError
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
        ('重复计算。联合发布的，各发布机构分别统计。"', '"', "row disclosed: the definition"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, named: str) -> None:
    assert old in _SOURCE
    found = problems(read_form(_SOURCE.replace(old, new, 1)))
    assert any(named in problem for problem in found), found


_SOURCE_2021 = shipped_forms().source("zfxxgk-2021")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('heading = "一、总体情况"', 'heading = ""', "chapter overview: a fixed heading"),
        ('rows = ["regulations"]', 'rows = ["regulation"]', "H21-07: disclosure.regulation"),
        ('levels = ["省级政府"', 'levels = ["国务院"', "H21-07: there is no level 国务院"),
        ('本机关这一行应全部为0。"', '本机关这一行应全部为0"', "H21-07: message or doubt"),
        ('chapter = "others"\nwords', 'chapter = "other"\nwords', "H21-11: there is no chapter"),
        ('words = ["信息处理费", ', 'words = ["(", ', "'(' cannot be read"),
        ('topic = "charges"', 'topic = "charge"', "H21-12: there is no topic charge"),
        ("step = 10", "step = 0", "H21-12: it has no step"),
        ("不应留在正文中。", "不应留在正文中", "H21-17: it needs a sentence"),
        (
            'or_cells = [["requests.received.total", "requests.carried_in.total"]]',
            'or_cells = [["requests.received.total", "requests.carried.total"]]',
            "requests.carried.total is no cell",
        ),
    ],
)
def test_what_is_wrong_with_a_later_form_is_named_too(old: str, new: str, named: str) -> None:
    assert old in _SOURCE_2021
    found = problems(read_form(_SOURCE_2021.replace(old, new, 1)))
    assert any(named in problem for problem in found), found


def test_a_field_that_no_document_has_cannot_be_left_out() -> None:
    with pytest.raises(FormError, match="letterhead/nothing is no field"):
        read_form(_SOURCE_2021.replace('"letterhead/number"', '"letterhead/nothing"', 1))
