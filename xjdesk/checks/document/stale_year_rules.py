"""Checks for years left over from last year's report.

They ask and do not accuse: the years may well be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.document.running_text import Line, found_in, remembered
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.text_places import place_of
from xjdesk.checks.word_pattern import any_of
from xjdesk.checks.years import SIGN, YEAR
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.document_words import DocumentWords
from xjdesk.core.form import Form
from xjdesk.core.outline import numbering
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity

_YEAR = f"(?P<told>(?P<year>{YEAR}){SIGN})"
_OPENING = re.compile(rf"{_YEAR}(?:度|，|,|全|我)")
_BETWEEN = r"[^0-9，。；：、,;:《》〈〉“”（）]{0,24}?"


@dataclass(frozen=True, slots=True)
class _Mention:
    """Characters `start` up to, not including, `end`: a year and what is said of it."""

    start: int
    end: int
    year: int
    word: str


def stale_year_rules(form: Form, words: DocumentWords) -> Iterator[Rule]:
    """The rules about years before the one reported on."""
    opening = remembered(_openings)
    listed = any_of(document.word for document in words.yearly_documents)
    pattern = re.compile(rf"{_YEAR}度?{_BETWEEN}(?P<word>{listed})")
    citing = remembered(lambda text: _mentions(pattern, text))
    lags = {document.word: document.lag for document in words.yearly_documents}
    for scope in chapter_scopes(form):
        yield _OpeningRule(scope, opening)
        yield _DocumentRule(scope, citing, lags)


@dataclass(frozen=True, slots=True)
class _PartRule:
    scope: ChapterScope
    scan: Callable[[str], tuple[_Mention, ...]]

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics | {YearAddress()}


@dataclass(frozen=True, slots=True)
class _DocumentRule(_PartRule):
    lags: Mapping[str, int]

    def check(self, report: Report) -> Iterator[Finding]:
        """D-09: a document made anew every year is cited with an earlier year."""
        for line, found in found_in(self.scope.chapters(report), self.scan):
            if found.year >= report.year - self.lags[found.word]:
                continue
            words = line.text[found.start : found.end]
            yield _finding(
                report,
                line,
                found,
                f"{report.year}年度的报告提到“{words}”。{found.word}一般每年都有新的，"
                "可能是沿用了以前年度报告的文字，请核实。",
            )


@dataclass(frozen=True, slots=True)
class _OpeningRule(_PartRule):
    def check(self, report: Report) -> Iterator[Finding]:
        """D-09: a paragraph begins with another year than this or the next."""
        for line, found in found_in(self.scope.chapters(report), self.scan):
            is_heading = isinstance(line.address, HeadingAddress)
            if is_heading or found.year in (report.year, report.year + 1):
                continue
            yield _finding(
                report,
                line,
                found,
                f"{report.year}年度的报告中，有一段以“{found.year}年”开头，可能是沿用了以前年度报告的"
                "文字，请核实。",
            )


def _openings(text: str) -> tuple[_Mention, ...]:
    """The year that a line begins with, behind its number."""
    number = numbering(text)
    start = len(number.text) if number else 0
    match = _OPENING.match(text, start)
    return (_Mention(start, match.end("told"), int(match["year"]), ""),) if match else ()


def _mentions(pattern: re.Pattern[str], text: str) -> tuple[_Mention, ...]:
    return tuple(
        _Mention(match.start(), match.end(), int(match["year"]), match["word"])
        for match in pattern.finditer(text)
    )


def _finding(report: Report, line: Line, found: _Mention, message: str) -> Finding:
    return Finding(
        rule="D-09",
        severity=Severity.QUERY,
        where=(place_of(line.address, found.start, found.end),),
        message=message,
        expected=str(report.year),
        found=str(found.year),
        remedies=advise(
            f"应为{report.year}年的，更正年份，连同文号一并核对。", "年份无误的，写明情况。"
        ),
        subject=f"{line.chapter.id} {line.text[found.start : found.end]}",
        basis=f"{found.year}年{found.word}｜{report.year}年度",
    )
