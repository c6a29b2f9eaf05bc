from __future__ import annotations

import pytest

from xjdesk.core.address import (
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.document_fields import GROUPS, SIGNER
from xjdesk.core.place_name import place_name, places_name
from xjdesk.storage.form_library import shipped_forms

_FORM = shipped_forms().form("zfxxgk-2014")


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (CellAddress("statistics", "closed", "count"), "统计表 三、（二）申请办结数"),
        (SIGNER, "公文信息 签发人"),
        (YearAddress(), "报告年度"),
        (HeadingAddress("overview"), "一、工作情况 标题"),
        (ParagraphAddress("overview", 2), "一、工作情况 第3段"),
        (SpanAddress("overview", 0, 4, 7), "一、工作情况 第1段"),
        (ParagraphAddress("added", 0), "added 第1段"),
    ],
)
def test_a_place_is_called_by_its_tab_and_what_stands_there(place: Place, name: str) -> None:
    assert place_name(_FORM, place) == name


def test_every_field_and_every_cell_has_a_name() -> None:
    for group in GROUPS:
        for field in group.fields:
            assert place_name(_FORM, field.address).endswith(field.label)
    cells = [place_name(_FORM, cell) for cell in _FORM.tables[0].addresses()]
    assert len(set(cells)) == len(cells)


def test_of_several_places_the_first_is_named_and_all_are_counted() -> None:
    assert places_name(_FORM, ()) == ""
    assert places_name(_FORM, (SIGNER,)) == "公文信息 签发人"
    assert places_name(_FORM, (SIGNER, YearAddress())) == "公文信息 签发人 等2处"
