from __future__ import annotations

import pytest

from xjdesk.core.outline import heading, numbering


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("一、工作开展情况", 1, "一、"),
        ("十二、其他", 1, "十二、"),
        ("（一）强化组织机构建设。", 2, "（一）"),
        ("(二)推进公开", 2, "(二)"),
        ("1.政府公报", 3, "1."),
        ("1、政府公报", 3, "1、"),
        ("2.2017年工作打算", 3, "2."),
        ("（3）其他", 4, "（3）"),
    ],
)
def test_the_four_levels_are_known_by_their_numbering(text: str, level: int, number: str) -> None:
    found = numbering(text)
    assert found is not None
    assert (found.level, found.text) == (level, number)


@pytest.mark.parametrize(
    "text", ["2016年，共受理", "3.5万元用于", "2.2017万元", "一是加强领导", "", "（兼）职人员"]
)
def test_other_beginnings_are_no_numbering(text: str) -> None:
    assert numbering(text) is None


def test_a_run_in_heading_ends_with_its_first_full_stop() -> None:
    paragraph = "（一）强化组织机构建设。政府常务会议专题研究。"
    found = heading(paragraph)
    assert found is not None
    assert paragraph[: found.end] == "（一）强化组织机构建设。"


def test_a_short_numbered_paragraph_without_full_stop_is_a_heading_as_a_whole() -> None:
    found = heading("二、主动公开政府信息情况")
    assert found is not None
    assert found.end == len("二、主动公开政府信息情况")


def test_long_numbered_text_is_no_heading() -> None:
    assert heading("（一）" + "加强领导" * 20 + "。完成。") is None


def test_a_bare_number_is_no_heading() -> None:
    assert heading("一、") is None
