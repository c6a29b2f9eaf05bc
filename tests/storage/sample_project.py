"""A small project with something of everything that a project file holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.project import Project

DOCUMENT_ID = "de398900-8404-43e6-b2a4-59fc6838bcec"
ORIGINAL = "2016年政府信息公开工作年度报告\n收到申请200件，办结198件。\n".encode()

_RECEIVED = CellAddress("statistics", "received", "count")
_CLOSED = CellAddress("statistics", "closed", "count")
_FUNDS = CellAddress("statistics", "funds", "count")
_NOTE = NoteAddress("statistics", "received")
_TEXT = "全年收到申请200件，办结198件，占99.0%。"


def plain_report() -> Report:
    """A report as the first program knew it: without figures and explanations."""
    return Report(
        form_id="zfxxgk-2014",
        year=2016,
        fields={
            FieldAddress("letterhead", "issuer"): "西吉县人民政府",
            FieldAddress("letterhead", "title"): "西吉县人民政府\n2016年政府信息公开工作年度报告",
            FieldAddress("signoff", "date"): "2017年1月19日",
        },
        chapters=(
            Chapter("preface", "", (Paragraph("根据《条例》编制，所列数据截至12月31日。"),)),
            Chapter("overview", "一、工作开展情况", (Paragraph("召开会议4次。"), Paragraph(""))),
            Chapter("disclosure", "二、主动公开政府信息情况", ()),
            Chapter("requests", "三、办理政府信息依申请公开情况", (Paragraph(_TEXT),)),
            Chapter("problems", "四、存在的主要问题及2017年工作思路", (Paragraph("“𠮷”字。"),)),
            Chapter("added_1", "五、其他", ()),
        ),
        values={
            _RECEIVED: Decimal(200),
            _CLOSED: Decimal(198),
            _FUNDS: Decimal("2.50"),
            CellAddress("statistics", "fees", "count"): Decimal("0.00"),
            CellAddress("statistics", "staff", "count"): "约3",
        },
    )


def bound_report() -> Report:
    """The same with figures in a paragraph, and explanations of findings."""
    figures = (
        Figure(6, 9, FigureSource(FigureKind.VALUE, (_RECEIVED,))),
        Figure(13, 16, FigureSource(FigureKind.VALUE, (_CLOSED,))),
        Figure(19, 24, FigureSource(FigureKind.SHARE, (_CLOSED, Decimal("200.00")), 1)),
    )
    chapters = tuple(
        replace(chapter, paragraphs=(Paragraph(_TEXT, figures),)) if c == 3 else chapter
        for c, chapter in enumerate(plain_report().chapters)
    )
    explanations = {
        FindingAddress("H14-12c", "statistics.closed.count"): Explanation(
            "年末收到2件，下年办结。", "200、198", (EarlierExplanation("笔误。", "200、197"),)
        ),
        FindingAddress("T-01", "overview 召开会议"): Explanation("", "4"),
    }
    return replace(plain_report(), chapters=chapters, explanations=explanations)


def compared_report() -> Report:
    """The same with a phrase that holds a cell against last year's number."""
    source = FigureSource(FigureKind.YEAR_ON_YEAR, (_RECEIVED, Decimal(180)), 1, "件")
    text = "收到申请较上年增加20件，增长11.1%。"
    paragraphs = (Paragraph("召开会议4次。"), Paragraph(text, (Figure(4, len(text) - 1, source),)))
    chapters = tuple(
        replace(chapter, paragraphs=paragraphs) if chapter.id == "overview" else chapter
        for chapter in bound_report().chapters
    )
    return replace(bound_report(), chapters=chapters)


def noted_report() -> Report:
    """The same with a note about a row."""
    return replace(compared_report(), notes={_NOTE: "年底台账。\n张三提供。"})


def sample_project() -> Project:
    """The same with a change log that tells of every kind of place."""
    report = noted_report()
    finding = FindingAddress("H14-12c", "statistics.closed.count")
    paragraphs = report.chapter("requests").paragraphs
    changes = (
        Change(YearAddress(), 2015, 2016),
        Change(FieldAddress("signoff", "date"), "", "2017年1月19日"),
        Change(HeadingAddress("added_1"), "", "五、其他"),
        Change(ParagraphAddress("requests", 0), (), paragraphs),
        Change(_CLOSED, None, Decimal(197)),
        Change(_CLOSED, Decimal(197), Decimal(198)),
        Change(CellAddress("statistics", "staff", "count"), Decimal("3.0"), "约3"),
        Change(finding, None, report.explanations[finding]),
        Change(_NOTE, "", "年底台账。\n张三提供。"),
    )
    start = datetime(2017, 1, 18, 7, 30, tzinfo=UTC)
    log = tuple(
        LoggedChange(start + timedelta(minutes=number), "王芳", change)
        for number, change in enumerate(changes)
    )
    source = "id = 'zfxxgk-2014'\n"
    return Project(report, source, DOCUMENT_ID, {"2016年报.txt": ORIGINAL}, log)
