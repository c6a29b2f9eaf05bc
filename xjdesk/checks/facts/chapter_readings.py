"""The numbers of whole chapters, read paragraph by paragraph and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.facts.fact_reader import FactReader
from xjdesk.checks.facts.headings import settings
from xjdesk.checks.facts.reading import Reading
from xjdesk.checks.rule import Elsewhere, Topic
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.figure import Figure
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report

_MOST_PARAGRAPHS = 1024
"""A long report has two hundred, and each state of typing is one more."""
_MOST_CHAPTERS = 32


@dataclass(frozen=True, slots=True)
class ChapterScope:
    """One chapter of the form, or with an empty `chapter` all that the form does not know."""

    chapter: str
    known: frozenset[str]

    @property
    def topics(self) -> frozenset[Topic]:
        """What the numbers in it depend on."""
        return frozenset((HeadingAddress(self.chapter) if self.chapter else Elsewhere(),))

    def chapters(self, report: Report) -> Iterator[Chapter]:
        """The chapters of `report` that belong to it."""
        for chapter in report.chapters:
            if chapter.id == self.chapter or (not self.chapter and chapter.id not in self.known):
                yield chapter


@dataclass(frozen=True, slots=True)
class PlacedReading:
    """A number of the narrative, where it stands, and the figure that it is, if it is one."""

    address: ParagraphAddress
    paragraph: Paragraph
    reading: Reading
    figure: Figure | None


class ChapterReader:
    """Reads chapters by a fact reader. What was read once is not read again.

    An edit in the table finds whole chapters as they were, one in a paragraph all the others.
    """

    def __init__(self, form: Form, reader: FactReader) -> None:
        known = frozenset(chapter.id for chapter in form.chapters)
        self.scopes = tuple(
            ChapterScope(chapter, known) for chapter in (*(c.id for c in form.chapters), "")
        )
        self._of_paragraph = lru_cache(_MOST_PARAGRAPHS)(reader.readings)
        self._of_chapter = lru_cache(_MOST_CHAPTERS)(self._read)
        self._comparable = lru_cache(_MOST_CHAPTERS)(self._choose)

    def numbers(self, report: Report, chapter: Chapter) -> tuple[PlacedReading, ...]:
        """Every number in `chapter`, one of those of `report`."""
        return self._of_chapter(chapter, report.year, report.field(ISSUER))

    def comparable(self, report: Report, chapter: Chapter) -> tuple[PlacedReading, ...]:
        """Those that phrases fit and that are no figures."""
        return self._comparable(chapter, report.year, report.field(ISSUER))

    def _read(self, chapter: Chapter, year: int, issuer: str) -> tuple[PlacedReading, ...]:
        return tuple(
            PlacedReading(
                ParagraphAddress(chapter.id, at), paragraph, reading, _figure_at(paragraph, reading)
            )
            for at, (paragraph, setting) in enumerate(settings(chapter, year, issuer))
            for reading in self._of_paragraph(paragraph.text, setting)
        )

    def _choose(self, chapter: Chapter, year: int, issuer: str) -> tuple[PlacedReading, ...]:
        every = self._of_chapter(chapter, year, issuer)
        return tuple(one for one in every if one.reading.phrases and one.figure is None)


def _figure_at(paragraph: Paragraph, reading: Reading) -> Figure | None:
    mention = reading.mention
    for figure in paragraph.figures:
        if figure.start < mention.end and mention.start < figure.end:
            return figure
    return None
