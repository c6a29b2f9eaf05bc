"""Checks of the wording of a report: every paragraph, heading and field of text.

The labels of the tables belong to the form and are not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.finding import Finding
from xjdesk.checks.rule import Elsewhere, Rule, Topic
from xjdesk.checks.wording.line_slips import LineKind, LineSlips
from xjdesk.checks.wording.slip import Slip
from xjdesk.checks.wording.slip_finding import slip_finding
from xjdesk.core.address import FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.document_fields import (
    GROUPS,
    HEAD,
    ISSUER,
    NUMBER,
    ORGAN,
    PHONE,
    PREPARER,
    REVIEWER,
    SIGNER,
    TABLE_SIGN_OFF,
    FieldKind,
)
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Report
from xjdesk.core.word_list import WordList

_NAMES = frozenset((ISSUER, ORGAN, SIGNER, HEAD, REVIEWER, PREPARER))
"""Fields of names; several in one line are parted by blanks."""

_NO_WORDS = frozenset((NUMBER, PHONE))
_MOST_LINES = 4096

_Slips = Callable[[str, LineKind], tuple[Slip, ...]]


def wording_rules(form: Form, words: WordList) -> Iterator[Rule]:
    """The rules about the wording of a report in `form`: fields, then chapters.

    They share one memory of lines, so that after an edit only the edited line is read again.
    """
    slips: _Slips = lru_cache(maxsize=_MOST_LINES)(LineSlips(words))
    for group in GROUPS:
        if group is TABLE_SIGN_OFF and all(table.chapter for table in form.tables):
            continue
        for field in group.fields:
            if field.kind in (FieldKind.LINE, FieldKind.LINES) and field.address not in _NO_WORDS:
                kind = LineKind.NAMES if field.address in _NAMES else LineKind.FIELD
                yield _FieldRule(slips, field.address, kind)
    for chapter in form.chapters:
        yield _ChapterRule(slips, chapter.id)
    yield _StrangersRule(slips, frozenset(chapter.id for chapter in form.chapters))


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
    chapter_id: str

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((HeadingAddress(self.chapter_id),))

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in report.chapters:
            if chapter.id == self.chapter_id:
                yield from self._in_chapter(report, chapter)


@dataclass(frozen=True, slots=True)
class _StrangersRule(_TextRule):
    """About the chapters that the form does not know; they are printed as well."""

    known: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((Elsewhere(),))

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in report.chapters:
            if chapter.id not in self.known:
                yield from self._in_chapter(report, chapter)
