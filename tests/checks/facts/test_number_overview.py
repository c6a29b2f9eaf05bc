from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from xjdesk.checks.check_data import CheckData
from xjdesk.checks.facts.fact_rules import chapter_reader
from xjdesk.checks.facts.number_overview import NumberEntry, NumberState, number_overview
from xjdesk.core.address import CellAddress
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report

_MEETINGS = CellAddress("statistics", "meetings", "count")

Overview = Callable[[Report], Mapping[str, NumberEntry]]


@pytest.fixture(scope="session")
def overview(form: Form, check_data: CheckData) -> Overview:
    assert check_data.number_words is not None
    reader = chapter_reader(form, check_data.number_words)
    return lambda report: {e.written: e for e in number_overview(form, report, reader)}


@pytest.mark.parametrize(
    ("written", "state", "note"),
    [
        ("4次", NumberState.DIFFERS, "为0次"),
        ("3次", NumberState.AGREES, "为3次"),
        ("200余件", NumberState.LOOSE, "为200件"),
        ("2016年", NumberState.ALONE, "年份、日期或时间"),
        ("〔2016〕67号", NumberState.ALONE, "文号"),
        ("42块", NumberState.ALONE, "统计表中没有对应的指标"),
        ("7条", NumberState.ALONE, "不是本年度的数"),
        ("98%", NumberState.ALONE, "百分比"),
        ("5场", NumberState.ALONE, "未填，无从核对"),
    ],
)
def test_every_number_is_told_with_what_was_done_and_why(
    make_report: Callable[..., Report],
    overview: Overview,
    written: str,
    state: NumberState,
    note: str,
) -> None:
    text = (
        "2016年，按照宁党办〔2016〕67号文件，召开政务公开工作会议4次，举办政务公开培训班3次，"
        "收到政府信息公开申请200余件，制作橱窗42块，答复率98%，参加新闻发布会5场。"
        "2015年主动公开政府信息7条。"
    )
    values = {"courses": 3, "received": 200, "press_conferences": None}
    entry = overview(make_report(text, **values))[written]
    assert entry.state is state
    assert note in entry.note


def test_a_bound_number_is_told_with_its_cell(
    make_report: Callable[..., Report], overview: Overview
) -> None:
    text = "召开会议4次。"
    report = make_report(text, meetings=4)
    figure = Figure(4, 5, FigureSource(FigureKind.VALUE, (_MEETINGS,)))
    chapters = tuple(
        replace(c, paragraphs=(Paragraph(text, (figure,)),)) if c.id == "disclosure" else c
        for c in report.chapters
    )
    entry = overview(replace(report, chapters=chapters))["4次"]
    assert entry.state is NumberState.BOUND
    assert entry.cells == (_MEETINGS,)
