"""The running text of a report, line by line: headings and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from xjdesk.checks.document.required_parts import has_text, needs_text
from xjdesk.checks.rule import Elsewhere, Topic
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Report

_T = TypeVar("_T")

LineAddress = HeadingAddress | ParagraphAddress
_MOST_LINES = 1024
"""Lines remembered: several times those of a long report."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or a paragraph, and the chapter it stands in."""

    address: LineAddress
    text: str
    chapter: Chapter


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of the form, or with `chapter_id` None all those the form does not know.

    A rule that reads every line for itself is made once for every part, so that a change is
    checked in the chapter where it was made.
    """

    chapter_id: str | None
    known: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        """What the part can change by."""
        topic = Elsewhere() if self.chapter_id is None else HeadingAddress(self.chapter_id)
        return frozenset((topic,))

    def chapters(self, report: Report) -> Iterator[Chapter]:
        """The chapters of `report` that belong to the part."""
        for chapter in report.chapters:
            if (
                chapter.id not in self.known
                if self.chapter_id is None
                else chapter.id == self.chapter_id
            ):
                yield chapter


def parts_of(form: Form) -> tuple[Part, ...]:
    """The parts of a report in `form`: together the whole text."""
    known = frozenset(chapter.id for chapter in form.chapters)
    return (*(Part(chapter.id, known) for chapter in form.chapters), Part(None, known))


def unwritten_chapters(form: Form, report: Report) -> frozenset[str]:
    """The chapters whose text is still to come: their headings are only those of the form."""
    asked_for = (chapter.id for chapter in form.chapters if needs_text(chapter))
    return frozenset(id_ for id_ in asked_for if not has_text(report, id_))


def running_text_topics(form: Form) -> frozenset[Topic]:
    """All that running text can change by: every chapter, also those the form does not know."""
    return frozenset(topic for part in parts_of(form) for topic in part.topics)


def found_in(
    chapters: Iterable[Chapter], scan: Callable[[str], Iterable[_T]]
) -> Iterator[tuple[Line, _T]]:
    """What `scan` finds in each heading and paragraph, in the order of the text."""
    for chapter in chapters:
        for found in scan(chapter.heading):
            yield Line(HeadingAddress(chapter.id), chapter.heading, chapter), found
        for number, paragraph in enumerate(chapter.paragraphs):
            for found in scan(paragraph.text):
                yield Line(ParagraphAddress(chapter.id, number), paragraph.text, chapter), found


def remembered(scan: Callable[[str], _T]) -> Callable[[str], _T]:
    """`scan`, which reads one line, with its results kept: a key pressed re-reads one line."""
    return lru_cache(maxsize=_MOST_LINES)(scan)
