"""Beginning a report from last year's: what is taken over, and what never is.

No number of last year gets into a cell, no document number and no date into a field. The words of
the chapters are taken as they are, years included: what is out of date in them is for the checks to
point at, and for the clerk to write anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress, FindingAddress
from xjdesk.core.chapter_keywords import first_mention
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import AGAINST_LAST_YEAR, Figure, FigureSource, Operand
from xjdesk.core.form import ChapterDefinition, ChapterKind, Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Chapter, Paragraph, Report, empty_report, heading_for


class Part(StrEnum):
    """What can be taken over from last year's report."""

    DOCUMENT = "document"
    PEOPLE = "people"
    NARRATIVE = "narrative"
    SETTINGS = "settings"


_FIELDS: Mapping[Part, tuple[FieldAddress, ...]] = {
    Part.DOCUMENT: (
        fields.ISSUER,
        fields.DIRECTION,
        fields.TITLE,
        fields.ADDRESSEE,
        fields.ANNEX_NOTE,
        fields.ORGAN,
        fields.SEAL,
        fields.ANNEX_TITLE,
        fields.COPIES_TO,
        fields.PRINTED_BY,
    ),
    Part.PEOPLE: (
        fields.SIGNER,
        fields.FILLING_UNIT,
        fields.HEAD,
        fields.REVIEWER,
        fields.PREPARER,
        fields.PHONE,
    ),
    Part.NARRATIVE: (),
    Part.SETTINGS: (fields.LEVEL, fields.SCOPE, fields.BLANKS),
}

EVERY_PART = frozenset(Part)


def begun_from(last: LastYear, form: Form, parts: frozenset[Part] = EVERY_PART) -> Report:
    """A report in `form` on the year after that of `last`, with `parts` of it.

    Figures stay bound, to the cells that count what theirs did, and so show last year's number
    only until this year's is filled in; where the count has changed they become plain text. The
    number of the year before, in a phrase that compares, becomes last year's. Explanations are
    kept as history only: each has to be given anew.
    """
    before = last.report
    report = empty_report(form, before.year + 1)
    taken = {address for part in parts for address in _FIELDS[part]}
    report = replace(report, fields={a: t for a, t in before.fields.items() if a in taken})
    if Part.SETTINGS in parts:
        report = replace(report, explanations=dict(_history(before.explanations)))
    if Part.NARRATIVE in parts:
        report = replace(report, chapters=_chapters(last, form, report))
    return report


def _history(
    said: Mapping[FindingAddress, Explanation],
) -> Iterator[tuple[FindingAddress, Explanation]]:
    for address, explanation in said.items():
        earlier = explanation.earlier
        if explanation.text:
            earlier = (*earlier, EarlierExplanation(explanation.text, explanation.basis))
        if earlier:
            yield address, Explanation("", "", earlier)


def _chapters(last: LastYear, form: Form, report: Report) -> tuple[Chapter, ...]:
    """The chapters of `form` with last year's words, and those that last year's report added."""
    now = {old: new for new, old in last.same.items()}
    texts: dict[str, tuple[Paragraph, ...]] = {}
    headings: dict[str, str] = {}
    added: list[Chapter] = []
    is_same_form = last.form.id == form.id
    for chapter in last.report.chapters:
        paragraphs = tuple(_paragraph(paragraph, last, now) for paragraph in chapter.paragraphs)
        if is_same_form and form.chapter(chapter.id) is None:
            added.append(replace(chapter, paragraphs=paragraphs))
            continue
        definition = _chapter_for(form, chapter, is_same_form=is_same_form)
        texts[definition.id] = texts.get(definition.id, ()) + paragraphs
        usual = heading_for(definition, last.report.year)
        if is_same_form and chapter.heading != usual:
            headings[definition.id] = chapter.heading
    own = (
        Chapter(c.id, headings.get(c.id, c.heading), texts.get(c.id, ())) for c in report.chapters
    )
    return (*own, *added)


def _chapter_for(form: Form, chapter: Chapter, *, is_same_form: bool) -> ChapterDefinition:
    """Where the words of a chapter of last year's report go.

    Of another form: to the chapter of that id or name; where it now holds tables, or is none, to
    the first that has to hold text.
    """
    found = form.chapter(chapter.id)
    if found is None:
        places = {c.id: first_mention(chapter.heading, c) for c in form.chapters}
        known = [c for c in form.chapters if places[c.id] is not None]
        found = min(known, key=lambda c: places[c.id] or 0, default=None)
    if found is not None and (is_same_form or found.kind is ChapterKind.TEXT):
        return found
    texts = [c for c in form.chapters if c.kind is ChapterKind.TEXT]
    return next((c for c in texts if c.required), texts[0] if texts else form.chapters[0])


def _paragraph(
    paragraph: Paragraph, last: LastYear, now: Mapping[CellAddress, CellAddress]
) -> Paragraph:
    figures = tuple(
        Figure(figure.start, figure.end, source)
        for figure in paragraph.figures
        if (source := _source(figure.source, last, now)) is not None
    )
    return Paragraph(paragraph.text, figures)


def _source(
    source: FigureSource, last: LastYear, now: Mapping[CellAddress, CellAddress]
) -> FigureSource | None:
    """The same reckoning with this year's cells; None where one of them counts otherwise."""
    operands: list[Operand] = []
    for operand in source.operands:
        cell = now.get(operand) if isinstance(operand, CellAddress) else operand
        if cell is None:
            return None
        operands.append(cell)
    if source.kind in AGAINST_LAST_YEAR and isinstance(source.operands[0], CellAddress):
        number = last.report.value(source.operands[0])
        if isinstance(number, Decimal) and isinstance(operands[1], Decimal):
            operands[1] = number
    return replace(source, operands=tuple(operands))
