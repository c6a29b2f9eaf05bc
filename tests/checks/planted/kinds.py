"""A kind of error: how it is planted, and what a check has to say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import RuleBook, check
from xjdesk.core.address import CellAddress, HeadingAddress, Place, SpanAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with an error in it, the rule that tells it, where, and words that name it.

    Of `rules` any one may tell it. A place in a chapter is the chapter's heading.
    """

    report: Report
    rules: tuple[str, ...]
    place: Place
    words: tuple[str, ...] = ()

    def told_by(self, book: RuleBook) -> Finding | None:
        """The finding that tells it; None when there is none."""
        return next(filter(self._tells, check(book, self.report).sorted()), None)

    def _tells(self, finding: Finding) -> bool:
        places = map(_chapter_of, finding.where)
        words = all(word in finding.message for word in self.words)
        return finding.rule in self.rules and self.place in places and words


Plant = Callable[[Random, Form, Report], Planted]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error with its name, as it is met in real reports."""

    name: str
    plant: Plant


def with_values(report: Report, values: Mapping[CellAddress, Entry | None]) -> Report:
    """The report with other entries in some cells; None for a blank."""
    kept = {cell: entry for cell, entry in report.values.items() if cell not in values}
    filled = {cell: entry for cell, entry in values.items() if entry is not None}
    return replace(report, values=kept | filled)


def with_text(report: Report, chapter_id: str, *paragraphs: str) -> Report:
    """The report with other paragraphs in one chapter."""
    text = tuple(map(Paragraph, paragraphs))
    chapters = (replace(c, paragraphs=text) if c.id == chapter_id else c for c in report.chapters)
    return replace(report, chapters=tuple(chapters))


def _chapter_of(place: Place) -> Place:
    return HeadingAddress(place.chapter) if isinstance(place, SpanAddress) else place
