"""Checks for characters that no font has: they would be printed as 〓.

The characters that every Chinese font has are passed over without a look at the fonts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from xjdesk.checks.chapter_scope import ChapterScope, chapter_scopes
from xjdesk.checks.characters.character_names import character_names
from xjdesk.checks.characters.common_characters import uncommon_characters
from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.core.address import CellAddress, FieldAddress, HeadingAddress, Place, SpanAddress
from xjdesk.core.document_fields import FieldKind
from xjdesk.core.form import Form
from xjdesk.core.form_fields import field_groups
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity

CanPrint = Callable[[str], bool]
"""Whether some font has the one character, or it needs no shape; UserError without any font."""

_JOINING = frozenset({"Cf", "Mn", "Me"})
"""Categories of what ties characters to one shape: joiners, variation selectors, marks."""


def character_rules(form: Form, can_print: CanPrint) -> Iterator[Rule]:
    """The rules about the characters of a report in `form`: fields, chapters, tables."""
    for group in field_groups(form):
        for field in group.fields:
            if field.kind is not FieldKind.CHOICE:
                yield _FieldRule(can_print, field.address)
    for scope in chapter_scopes(form):
        yield _ChapterRule(can_print, scope)
    for table in form.tables:
        yield _TableRule(can_print, tuple(table.addresses()))


@dataclass(frozen=True, slots=True)
class _CharacterRule:
    can_print: CanPrint

    def _missing(self, text: str) -> frozenset[str]:
        """The characters of `text` that no font has."""
        return frozenset(c for c in uncommon_characters(text) if not self.can_print(c))

    def _in_line(self, text: str, place: Place) -> Iterator[Finding]:
        missing = self._missing(text)
        if missing:
            yield _finding(text, missing, (place,))

    def _in_chapter(self, chapter: Chapter) -> Iterator[Finding]:
        yield from self._in_line(chapter.heading, HeadingAddress(chapter.id))
        for number, paragraph in enumerate(chapter.paragraphs):
            missing = self._missing(paragraph.text)
            if missing:
                where = tuple(
                    SpanAddress(chapter.id, number, start, end)
                    for start, end in _stretches(paragraph.text, missing)
                )
                yield _finding(paragraph.text, missing, where)


@dataclass(frozen=True, slots=True)
class _FieldRule(_CharacterRule):
    address: FieldAddress

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((self.address,))

    def check(self, report: Report) -> Iterator[Finding]:
        return self._in_line(report.field(self.address), self.address)


@dataclass(frozen=True, slots=True)
class _ChapterRule(_CharacterRule):
    scope: ChapterScope

    @property
    def topics(self) -> frozenset[Topic]:
        return self.scope.topics

    def check(self, report: Report) -> Iterator[Finding]:
        for chapter in self.scope.chapters(report):
            yield from self._in_chapter(chapter)


@dataclass(frozen=True, slots=True)
class _TableRule(_CharacterRule):
    addresses: tuple[CellAddress, ...]

    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset(self.addresses)

    def check(self, report: Report) -> Iterator[Finding]:
        for address in self.addresses:
            entry = report.value(address)
            if isinstance(entry, str):
                yield from self._in_line(entry, address)


def _stretches(text: str, missing: frozenset[str]) -> list[tuple[int, int]]:
    """First and after last of the missing characters that touch, with what is joined to them."""
    stretches: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        is_missing = character in missing
        if stretches and stretches[-1][1] == place:
            if is_missing or unicodedata.category(character) in _JOINING:
                stretches[-1] = (stretches[-1][0], place + 1)
        elif is_missing:
            stretches.append((place, place + 1))
    return stretches


def _finding(text: str, missing: frozenset[str], where: tuple[Place, ...]) -> Finding:
    names = character_names(tuple(dict.fromkeys(c for c in text if c in missing)))
    return Finding(
        rule="P-40",
        severity=Severity.ERROR,
        where=where,
        message=f"打印字体中没有{names}，会印成“〓”，请改用其他字或删去。",
        remedies=advise(
            "改用规范的汉字或符号。",
            "不需要的，删去。",
            "人名、地名中非用不可的，先空出，打印后手工填写。",
        ),
    )
