"""Check that the report has as many parts as it announces: 全文共八个部分."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import narrative_topics
from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.document.running_text import found_in, remembered, unwritten_chapters
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.form import Form
from xjdesk.core.ordinals import number_of
from xjdesk.core.outline import numbering
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

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

    place: Stretch
    count: int
    with_annex: bool


def part_count_rules(form: Form) -> Iterator[Rule]:
    """The rules about the number of parts."""
    yield _PartCountRule(narrative_topics(form), form, remembered(_announced))


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
            place, words = told.place, told.place.of(line.text)
            yield Finding(
                rule="D-12",
                severity=Severity.QUERY,
                where=(place_of(line.address, place.start, place.end),),
                message=f"正文说报告有“{words}”，实际有标题的是{len(headed)}章。按公文惯例，"
                "前后所述应一致，请核对部分数和章节。",
                expected=str(len(headed)),
                found=words,
                remedies=advise("更正部分数和所列各部分的名称。", "漏了章节的，补写漏掉的章节。"),
                subject=subject_of(line.address, line.text, place.start, place.end),
                basis=f"{words}｜{len(headed)}章",
            )


def _announced(text: str) -> tuple[_Announced, ...]:
    found: list[_Announced] = []
    for sentence in SENTENCES.parts(text):
        words = sentence.of(text)
        whole = _WHOLE.search(words)
        if whole is None:
            continue
        start = sentence.start + whole.end()
        for match in _COUNT.finditer(text, start, sentence.end):
            count = number_of(match["count"])
            if count is not None and count >= _FEWEST:
                with_annex = _ANNEX.search(words) is not None
                found.append(_Announced(Stretch(*match.span()), count, with_annex))
    return tuple(found)
