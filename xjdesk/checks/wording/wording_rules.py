"""Checks of the wording of a report: every paragraph, heading and field of text.

The labels of the tables belong to the form and are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.finding import Finding
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.checks.wording.slip_finding import slip_finding
from xjdesk.core.address import FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.document_fields import (
    HEAD,
    ISSUER,
    NUMBER,
    ORGAN,
    PHONE,
    PREPARER,
    REVIEWER,
    SIGNER,
    FieldKind,
)
from xjdesk.core.form import Form
from xjdesk.core.form_fields import field_groups
from xjdesk.core.report import Chapter, Report
from xjdesk.core.word_list import WordList

_NAMES = frozenset((ISSUER, ORGAN, SIGNER, HEAD, REVIEWER, PREPARER))
"""Fields of names; several in one line are parted by blanks."""

_NO_WORDS = frozenset((NUMBER, PHONE))

_Slips = Callable[[str, LineKind], tuple[Slip, ...]]


def wording_rules(form: Form, words: WordList) -> Iterator[Rule]:
    """The rules about the wording of a report in `form`: fields, then chapters.

    They share one memory of lines, so that after an edit only the edited line is read again.
    """
    slips: _Slips = lru_cache(MOST_PARAGRAPHS)(LineSlips(words))
    for group in field_groups(form):
        for field in group.fields:
            if field.kind in (FieldKind.LINE, FieldKind.LINES) and field.address not in _NO_WORDS:
                kind = LineKind.NAMES if field.address in _NAMES else LineKind.FIELD
                yield _FieldRule(slips, field.address, kind)
    for scope in chapter_scopes(form):
        yield _ChapterRule(slips, scope)


@dataclass(frozen=True, slots=True)
class _FieldRule:
    slips: _Slips
    address: FieldAddress
    kind: LineKind

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.address,))

    def check(self, report: Report) -> Iterator[Finding]:
        start = 0
        for line in report.field(self.address).splitlines(keepends=True):
            text = line.strip()
            begin = start + line.find(text)
            for slip in self.slips(text, self.kind):
                yield slip_finding(report, self.address, slip, begin)
            start += len(line)


@dataclass(frozen=True, slots=True)
class _TextRule:
    slips: _Slips

    def _in_chapter(self, report: Report, chapter: Chapter) -> Iterator[Finding]:
        for slip in self.slips(chapter.heading, LineKind.HEADING):
            yield slip_finding(report, HeadingAddress(chapter.id), slip)
        for number, paragraph in enumerate(chapter.paragraphs):
            for slip in self.slips(paragraph.text, LineKind.PARAGRAPH):
                yield slip_finding(report, ParagraphAddress(chapter.id, number), slip)


@dataclass(frozen=True, slots=True)
class _ChapterRule(_TextRule):
    scope: ChapterScope

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            yield from self._in_chapter(report, chapter)
