"""Chapters that are last year's over again (rule Y-05).

国办公开办函〔2021〕30号 names reports 内容雷同、敷衍塞责 among those that are answered for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.finding import Finding
from xjdesk.checks.last_year.alike_text import AlikeText
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import HeadingAddress
from xjdesk.core.alikeness import Alikeness
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity

RULE = "Y-05"
_MOST_QUOTED = 2
_STEP = 10


def alike_rules(form: Form, last_year: LastYear, limits: Alikeness) -> Iterator[Rule]:
    """One rule for each chapter of `form`, and one for the chapters that it does not know."""
    before = (p.text for c in last_year.report.chapters for p in c.paragraphs)
    text = AlikeText(before, limits.stretch)
    for scope in chapter_scopes(form):
        yield _AlikeRule(form, scope, text, limits)


@dataclass(frozen=True, slots=True)
class _AlikeRule:
    form: Form
    scope: ChapterScope
    before: AlikeText
    limits: Alikeness

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            if not self._is_meant(chapter):
                continue
            found = [self.before.likeness(paragraph.text) for paragraph in chapter.paragraphs]
            every = sum(one.every for one in found)
            alike = sum(one.alike for one in found)
            if every and alike * 100 >= self.limits.percent * every:
                same = [sentence for one in found for sentence in one.same]
                yield self._finding(chapter, alike * 100 // every, same)

    def _is_meant(self, chapter: Chapter) -> bool:
        """Whether it is long enough, and asked for: a preface may be the same every year."""
        definition = self.form.chapter(chapter.id)
        length = sum(len(paragraph.text) for paragraph in chapter.paragraphs)
        is_asked_for = definition is None or definition.required
        return is_asked_for and length >= self.limits.fewest_characters

    def _finding(self, chapter: Chapter, percent: int, same: list[str]) -> Finding:
        longest = sorted(same, key=len, reverse=True)[:_MOST_QUOTED]
        told = f"，如{'、'.join(map(quoted, longest))}" if longest else ""
        definition = self.form.chapter(chapter.id)
        name = chapter.heading or (definition.tab if definition else "")
        return Finding(
            rule=RULE,
            severity=Severity.QUERY,
            where=(HeadingAddress(chapter.id),),
            message=(
                f"{quoted(name)}的文字有{percent}%与上年报告相同（数字不计）{told}。"
                "各年报告不得内容雷同，请按本年实际情况改写。"
            ),
            expected=f"<{self.limits.percent}%",
            found=f"{percent}%",
            remedies=advise("按本年的实际情况改写本章。", "文字相同确有理由的，写明情况。"),
            # By the ten: the reason given stays while a word is changed here and there.
            basis=f"{percent // _STEP * _STEP}%",
        )
