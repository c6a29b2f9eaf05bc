"""P-01 and P-02: how the number of another document is quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Fixes = Callable[..., list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("written", "proper"),
    [
        ("[2016]12号", "〔2016〕12号"),
        ("［2016］12号", "〔2016〕12号"),
        ("（2016）12号", "〔2016〕12号"),
        ("【2016】12号", "〔2016〕12号"),
        ("﹝2016﹞12号", "〔2016〕12号"),
        ("〔2016〕第12号", "〔2016〕12号"),
        ("〔2016〕012号", "〔2016〕12号"),
        ("〔 2016 〕 12 号", "〔2016〕12号"),
        ("〔2016]12号", "〔2016〕12号"),
    ],
)
def test_a_number_in_another_form_is_put_right(fixes: Fixes, written: str, proper: str) -> None:
    text = f"按照《通知》（国办发{written}）要求"
    found = [fix for fix in fixes(text) if fix[0] == "P-01"]
    assert found == [("P-01", written, proper)]
    assert not [fix for fix in fixes(text) if fix[0] in ("P-04", "P-05")]


@pytest.mark.parametrize(
    ("written", "proper"),
    [
        ("（宁党办）〔2016〕67号）", "（宁党办〔2016〕67号）"),
        ("（宁党办）〔2016〕67号", "（宁党办〔2016〕67号）"),
        ("宁党办〔2016〕67号", "（宁党办〔2016〕67号）"),
    ],
)
def test_a_number_outside_its_brackets_is_put_inside(
    fixes: Fixes, written: str, proper: str
) -> None:
    assert fixes(f"《〈意见〉的通知》{written}精神") == [("P-02", written, proper)]


@pytest.mark.parametrize(
    "text",
    [
        "《通知》（国办发〔2016〕12号）和国办函〔2016〕3号文件",
        "《办法》（试行）〔2016〕67号",
        "《办法》和国办发〔2016〕12号文件",
        "（2016）宁0422行初12号判决",
        "西政复决字〔2016〕第3号决定",
        "国务院令第711号",
        "政府街〔东〕12号",
    ],
)
def test_right_numbers_and_those_of_courts_are_left_alone(fixes: Fixes, text: str) -> None:
    assert fixes(text) == []
