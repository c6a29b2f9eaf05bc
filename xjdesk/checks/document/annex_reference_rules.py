"""Check that every annex the text refers to is there (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.annex_names import annex_lines, annex_tables
from xjdesk.checks.document.running_text import Line, found_in, remembered
from xjdesk.checks.document.word_search import spots
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.document_fields import ANNEX_NOTE
from xjdesk.core.form import Form
from xjdesk.core.ordinals import number_of
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_LABEL = "附件"
_REFERENCE = re.compile(rf"(?<=见){_LABEL}(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,2}})?")


def annex_reference_rules(form: Form) -> Iterator[Rule]:
    """The rules about 见附件 in a report in `form`."""
    scan = remembered(lambda text: spots(_REFERENCE, text))
    for scope in chapter_scopes(form):
        yield _ReferenceRule(scope, len(annex_tables(form)), scan)


@dataclass(frozen=True, slots=True)
class _ReferenceRule:
    scope: ChapterScope
    tables: int
    scan: Callable[[str], tuple[Stretch, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {ANNEX_NOTE}

    def check(self, report: Report) -> Iterator[Finding]:
        """P-21: 见附件N names one of the annexes, and one alone has no number."""
        count = max(len(annex_lines(report)), self.tables)
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            number = number_of(spot.of(line.text).removeprefix(_LABEL))
            if number is None and count == 0:
                yield _missing(line, spot, "没有附件")
            elif number is not None and not 1 <= number <= count:
                yield _missing(line, spot, f"只有{count}个附件" if count else "没有附件")
            elif number is not None and count == 1:
                yield _numbered(report, line, spot)


def _missing(line: Line, spot: Stretch, what: str) -> Finding:
    word = spot.of(line.text)
    return Finding(
        rule="P-21",
        severity=Severity.QUERY,
        where=(place_of(line.address, spot.start, spot.end),),
        message=f"正文写“见{word}”，本报告{what}。按{LAYOUT}，正文提到的附件应在附件说明中列出。",
        found=word,
        remedies=(
            Remedy("转到附件说明", place=ANNEX_NOTE),
            *advise("附件序号写错的，更正正文。", "漏了附件的，在附件说明中补上。"),
        ),
        subject=subject_of(line.address, line.text, spot.start, spot.end),
        basis=f"{word}｜{what}",
    )


def _numbered(report: Report, line: Line, spot: Stretch) -> Finding:
    word = spot.of(line.text)
    plain = replacement(report, line.address, spot.start, spot.end, _LABEL)
    return Finding(
        rule="P-21",
        severity=Severity.HINT,
        where=(place_of(line.address, spot.start, spot.end),),
        message=f"正文写“见{word}”，本报告只有一个附件。按{LAYOUT}，只有一个附件时不编序号。",
        expected=_LABEL,
        found=word,
        remedies=(
            Remedy(f"改为“{_LABEL}”", changes=(plain,)),
            *advise("还有附件的，在附件说明中补上。"),
        ),
        subject=subject_of(line.address, line.text, spot.start, spot.end),
        basis=word,
    )
