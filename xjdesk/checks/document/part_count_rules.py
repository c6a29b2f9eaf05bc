"""Check that the report has as many parts as it announces: 全文共八个部分."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.document.ordinals import number_of
from xjdesk.checks.document.running_text import (
    found_in,
    remembered,
    running_text_topics,
    unwritten_chapters,
)
from xjdesk.checks.document.word_search import Spot
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.form import Form
from xjdesk.core.outline import numbering
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_SENTENCE = re.compile(r"[^。；！？]+")
_WHOLE = re.compile(r"全文|本(?:年度)?报告|本年报|本文|报告(?:》|”)?(?:由|共|分|包括)")
_COUNT = re.compile(
    r"(?<![第之一二三四五六七八九十两0-9０-９])"
    r"(?P<count>[一二三四五六七八九十两]{1,2}|[0-9０-９]{1,2})个?大?部分"
)
_FEWEST = 2
_ANNEX = re.compile(r"附件|附表|附录|附后|统计表")


@dataclass(frozen=True, slots=True)
class _Announced:
    """Where the number of parts is told; `with_annex` when the sentence may count the annex."""

    spot: Spot
    count: int
    with_annex: bool


def part_count_rules(form: Form) -> Iterator[Rule]:
    """The rules about the number of parts."""
    yield _PartCountRule(running_text_topics(form), form, remembered(_announced))


@dataclass(frozen=True, slots=True)
class _PartCountRule:
    topics: frozenset[Topic]
    form: Form
    read: Callable[[str], tuple[_Announced, ...]]

    def check(self, report: Report) -> Iterator[Finding]:
        """D-12: parts are chapters with a heading; the annex is one where the sentence names it."""
        headed = [c for c in report.chapters if c.heading.strip()]
        unwritten = unwritten_chapters(self.form, report)
        numbered = [c for c in headed if (n := numbering(c.heading.strip())) and n.level == 1]
        counts = {
            len(chapters) - less
            for chapters in (headed, numbered)
            for less in {0, sum(c.id in unwritten for c in chapters)}
        }
        for line, told in found_in(report.chapters, self.read):
            if told.count in counts | ({n + 1 for n in counts} if told.with_annex else set()):
                continue
            spot = told.spot
            yield Finding(
                rule="D-12",
                severity=Severity.QUERY,
                where=(place_of(line.address, spot.start, spot.end),),
                message=f"正文说报告有“{spot.word}”，实际有标题的是{len(headed)}章。按公文惯例，"
                "前后所述应一致，请核实部分数或章节。",
                expected=str(len(headed)),
                found=spot.word,
                remedies=advise("更正部分数和所列各部分的名称。", "漏了章节的，补写漏掉的章节。"),
                subject=subject_of(line.address, line.text, spot.start, spot.end),
                basis=f"{spot.word}｜{len(headed)}章",
            )


def _announced(text: str) -> tuple[_Announced, ...]:
    found: list[_Announced] = []
    for sentence in _SENTENCE.finditer(text):
        whole = _WHOLE.search(sentence.group())
        if whole is None:
            continue
        start = sentence.start() + whole.end()
        for match in _COUNT.finditer(text, start, sentence.end()):
            count = number_of(match["count"])
            if count is not None and count >= _FEWEST:
                spot = Spot(match.start(), match.end(), match.group())
                found.append(_Announced(spot, count, bool(_ANNEX.search(sentence.group()))))
    return tuple(found)
