"""Checks of how the title is built: 发文机关 + 事由 + 文种, and its punctuation.

《党政机关公文处理工作条例》第九条(七). The yearly report is also known by a title without 关于,
which is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.document.title_text import title_line
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import PARTS_OF_DOCUMENTS
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ISSUER, TITLE
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_END_MARKS = "。，、；：？！.,;:?!"
_INNER_MARKS = re.compile(r"[。，；：？！,;:?!]")
_NOTE = re.compile(r"[（(][^（）()]*[）)]$")
_ORGAN = re.compile(r"[一-鿿（）()]{2,}?(?=关于|[0-9０-９])")
_ORGAN_END = re.compile(r"(?:政府|办公室|办公厅|局|委|委员会|厅|办事处|管委会)$")
_FILE = "文件"


def title_rules(words: DocumentWords) -> Iterator[Rule]:
    """The rules about the parts of the title."""
    yield _MarksRule()
    if words.document_kinds:
        yield _KindRule(words.document_kinds)
    yield _OrganRule()


@dataclass(frozen=True, slots=True)
class _TitleRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((TITLE,))


@dataclass(frozen=True, slots=True)
class _MarksRule(_TitleRule):
    def check(self, report: Report) -> Iterator[Finding]:
        """P-15: no mark at the end; inside it only those of titles, quotations, brackets, 、."""
        old = report.field(TITLE)
        new = old.rstrip().rstrip(_END_MARKS)
        mark = old.rstrip()[len(new) :]
        if new and mark:
            yield Finding(
                rule="P-15",
                severity=Severity.QUERY,
                where=(TITLE,),
                message=f"标题末尾有标点“{mark}”。按公文惯例，标题末尾不加标点符号。",
                expected="",
                found=mark,
                remedies=(
                    Remedy(f"删去“{mark}”", changes=(Change(TITLE, old, new),)),
                    *advise("标题没有写完的，补写完整。"),
                ),
                subject=f"{TITLE} 末尾标点",
                basis=mark,
            )
        inner = "".join(dict.fromkeys(_INNER_MARKS.findall(new)))
        if inner:
            yield Finding(
                rule="P-15",
                severity=Severity.HINT,
                where=(TITLE,),
                message=f"标题中间有标点“{inner}”。按公文惯例，标题中除书名号、引号、括号和顿号外，"
                "一般不用标点符号。",
                found=inner,
                remedies=advise("改写标题，不用这些标点。", "需要停顿的，分行排列。"),
                subject=f"{TITLE} 中间标点",
                basis=inner,
            )


@dataclass(frozen=True, slots=True)
class _KindRule(_TitleRule):
    kinds: tuple[str, ...]

    def check(self, report: Report) -> Iterator[Finding]:
        """P-15: the title ends with a 文种."""
        title = _NOTE.sub("", title_line(report).rstrip(_END_MARKS))
        if not title or title.endswith(self.kinds):
            return
        yield Finding(
            rule="P-15",
            severity=Severity.QUERY,
            where=(TITLE,),
            message=f"标题{quoted(title)}没有以文种结尾。按{PARTS_OF_DOCUMENTS}，标题由发文机关名称、事由和文种"
            "组成，年度报告的文种是“报告”。",
            found=title,
            remedies=advise("补写文种，如“……年度报告”。", "标题没有写完的，补写完整。"),
            subject=f"{TITLE} 文种",
            basis=title,
        )


@dataclass(frozen=True, slots=True)
class _OrganRule(_TitleRule):
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((TITLE, ISSUER))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-15: the organ that the title begins with is the issuer."""
        issuer = report.field(ISSUER).strip().removesuffix(_FILE)
        found = _ORGAN.match(title_line(report))
        if not issuer or found is None or not _ORGAN_END.search(found.group()):
            return
        organ = found.group()
        # One may be written in full, the other short, and an office writes for its government.
        if organ in issuer or issuer in organ:
            return
        yield Finding(
            rule="P-15",
            severity=Severity.QUERY,
            where=(TITLE, ISSUER),
            message=f"标题中的机关是{quoted(organ)}，发文机关是{quoted(issuer)}。按{PARTS_OF_DOCUMENTS}，标题中的"
            "机关就是发文机关，请核对。",
            expected=issuer,
            found=organ,
            remedies=advise("更正标题中的机关名称。", "更正发文机关。"),
            subject=f"{TITLE} 机关",
            basis=f"{organ}｜{issuer}",
        )
