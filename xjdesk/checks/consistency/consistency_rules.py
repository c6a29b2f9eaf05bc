"""Rules that check the narrative against itself (T-10 to T-13, T-15 and T-16).

《党政机关公文处理工作条例》 asks that the figures of a document are right. What these rules say is
always a question: a sentence can count in its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes, narrative_topics
from xjdesk.checks.consistency.clash import Clash
from xjdesk.checks.consistency.completion import ALL_DONE_RULE
from xjdesk.checks.consistency.counted_points import RULE as COUNTED_RULE
from xjdesk.checks.consistency.counted_points import Miscount, miscounts
from xjdesk.checks.consistency.paragraph_reader import ParagraphContent, ParagraphReader
from xjdesk.checks.finding import Finding
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS
from xjdesk.checks.numbers.mentions import NumberReader
from xjdesk.checks.quoting import quoted
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.address import ParagraphAddress, Place
from xjdesk.core.consistency_words import ConsistencyWords
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_number
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity

_Read = Callable[[str], ParagraphContent]


def consistency_rules(
    form: Form, words: ConsistencyWords, read_numbers: NumberReader
) -> Iterator[Rule]:
    """One rule for each chapter of `form` and one for others, then one across all chapters."""
    read = lru_cache(MOST_PARAGRAPHS)(ParagraphReader(words, read_numbers).content)
    for scope in chapter_scopes(form):
        yield _ChapterRule(read, scope)
    yield _AllDoneRule(read, narrative_topics(form))


@dataclass(frozen=True, slots=True)
class _ChapterRule:
    read: _Read
    scope: ChapterScope

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            contents = [self.read(paragraph.text) for paragraph in chapter.paragraphs]
            for at, content in enumerate(contents):
                for clash in content.clashes:
                    yield _finding(report, ParagraphAddress(chapter.id, at), clash)
            for miscount in miscounts([content.points for content in contents]):
                yield _miscounted(chapter, miscount)


@dataclass(frozen=True, slots=True)
class _AllDoneRule:
    """All applications dealt with, says one place, and some handed on, says another (T-16)."""

    read: _Read
    topics: frozenset[Topic]

    def check(self, report: Report) -> Iterator[Finding]:
        done: list[tuple[ParagraphAddress, Stretch]] = []
        handed_on: list[tuple[ParagraphAddress, Stretch]] = []
        told: list[str] = []
        for chapter in report.chapters:
            for at, paragraph in enumerate(chapter.paragraphs):
                statements = self.read(paragraph.text).statements
                address = ParagraphAddress(chapter.id, at)
                done += [(address, span) for span in statements.all_done]
                for mention in statements.handed_on:
                    assert mention.value is not None
                    handed_on.append((address, Stretch(mention.start, mention.end)))
                    told.append(f"{show_number(mention.value)}{mention.unit}")
        if not done or not handed_on:
            return
        address, span = done[0]
        text = report.chapter(address.chapter).paragraphs[address.paragraph].text
        words = text[span.start : span.end]
        yield Finding(
            rule=ALL_DONE_RULE,
            severity=Severity.QUERY,
            where=tuple(_place(*entry) for entry in (*done, *handed_on)),
            message=f"文中写{quoted(words)}，又写结转下年度办理{told[0]}，前后矛盾，请核对。",
            expected="0",
            found=told[0],
            remedies=advise(
                "确已全部办结的，更正结转数。", "有结转的，改写为“除结转的以外均已办结”。"
            ),
            subject=subject_of(address, text, span.start, span.end),
            basis=f"{words}｜{'、'.join(told)}",
        )


def _finding(report: Report, address: ParagraphAddress, clash: Clash) -> Finding:
    first = clash.spans[0]
    text = report.chapter(address.chapter).paragraphs[address.paragraph].text
    remedies = advise(*clash.advice)
    correction = clash.correction
    if correction is not None:
        span = correction.span
        change = replacement(report, address, span.start, span.end, correction.new)
        remedies = (Remedy(correction.label, changes=(change,)), *remedies)
    return Finding(
        rule=clash.rule,
        severity=clash.severity,
        where=tuple(_place(address, span) for span in clash.spans),
        message=clash.message,
        expected=clash.expected,
        found=clash.found,
        remedies=remedies,
        subject=subject_of(address, text, first.start, first.end),
        basis=clash.basis,
    )


def _miscounted(chapter: Chapter, miscount: Miscount) -> Finding:
    address = ParagraphAddress(chapter.id, miscount.at)
    text = chapter.paragraphs[miscount.at].text
    span, last = miscount.announcement.span, miscount.last
    words = text[span.start : span.end]
    last_text = chapter.paragraphs[miscount.last_at].text[last.span.start : last.span.end]
    told, counted = miscount.announcement.number, last.number
    return Finding(
        rule=COUNTED_RULE,
        severity=Severity.QUERY,
        where=(
            _place(address, span),
            _place(ParagraphAddress(chapter.id, miscount.last_at), last.span),
        ),
        message=f"文中写“{words}”，后面列到{quoted(last_text)}，共{counted}项，与{told}项不符，请核对。",
        expected=str(told),
        found=str(counted),
        remedies=advise("更正前面的项数。", "补上缺少的或者删去多余的一项，并理顺序号。"),
        subject=subject_of(address, text, span.start, span.end),
        basis=f"{words}｜{counted}",
    )


def _place(address: ParagraphAddress, span: Stretch) -> Place:
    return place_of(address, span.start, span.end)
