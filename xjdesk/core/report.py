"""A report (年度报告): what one project file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xjdesk.core.address import CellAddress, FieldAddress, FindingAddress, NoteAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.figure import Figure
from xjdesk.core.form import ChapterDefinition, Form
from xjdesk.core.numbers import Entry


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, numbering included, without line breaks or indents.

    `figures` are the numbers in it that come from cells, in the order of the text; they do not
    overlap.
    """

    text: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report. An empty heading is printed without one (the preface)."""

    id: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report of one issuer for one year, in one form. Never changed: see `core.change`.

    `values` holds filled cells only: a blank cell is not in it. `fields` holds filled fields only.
    `explanations` holds what the clerk said about findings, also about those that are gone.
    `notes` holds what the clerk noted about rows, in lines; none of it is printed.
    """

    form_id: str
    year: int
    fields: Mapping[FieldAddress, str]
    chapters: tuple[Chapter, ...]
    values: Mapping[CellAddress, Entry]
    explanations: Mapping[FindingAddress, Explanation] = field(
        default_factory=dict[FindingAddress, Explanation]
    )
    notes: Mapping[NoteAddress, str] = field(default_factory=dict[NoteAddress, str])

    def field(self, address: FieldAddress) -> str:
        """The text of a field; empty when it is not filled."""
        return self.fields.get(address, "")

    def value(self, address: CellAddress) -> Entry | None:
        """What a cell holds; None when it is blank."""
        return self.values.get(address)

    def note(self, address: NoteAddress) -> str:
        """What is noted about a row; empty when nothing is."""
        return self.notes.get(address, "")

    def chapter(self, chapter_id: str) -> Chapter:
        """The chapter of that id; KeyError when there is none."""
        for chapter in self.chapters:
            if chapter.id == chapter_id:
                return chapter
        raise KeyError(chapter_id)


def empty_report(form: Form, year: int) -> Report:
    """A report on `year` with the form's chapters and nothing filled in."""
    chapters = tuple(
        Chapter(definition.id, heading_for(definition, year), ()) for definition in form.chapters
    )
    return Report(form.id, year, {}, chapters, {})


def heading_for(definition: ChapterDefinition, year: int) -> str:
    """The heading the form proposes for a chapter of a report on `year`."""
    return definition.heading.format(year=year, next_year=year + 1)
