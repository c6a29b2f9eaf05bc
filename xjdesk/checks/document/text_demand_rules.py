"""What a form demands of the words of its narrative: some must stand, others must not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.required_parts import chapter_in, has_text
from xjdesk.checks.document.running_text import found_in, remembered
from xjdesk.checks.finding import Finding
from xjdesk.checks.quoting import quoted
from xjdesk.checks.reading_limit import is_too_long
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, subject_of
from xjdesk.core.address import HeadingAddress, SpanAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.text_demands import RequiredWords, UnfitWords


def text_demand_rules(form: Form) -> Iterator[Rule]:
    """The rules that `form` states about words of its narrative."""
    for required in form.text_rules.required_words:
        yield _RequiredRule(required, re.compile("|".join(required.words)), _tab(form, required))
    for unfit in form.text_rules.unfit_words:
        scan = remembered(_scan(re.compile("|".join(unfit.words))))
        for scope in chapter_scopes(form):
            yield _UnfitRule(unfit, scope, scan)


@dataclass(frozen=True, slots=True)
class _RequiredRule:
    demand: RequiredWords
    words: re.Pattern[str]
    tab: str

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.demand.chapter),))

    def check(self, report: Report) -> Iterator[Finding]:
        """A chapter without any text is asked for as such."""
        demand = self.demand
        chapter = chapter_in(report, demand.chapter)
        if chapter is None or not has_text(report, demand.chapter):
            return
        if any(self.words.search(p.text) for p in chapter.paragraphs if not is_too_long(p.text)):
            return
        yield Finding(
            rule=demand.id,
            severity=demand.severity,
            where=(SpanAddress(chapter.id, 0, 0, 0),),
            message=f"“{self.tab}”一章{demand.message}",
            remedies=advise(*demand.remedies),
            subject=f"{chapter.id} 应写明的内容",
        )


@dataclass(frozen=True, slots=True)
class _UnfitRule:
    demand: UnfitWords
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics

    def check(self, report: Report) -> Iterator[Finding]:
        demand = self.demand
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            words = spot.of(line.text)
            yield Finding(
                rule=demand.id,
                severity=demand.severity,
                where=(place_of(line.address, spot.start, spot.end),),
                message=f"写有{quoted(words)}。{demand.message}",
                found=words,
                remedies=advise(*demand.remedies),
                subject=subject_of(line.address, line.text, spot.start, spot.end),
                basis=words,
            )


def _scan(pattern: re.Pattern[str]) -> Callable[[str], tuple[Stretch, ...]]:
    def scan(text: str) -> tuple[Stretch, ...]:
        if is_too_long(text):
            return ()
        return tuple(Stretch(*match.span()) for match in pattern.finditer(text))

    return scan


def _tab(form: Form, demand: RequiredWords) -> str:
    chapter = form.chapter(demand.chapter)
    return chapter.tab if chapter else demand.chapter
