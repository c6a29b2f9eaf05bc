"""The numbers of whole chapters, read paragraph by paragraph and remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from xjdesk.checks.chapter_scope import chapter_scopes
from xjdesk.checks.facts.fact_reader import FactReader
from xjdesk.checks.facts.headings import settings
from xjdesk.checks.facts.reading import Reading
from xjdesk.checks.memo_sizes import MOST_CHAPTERS, MOST_PARAGRAPHS
from xjdesk.core.address import ParagraphAddress
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.figure import Figure
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, Report


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
        self.facts = reader
        self.scopes = chapter_scopes(form)
        self._of_paragraph = lru_cache(MOST_PARAGRAPHS)(reader.readings)
        self._of_chapter = lru_cache(MOST_CHAPTERS)(self._read)
        self._comparable = lru_cache(MOST_CHAPTERS)(self._choose)

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
