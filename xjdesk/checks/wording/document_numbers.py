"""P-01, P-02: how the number of another document is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.standards import LAYOUT
from xjdesk.checks.wording.script import HAN
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_NUMBER = re.compile(
    r"(?P<open>[〔\[［（(【﹝〖{﹙])\s*(?P<year>(?:19|20)[0-9]{2})年?\s*"
    r"(?P<close>[〕\]］）)】﹞〗}﹚])\s*(?P<first>第?)\s*(?P<zeros>0*)(?P<serial>[1-9][0-9]*)\s*号"
)
_CODE = re.compile(rf"{HAN}{{1,2}}$")
_INSTRUMENTS = ("字", "公告", "令", "第")
"""What a number of a ruling, a notice or an order has before the year: it may have a 第."""

_AFTER_TITLE = re.compile(
    rf"(?<=》)(?:[（(﹙](?P<split>{HAN}{{1,12}})[）)﹚](?P<rest>〔[0-9]{{4}}〕[0-9]+号)[）)﹚]?"
    rf"|(?P<bare>{HAN}{{1,12}}〔[0-9]{{4}}〕[0-9]+号)(?![）)﹚]))"
)
_STATE_OF_TITLE = frozenset({"试行", "暂行", "草案", "修订", "修正", "修订版", "征求意见稿"})
_NO_CODE = re.compile(r"[和与及、，的以根按依]")


def document_numbers(text: str) -> Iterator[Slip]:
    """Numbers of documents in the wrong brackets, with 第 or zeros; outside their own brackets."""
    if "号" not in text:
        return
    for found in _NUMBER.finditer(text):
        code = _CODE.search(text, max(0, found.start() - 2), found.start())
        if code is not None:
            yield from _shape(found, code.group())
    for found in _AFTER_TITLE.finditer(text):
        yield from _place(found)


def _shape(found: re.Match[str], code: str) -> Iterator[Slip]:
    first = found["first"] if code.endswith(_INSTRUMENTS) else ""
    proper = f"〔{found['year']}〕{first}{found['serial']}号"
    if found.group() != proper:
        yield Slip(
            "P-01",
            Severity.QUERY,
            found.start(),
            found.end(),
            f"引用的发文字号“{found.group()}”写法不合规范，年份用六角括号〔〕括入，"
            f"序号不加“第”、不编虚位，应为“{proper}”（{LAYOUT}）。",
            proper,
            ("对照所引文件的原文核对字号。",),
        )


def _place(found: re.Match[str]) -> Iterator[Slip]:
    code = found["split"]
    if code in _STATE_OF_TITLE or _NO_CODE.search(found["bare"] or ""):
        return
    proper = f"（{code}{found['rest']}）" if code else f"（{found['bare']}）"
    yield Slip(
        "P-02",
        Severity.QUERY,
        found.start(),
        found.end(),
        f"“{found.group()}”应为“{proper}”。按公文惯例，引用公文先引标题、后引发文字号，"
        "字号整个放在一对括号里。",
        proper,
        ("对照所引文件的原文核对字号。",),
    )
