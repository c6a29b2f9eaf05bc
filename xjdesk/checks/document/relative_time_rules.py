"""Checks for times told from the day of writing: 今年, 去年, 目前.

A report on one year is written and read in the next, so 今年 is either of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import Line, found_in, remembered
from xjdesk.checks.document.word_search import spots, words_pattern
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.text_places import place_of, replacement, subject_of
from xjdesk.core.address import YearAddress
from xjdesk.core.date_text import read_date
from xjdesk.core.document_fields import DATE
from xjdesk.core.document_words import DocumentWords, RelativeTime
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Report


def relative_time_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about times told from the day of writing."""
    if not words.relative_times:
        return
    pattern = words_pattern(time.word for time in words.relative_times)
    scan = remembered(lambda text: spots(pattern, text))
    times = {time.word.word: time for time in words.relative_times}
    for scope in chapter_scopes(form):
        yield _RelativeTimeRule(scope, scan, times, words.plan_headings)


@dataclass(frozen=True, slots=True)
class _RelativeTimeRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[Stretch, ...]]
    times: Mapping[str, RelativeTime]
    plan_headings: tuple[str, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress(), DATE}

    def check(self, report: Report) -> Iterator[Finding]:
        """P-19: what is dated in the year it reports on may say 今年."""
        day = read_date(report.field(DATE))
        if day is not None and day.year <= report.year:
            return
        for line, spot in found_in(self.scope.chapters(report), self.scan):
            time = self.times[spot.of(line.text)]
            plans = self._is_about_plans(line.chapter)
            if not (plans and time.fit_for_plans):
                yield _finding(report, line, spot, time, plans)

    def _is_about_plans(self, chapter: Chapter) -> bool:
        return any(word in chapter.heading for word in self.plan_headings)


def _finding(
    report: Report, line: Line, spot: Stretch, time: RelativeTime, is_about_plans: bool
) -> Finding:
    word, years = spot.of(line.text), _years_meant(report.year, time, is_about_plans)
    if years:
        said = "、".join(f"“{year}年”" for year in years)
        what = f"本报告说的是{report.year}年的工作，次年印发，读者分不清指哪一年，应写成{said}"
    else:
        what = "没有写明起止，读者看不出指到哪一天，应写明年份或日期"
    return Finding(
        rule="P-19",
        severity=time.severity,
        where=(place_of(line.address, spot.start, spot.end),),
        message=f"“{word}”是从写作之日算起的说法，{what}。按公文惯例，时间应写具体。",
        expected=f"{years[0]}年" if len(years) == 1 else None,
        found=word,
        remedies=(
            *(_fix(report, line, spot, year) for year in years),
            *advise("改写成具体的年份或日期。"),
        ),
        subject=subject_of(line.address, line.text, spot.start, spot.end),
        basis=f"{word}｜{report.year}年度",
    )


def _years_meant(year: int, time: RelativeTime, is_about_plans: bool) -> tuple[int, ...]:
    """The years that may be meant; where the text looks ahead, also counted from the next one."""
    if time.offset is None:
        return ()
    first = year + time.offset
    return (first, first + 1) if is_about_plans and time.offset == 0 else (first,)


def _fix(report: Report, line: Line, spot: Stretch, year: int) -> Remedy:
    new = f"{year}年"
    change = replacement(report, line.address, spot.start, spot.end, new)
    return Remedy(f"改为“{new}”", changes=(change,))
