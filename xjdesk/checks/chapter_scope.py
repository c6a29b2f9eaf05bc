"""Which chapters a rule reads, and what it therefore depends on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.rule import Elsewhere, Topic
from xjdesk.core.address import HeadingAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Report


@dataclass(frozen=True, slots=True)
class ChapterScope:
    """One chapter of the form, or with an empty `chapter` all that the form does not know.

    A rule that reads every paragraph for itself is made once for every scope, so that a change is
    checked in the chapter where it was made. Chapters unknown to the form are printed as well.
    """

    chapter: str
    known: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        """What a rule about these chapters depends on."""
        return frozenset((HeadingAddress(self.chapter) if self.chapter else Elsewhere(),))

    def chapters(self, report: Report) -> Iterator[Chapter]:
        """The chapters of `report` that belong to it."""
        for chapter in report.chapters:
            if chapter.id == self.chapter or (not self.chapter and chapter.id not in self.known):
                yield chapter


def chapter_scopes(form: Form) -> tuple[ChapterScope, ...]:
    """The scopes of a report in `form`: together the whole narrative."""
    known = frozenset(chapter.id for chapter in form.chapters)
    return tuple(ChapterScope(chapter, known) for chapter in (*(c.id for c in form.chapters), ""))


def narrative_topics(form: Form) -> frozenset[Topic]:
    """What a rule about the whole narrative depends on."""
    return frozenset(topic for scope in chapter_scopes(form) for topic in scope.topics)
