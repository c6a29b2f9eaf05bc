"""Errors in chapters, headings, citations and the year."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.checks.planted.kinds import Kind, Planted, with_text
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report

_OLD_HEADINGS = (
    ("problems", "五、政府信息公开工作存在的主要问题及改进情况"),
    ("problems", "五、存在的问题及改进措施"),
    ("overview", "一、概述"),
    ("disclosure", "一、主动公开政府信息情况"),
    ("requests", "三、依申请公开政府信息情况"),
    ("review", "四、因政府信息公开申请行政复议、提起行政诉讼情况"),
    ("others", "六、其他事项"),
)
_HINTS = (
    "（文字描述）",
    "该部分以表格形式报告。表格如下:",
    "该部分以文字形式报告。",
    "（收取信息处理费情况在此处报告）",
)
_OLD_CITATIONS = (
    "国办公开办函〔2019〕60号",
    "国办公开办函[2019]60号",
    "国办发〔2014〕32号",
    "国务院令第492号",
)
_SILENT = (
    "无其他需要报告的事项。",
    "本年度没有需要报告的其他事项。",
    "一是落实了重点任务；二是办理了提案3件。",
)


def _heading(draw: Random, _: Form, report: Report) -> Planted:
    chapter_id, heading = draw.choice(_OLD_HEADINGS)
    chapters = tuple(
        replace(c, heading=heading) if c.id == chapter_id else c for c in report.chapters
    )
    wrong = replace(report, chapters=chapters)
    return Planted(wrong, ("D-15",), HeadingAddress(chapter_id), (heading[:20], "应为"))


def _chapter_missing(draw: Random, form: Form, report: Report) -> Planted:
    gone = draw.choice([chapter for chapter in form.chapters if chapter.fixed])
    chapters = tuple(chapter for chapter in report.chapters if chapter.id != gone.id)
    wrong = replace(report, chapters=chapters)
    return Planted(wrong, ("D-15",), HeadingAddress(gone.id), (gone.heading[:20], "缺少"))


def _chapter_added(draw: Random, _: Form, report: Report) -> Planted:
    added = Chapter("added", "七、2025年工作打算", (Paragraph("继续做好各项工作。"),))
    at = draw.randint(1, len(report.chapters))
    chapters = (*report.chapters[:at], added, *report.chapters[at:])
    return Planted(replace(report, chapters=chapters), ("D-15",), HeadingAddress("added"))


def _chapters_swapped(draw: Random, _: Form, report: Report) -> Planted:
    at = draw.randint(1, len(report.chapters) - 2)
    first, second = report.chapters[at : at + 2]
    chapters = (*report.chapters[:at], second, first, *report.chapters[at + 2 :])
    return Planted(replace(report, chapters=chapters), ("D-15",), HeadingAddress(first.id))


def _hint_left(draw: Random, _: Form, report: Report) -> Planted:
    chapter, hint = draw.choice(report.chapters), draw.choice(_HINTS)
    texts = [paragraph.text for paragraph in chapter.paragraphs]
    texts.insert(draw.randint(0, len(texts)), hint)
    wrong = with_text(report, chapter.id, *texts)
    return Planted(wrong, ("H21-17",), HeadingAddress(chapter.id), (hint.strip("（）。")[:8],))


def _old_citation(draw: Random, _: Form, report: Report) -> Planted:
    chapter, citation = draw.choice(report.chapters), draw.choice(_OLD_CITATIONS)
    texts = [paragraph.text for paragraph in chapter.paragraphs]
    texts.insert(draw.randint(0, len(texts)), f"本报告按照有关通知（{citation}）要求编制。")
    wrong = with_text(report, chapter.id, *texts)
    return Planted(wrong, ("H21-18",), HeadingAddress(chapter.id), (citation,))


def _no_charges_told(draw: Random, _: Form, report: Report) -> Planted:
    wrong = with_text(report, "others", draw.choice(_SILENT))
    return Planted(wrong, ("H21-11",), HeadingAddress("others"), ("六、其他事项", "信息处理费"))


def _charge(draw: Random, _: Form, report: Report) -> Planted:
    amount = draw.choice((f"{10 * draw.randint(1, 999) + draw.randint(1, 9)}元", "0.3万元"))
    wrong = with_text(report, "others", f"全年收取政府信息公开信息处理费{amount}。")
    return Planted(wrong, ("H21-12",), HeadingAddress("others"), (amount,))


def _nothing_said(draw: Random, _: Form, report: Report) -> Planted:
    wrong = with_text(report, "problems", draw.choice(("无", "无。", "暂无", "没有", "/")))
    return Planted(wrong, ("D-16",), HeadingAddress("problems"), ("五、问题改进",))


def _empty(draw: Random, _: Form, report: Report) -> Planted:
    chapter = draw.choice(("overview", "problems", "others"))
    return Planted(with_text(report, chapter), ("D-04",), HeadingAddress(chapter))


def _wrong_form(draw: Random, _: Form, report: Report) -> Planted:
    year, name = draw.choice(((2016, "2014年格式"), (2018, "2014年格式"), (2020, "2019年格式")))
    return Planted(replace(report, year=year), ("D-05",), YearAddress(), (name,))


DOCUMENT_ERRORS = (
    Kind("章标题与格式不符", _heading),
    Kind("缺一章", _chapter_missing),
    Kind("多一章", _chapter_added),
    Kind("各章次序颠倒", _chapters_swapped),
    Kind("模板提示语没有删", _hint_left),
    Kind("引用旧的通知", _old_citation),
    Kind("第六章没有写信息处理费", _no_charges_told),
    Kind("信息处理费金额不合标准", _charge),
    Kind("第五章只写“无”", _nothing_said),
    Kind("一章没有内容", _empty),
    Kind("报告年度不适用该格式", _wrong_form),
)
