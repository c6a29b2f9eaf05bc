"""Reports with anything in them, and edits of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from xjdesk.core.address import ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import GROUPS, FieldKind
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph, Report, empty_report

_PIECES = st.sampled_from(
    [
        *"，。；：、？！（）《》〈〉“”‘’〔〕【】﹙﹚()[],.;:-—…～·%％ 　\t",
        *"一二三四五六七八九十百千万亿零〇两０１２３0123456789年月日号第是",
        *"𠮷😀\u200b①⑴Ａa",
        "2016年",
        "2015年",
        "２０１７年1月１日",
        "国办发〔2014〕32号",
        "（宁党办）〔2016〕67号）",
        "主动公开政府信息",
        "收到申请",
        "办结",
        "答复",
        "按期",
        "均",
        "没有",
        "收取费用",
        "行政复议",
        "其中：",
        "分别为",
        "共",
        "占",
        "比上年增长",
        "下降",
        "5.5%",
        "200余件",
        "4606条",
        "11次",
        "以下四个方面",
        "一是",
        "二是",
        "三是",
        "（一）",
        "（二）",
        "1.",
        "“四议”即：",
        "见附件2",
        "我办",
        "我县",
        "今年",
        "去年",
        "近两年",
        "目前",
        "人（次）",
        "片（条）",
        "办理流",
        "的的",
        "www.nxxj.gov.cn",
        "a@b.cn",
        "0954-3012401",
        "10:30",
        "1,234",
        "西吉县人民政府",
        "通知",
        "报告",
    ]
)
TEXT = st.lists(_PIECES, max_size=30).map("".join)
_PARAGRAPHS = st.lists(TEXT, max_size=4)


@st.composite
def reports(draw: st.DrawFn, form: Form) -> Report:
    """A report with any words in its chapters and fields, and no numbers."""
    report = empty_report(form, draw(st.sampled_from([2014, 2016, 2020])))
    chapters = tuple(
        replace(c, heading=draw(TEXT), paragraphs=tuple(map(Paragraph, draw(_PARAGRAPHS))))
        for c in report.chapters
    )
    fields = {
        field.address: text
        for group in GROUPS
        for field in group.fields
        if field.kind is not FieldKind.CHOICE and (text := draw(TEXT))
    }
    return replace(report, chapters=chapters, fields=fields)


def some_edit(data: st.DataObject, report: Report, text: str) -> Change:
    """The change that puts `text` over a few paragraphs, or between two."""
    chapter = data.draw(st.sampled_from(report.chapters))
    at = data.draw(st.integers(0, len(chapter.paragraphs)))
    old: Sequence[Paragraph] = chapter.paragraphs[at : at + data.draw(st.integers(0, 2))]
    return Change(ParagraphAddress(chapter.id, at), tuple(old), (Paragraph(text),))
