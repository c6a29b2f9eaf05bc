"""Check that a 报告 asks for nothing: 条例第十五条(四), no 请示 matters in a 报告."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import found_in, remembered
from xjdesk.checks.document.title_text import title_line
from xjdesk.checks.document.word_search import spots
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import WAYS_OF_DOCUMENTS
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.document_fields import TITLE
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_REPORT = "报告"
_BEFORE = r"，。；：、,;:\s特现"


def request_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about 请示 phrases."""
    if not words.requests:
        return
    # Only where a clause begins: 提请批准, 申请审批 ask nothing of the reader.
    listed = map(re.escape, sorted(words.requests, key=len, reverse=True))
    pattern = re.compile("|".join(f"{word}(?<![^{_BEFORE}]{word})" for word in listed))
    scan = remembered(lambda text: spots(pattern, text))
    for scope in chapter_scopes(form):
        yield _RequestRule(scope, scan)


@dataclass(frozen=True, slots=True)
class _RequestRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {TITLE}

    def check(self, report: Report) -> Iterator[Finding]:
        """P-16: only in a document that calls itself a 报告."""
        if _REPORT not in title_line(report):
            return
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            word = spot.of(line.text)
            yield Finding(
                rule="P-16",
                severity=Severity.QUERY,
                where=(place_of(line.address, spot.start, spot.end),),
                message=f"报告中有请示用语“{word}”。按{WAYS_OF_DOCUMENTS}，"
                "不得在报告等非请示性公文中夹带请示事项。",
                found=word,
                remedies=advise("删去请示用语。", "确需请示的，另行起草请示。"),
                subject=subject_of(line.address, line.text, spot.start, spot.end),
                basis=word,
            )
