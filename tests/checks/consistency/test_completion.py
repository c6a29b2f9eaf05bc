from __future__ import annotations

import pytest

from tests.checks.consistency.conftest import Told


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("全年收到申请12件，已按时办结15件。", "15件比受理、收到的12件多3件"),
        ("共办理市、县政府网站各类信件966件，办结回复976件。", "976件比受理、收到的966件多10件"),
    ],
)
def test_more_dealt_with_than_taken_in_is_asked_about(
    told: Told, text: str, arithmetic: str
) -> None:
    (finding,) = told(text)
    assert finding.rule == "T-15"
    assert arithmetic in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "受理“政民互动”栏目信件966件，办结回复960件。",
        "受理信件966件，办结966件。",
        "收到申请12件，上年结转3件，办结15件。",
        "收到申请12件，办结15件（含上年结转3件）。",
        "收到建议20件、提案15件，答复35件。",
        "收到申请12件。公开栏目办结15件。",
        "收到申请12件，答复咨询150件。",
        "收到申请12件，答复150件次的咨询。",
        "收到申请12件，办结15件咨询。",
        "收到申请10余件，办结15件。",
        "规范办理流程，公开信息5件，答复12件。",
    ],
)
def test_what_can_be_dealt_with_is_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


def test_all_done_and_some_handed_on_contradict_each_other(told: Told) -> None:
    (finding,) = told("所有申请均已按要求办理完成。\n结转下年度继续办理3件。")
    assert finding.rule == "T-16"
    assert "结转下年度办理3件" in finding.message
    assert [str(place) for place in finding.where] == [
        "narrative/preface/0:0-13",
        "narrative/preface/1:9-11",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "所有申请均已按要求办理完成。结转下年度继续办理0件。",
        "所有申请均已按要求办理完成。上年结转3件。",
        "除3件结转下年度外，所有申请均已办结。",
        "受理申请3119 件，答复3050 件（含上年度结转申请34 件，另有103 件顺延到下年度答复），"
        "均在法定期限内予以答复。",
        "确保所有申请按时办结。结转下年度继续办理3件。",
    ],
)
def test_statements_that_go_together_are_left_alone(told: Told, text: str) -> None:
    assert told(text) == []


def test_only_the_number_beside_the_words_is_handed_on(told: Told) -> None:
    text = "所有申请均已按要求办理完成。\n结转下年度0件占全部12件的比重为零。"
    assert told(text) == []
