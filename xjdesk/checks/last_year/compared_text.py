"""The narrative of a report of the year after, as far as rules compare its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from xjdesk.checks.chapter_scope import ChapterScope
from xjdesk.checks.facts.chapter_readings import ChapterReader, PlacedReading
from xjdesk.checks.last_year.fitting import FITTING_TOPICS
from xjdesk.checks.last_year.last_values import cells_spoken_of
from xjdesk.checks.rule import Topic
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class ComparedText:
    """The chapters of `scope`, in reports of the issuer and the year that `last_year` fits."""

    form: Form
    last_year: LastYear
    reader: ChapterReader
    scope: ChapterScope

    @property
    def topics(self) -> frozenset[Topic]:
        """All that the numbers and their comparison depend on."""
        return self.scope.topics | FITTING_TOPICS | {ISSUER} | cells_spoken_of(self.form)

    def paragraphs(self, report: Report) -> Iterator[tuple[PlacedReading, ...]]:
        """The numbers, paragraph by paragraph; none where the two reports do not fit."""
        if not self.last_year.fits(report):
            return
        for chapter in self.scope.chapters(report):
            readings = self.reader.numbers(report, chapter)
            for _, some in groupby(readings, key=lambda placed: placed.address):
                yield tuple(some)


def compared_texts(
    form: Form, last_year: LastYear, reader: ChapterReader
) -> Iterator[ComparedText]:
    """One for each chapter of `form`, and one for the chapters that it does not know."""
    for scope in reader.scopes:
        yield ComparedText(form, last_year, reader, scope)
