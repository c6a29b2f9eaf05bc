"""Titles as an office would write them, and the breaking it would choose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.typesetting.lines.line_breaking import NO_END, NO_START
from xjdesk.typesetting.titles.breaking import TitleBreaking, title_breakings
from xjdesk.typesetting.titles.shapes import TitleShape
from xjdesk.typesetting.titles.title_measure import TITLE_MEASURE_EM, estimated_advances_em
from xjdesk.typesetting.titles.words import shipped_words

_CHOSEN = """
西吉县2024年政府信息公开工作年度报告

关于2016年政府信息公开工作情况的报告

西吉县政府信息公开情况统计表

西吉县人民医院2023年院务公开工作报告

西吉县人民政府
关于2016年政府信息公开工作年度报告

西吉县人民政府
2016年政府信息公开工作年度报告

西吉县人民政府办公室
2023年政府信息公开工作年度报告

西吉县水务局
2024年政府信息公开工作年度报告

西吉县吉强镇人民政府
2021年政府信息公开工作年度报告

固原市民政局
2023年政府信息公开工作年度报告

中华人民共和国财政部
2023年政府信息公开工作年度报告

西吉县人力资源和社会保障局
2022年政府信息公开工作年度报告

北京市朝阳区人民政府朝外街道办事处
2022年政府信息公开工作年度报告

凉山彝族自治州人民政府办公室
关于2023年政府信息公开工作年度报告

宁夏回族自治区固原市西吉县市场监督管理局
2021年政府信息公开工作年度报告

宁夏西吉县第十七届人民代表大会第三次会议
关于西吉县人民政府工作报告的决议

宁夏回族自治区固原市
西吉县人力资源和社会保障局
2021年度政府信息公开工作年度报告

西吉县人民政府
关于报送2016年政府信息公开工作
年度报告的报告

固原市原州区人民政府办公室
关于报送2023年度政府信息公开工作
年度报告的报告

西吉县人民政府办公室关于印发
《西吉县2024年政务公开工作要点》的通知

自治区党委办公厅、人民政府办公厅
印发《关于全面推进政务公开工作的
实施意见》的通知

甘肃省人民政府办公厅
关于印发甘肃省贯彻落实
《中华人民共和国政府信息公开条例》
若干规定的通知

宁夏回族自治区人民政府办公厅
关于转发《国务院办公厅关于印发〈2024年
政务公开工作要点〉的通知》的通知

西吉县自然资源局关于2023年度
法治政府建设和政府信息公开工作情况的报告

西吉县人民政府办公室
关于报送2016年政府信息公开情况统计表和
政府信息公开工作年度报告的函

西吉县政务公开工作领导小组办公室
关于2021年第三季度全县政府网站和
政务新媒体检查情况的通报

西吉县人民政府办公室
关于开展“12345”政务服务便民热线与
APP平台数据共享工作的请示

关于西吉县2023年预算执行情况和
2024年预算草案的报告

西吉县农业农村局
关于做好2024年高标准农田建设、
耕地保护和种植业结构调整等
工作有关事项的通知

西吉县人民政府
关于申请解决葫芦河流域水土保持综合治理
工程建设项目资金缺口问题的请示

西吉县人民政府关于同意设立
西吉县政务公开领导小组的批复

西吉县2016年政府信息公开工作年度报告
（征求意见稿）

中共西吉县委办公室　西吉县人民政府办公室
关于做好2023年度政府信息公开工作
年度报告编制发布工作的通知
"""

_TITLES = st.text("西吉县人民政府办公室关于2016年信息公开的和、报告（）《》〈〉“” aB", max_size=140)
_ISSUERS = st.sampled_from(["", " ", "西吉县人民政府", "年", "《"])


def _breakings(title: str, issuer: str = "") -> tuple[TitleBreaking, ...]:
    advances = estimated_advances_em(title)
    return title_breakings(title, advances, TITLE_MEASURE_EM, shipped_words(), issuer)


@pytest.mark.parametrize("chosen", _CHOSEN.strip().split("\n\n"))
def test_the_breaking_an_office_would_choose_is_the_best(chosen: str) -> None:
    best = _breakings(chosen.replace("\n", ""))[0]
    assert "\n".join(best.lines) == chosen
    assert best.shape.is_asked_for


def test_alternatives_differ_and_have_a_shape_that_is_asked_for() -> None:
    found = _breakings("西吉县人民政府关于2016年政府信息公开工作年度报告")
    assert found == (
        TitleBreaking(("西吉县人民政府", "关于2016年政府信息公开工作年度报告"), TitleShape.RISING),
        TitleBreaking(
            ("西吉县人民政府", "关于2016年政府信息公开工作", "年度报告"), TitleShape.RHOMBUS
        ),
        TitleBreaking(
            ("西吉县人民政府关于2016年", "政府信息公开工作", "年度报告"), TitleShape.FALLING
        ),
    )


def test_a_title_of_one_line_can_be_broken_too() -> None:
    found = _breakings("西吉县2024年政府信息公开工作年度报告")
    assert [(len(b.lines), b.shape) for b in found] == [
        (1, TitleShape.SINGLE_LINE),
        (2, TitleShape.RISING),
    ]


def test_the_issuer_is_kept_whole_though_its_words_are_unknown() -> None:
    issuer = "腾格里产业发展平台"
    title = f"关于做好{issuer}信息公开工作有关事项的通知"
    assert all(issuer in "/".join(breaking.lines) for breaking in _breakings(title, issuer))
    without = _breakings(title)
    assert any(issuer not in "/".join(breaking.lines) for breaking in without)


def test_words_are_parted_only_where_a_title_cannot_be_broken_otherwise() -> None:
    long_name = "国家级经济技术开发区高新技术产业园区政务服务数据管理综合行政审批局"
    best = _breakings(f"{long_name}年度报告")[0]
    assert "".join(best.lines) == f"{long_name}年度报告"
    assert best.lines[-1].endswith("年度报告")


@pytest.mark.parametrize("title", ["", " ", "甲", "（", "\n"])
def test_next_to_nothing_is_one_line(title: str) -> None:
    assert _breakings(title) == (TitleBreaking((title,), TitleShape.SINGLE_LINE),)


@pytest.mark.parametrize("title", ["甲" * 300, "（" * 300, "abc " * 100, "《政府》" * 100])
def test_the_longest_titles_are_broken_into_lines_that_fit(title: str) -> None:
    (only,) = _breakings(title)
    assert "".join(only.lines) == title
    assert all(sum(estimated_advances_em(line.rstrip())) <= 20.2 for line in only.lines)


@pytest.mark.parametrize("length", [401, 5000])
def test_a_text_too_long_for_a_title_is_broken_line_by_line(length: int) -> None:
    (only,) = _breakings("甲" * length)
    assert {len(line) for line in only.lines[:-1]} == {20}


@given(_TITLES, _ISSUERS)
def test_every_breaking_keeps_the_title_and_the_rules_of_lines(title: str, issuer: str) -> None:
    for breaking in _breakings(title, issuer):
        assert "".join(breaking.lines) == title
        for line in breaking.lines:
            assert sum(estimated_advances_em(line.rstrip(" "))) <= TITLE_MEASURE_EM + 1e-6


@given(st.text("西吉县人民政府关于信息公开的报告", max_size=60), st.sampled_from("（《〈“"))
def test_no_line_ends_with_an_opening_mark_or_begins_with_a_closing_one(
    title: str, opening: str
) -> None:
    closing = {"（": "）", "《": "》", "〈": "〉", "“": "”"}[opening]
    marked = f"{title[:20]}{opening}{title[20:40]}{closing}{title[40:]}"
    for breaking in _breakings(marked):
        for upper, lower in pairwise(breaking.lines):
            assert upper[-1] not in NO_END
            assert lower[0] not in NO_START


@given(_TITLES)
def test_the_order_of_alternatives_is_always_the_same(title: str) -> None:
    assert _breakings(title) == _breakings(title)
