"""Random reports for hypothesis: plausible ones, of any length and filled in any way."""

from __future__ import annotations

from decimal import Decimal
from itertools import cycle

from hypothesis import strategies as st

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.typesetting.page_options import Letterhead, PageOptions

_HANZI = "西吉县人民政府信息公开工作年度报告主动依申请办理国务院条例领导小组𬱖𫖯㛃䶮﹙"
_LATIN = ("XJ-2016", "http://www.nxxj.gov.cn/zfxxgk", "xjxxgk@163.com", "0954-3012401", "Wi-Fi 6")
_NUMBERS = ("2016年", "1,000件", "3.5%", "12万元", "5～10℃", "〔2017〕12号")
_ENDS = "，。；：、！？"

_hanzi = st.text(_HANZI, min_size=1, max_size=14)
_enclosed = st.builds(
    lambda marks, inner: marks[0] + inner + marks[1],
    st.sampled_from(("（）", "《》", "“”", "‘’", "〈〉", "【】")),
    st.text(_HANZI, min_size=1, max_size=9),
)
_phrase = st.one_of(
    _hanzi,
    st.builds(lambda text, end: text + end, _hanzi, st.sampled_from(_ENDS)),
    _enclosed,
    st.sampled_from(_NUMBERS),
    st.sampled_from(_LATIN),
    st.sampled_from(("——", "……")),
)
_numbering = st.sampled_from(("", "", "（一）", "1.", "（1）"))


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    """From nothing to about 3,000 characters; a few phrases over and over."""
    phrases = draw(st.lists(_phrase, max_size=12))
    text = "县" + "".join(phrases) if phrases else ""
    times = draw(st.sampled_from((1, 1, 1, 2, 5, 40)))
    return Paragraph((draw(_numbering) + text * times)[:3000].strip() if text else "")


_values = st.sampled_from((None, Decimal(0), Decimal(4606), Decimal("12.5"), "不详"))
_names = st.text("西吉县固原市人民政府办公室发展改革局", min_size=1, max_size=16)
_dates = st.sampled_from(("2017年1月19日", "2017年12月31日"))
_chapters = st.lists(st.lists(_paragraphs(), max_size=4), min_size=1, max_size=3)
_headings = ("", "一、工作开展情况", "二、主动公开政府信息情况")

options = st.builds(PageOptions, st.booleans(), st.sampled_from(Letterhead))


def _optional(filled: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), filled)


@st.composite
def reports(draw: st.DrawFn, form: Form) -> Report:
    """A report in a form. Its first paragraph is never empty."""
    texts = draw(_chapters)
    texts[0] = [Paragraph("县" + draw(_hanzi)), *texts[0]]
    chapters = tuple(
        Chapter(f"c{number}", heading, tuple(paragraphs))
        for number, (heading, paragraphs) in enumerate(zip(_headings, texts, strict=False))
    )
    numbers = cycle(draw(st.lists(_values, min_size=1)))
    values: dict[CellAddress, Entry] = {
        address: number
        for table in form.tables
        for address, number in zip(table.addresses(), numbers, strict=False)
        if form.row_of(address).is_indicator and number is not None
    }
    filled = {address: text for address, text in draw(_fields()).items() if text}
    return Report(form.id, 2016, filled, chapters, values)


@st.composite
def _fields(draw: st.DrawFn) -> dict[FieldAddress, str]:
    printed_by = draw(_optional(_names))
    return {
        fields.ISSUER: draw(_names),
        fields.NUMBER: "西政发〔2017〕12号",
        fields.DIRECTION: draw(st.sampled_from((fields.UPWARD, fields.DOWNWARD, fields.PARALLEL))),
        fields.SIGNER: draw(st.text("马文国王", min_size=1, max_size=4)),
        fields.TITLE: draw(_names)
        + draw(st.sampled_from(("\n", "")))
        + "关于信息公开工作的年度报告",
        fields.ADDRESSEE: draw(_names),
        fields.ANNEX_NOTE: "\n".join(draw(st.lists(_names, max_size=3))),
        fields.ORGAN: draw(_names),
        fields.DATE: draw(_dates),
        fields.SEAL: draw(_optional(st.sampled_from((fields.WITH_SEAL, fields.WITHOUT_SEAL)))),
        fields.ANNEX_TITLE: draw(_names),
        fields.FILLING_UNIT: draw(_optional(_names)),
        fields.HEAD: draw(_optional(st.just("毛兆平"))),
        fields.REVIEWER: draw(_optional(st.just("马存福"))),
        fields.PREPARER: draw(_optional(st.just("刘秀琴"))),
        fields.PHONE: draw(_optional(st.just("0954-3012401"))),
        fields.FILLED_ON: draw(_optional(_dates)),
        fields.COPIES_TO: "，\n".join(draw(st.lists(_names, max_size=20))),
        fields.PRINTED_BY: printed_by,
        fields.PRINTED_ON: draw(_dates) if printed_by else "",
    }
