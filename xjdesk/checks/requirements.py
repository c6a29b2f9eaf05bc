"""What a report has to hold, in the order of the tabs.

It is what the checks for blanks ask for: required fields (D-01), the signer of an upward document
(D-02), text in required chapters (D-04), and the indicators of tables with a relation of kind
BLANK.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from xjdesk.checks.document.required_parts import (
    has_text,
    is_filled,
    needs_signer,
    needs_text,
)
from xjdesk.checks.rule import Topic
from xjdesk.checks.table.balances import totals
from xjdesk.checks.table.cell_numbers import may_stay_blank
from xjdesk.checks.table.relation_instance import instances
from xjdesk.core.address import (
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.document_fields import (
    BLANKS,
    DIRECTION,
    FILLING,
    LETTERHEAD,
    SIGNER,
    UNIT,
    FieldGroup,
)
from xjdesk.core.form import Form
from xjdesk.core.form_fields import field_groups, is_required
from xjdesk.core.relation import RelationKind
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class Requirement:
    """What has to be filled in at `place`, as long as `is_asked`; `topics` is what both read."""

    place: Place
    topics: tuple[Topic, ...]
    is_filled: Callable[[Report], bool]
    is_asked: Callable[[Report], bool]

    def state(self, report: Report) -> bool | None:
        """Whether it is filled in; None while it is not asked for."""
        return self.is_filled(report) if self.is_asked(report) else None


@dataclass(frozen=True, slots=True)
class Requirements:
    """All that a form asks for, in the order of the tabs.

    `touching` says which of them read what, `positions` where every place of a report stands in
    that order.
    """

    all: tuple[Requirement, ...]
    touching: Mapping[Topic, tuple[int, ...]]
    positions: Mapping[Place, int]

    def position(self, place: Place) -> int:
        """Where the place stands, before all others when the form does not know it."""
        if isinstance(place, ParagraphAddress | SpanAddress):
            place = HeadingAddress(place.chapter)
        return self.positions.get(place, -1)


def requirements(form: Form) -> Requirements:
    """What a report in `form` has to hold."""
    groups = tuple(field_groups(form))
    first = tuple(group for group in groups if group in (LETTERHEAD, UNIT, FILLING))
    last = tuple(group for group in groups if group not in first)
    found = (*_fields(form, first), *_chapters_and_cells(form), *_fields(form, last))
    touching: dict[Topic, list[int]] = {}
    for number, requirement in enumerate(found):
        for topic in requirement.topics:
            touching.setdefault(topic, []).append(number)
    places = (YearAddress(), *_field_places(first), *_inner_places(form), *_field_places(last))
    return Requirements(
        found,
        {topic: tuple(numbers) for topic, numbers in touching.items()},
        {place: position for position, place in enumerate(places)},
    )


def _fields(form: Form, groups: Iterable[FieldGroup]) -> Iterator[Requirement]:
    for group in groups:
        for field in group.fields:
            at = field.address
            if is_required(form, field):
                yield Requirement(at, (at,), partial(is_filled, address=at), _always)
            elif at == SIGNER:
                topics = (SIGNER, DIRECTION)
                yield Requirement(at, topics, partial(is_filled, address=at), needs_signer)


def _chapters_and_cells(form: Form) -> Iterator[Requirement]:
    cells = _cells_by_chapter(form)
    for chapter in form.chapters:
        if needs_text(chapter):
            yield Requirement(
                SpanAddress(chapter.id, 0, 0, 0),
                (HeadingAddress(chapter.id),),
                partial(has_text, chapter_id=chapter.id),
                _always,
            )
        yield from cells.get(chapter.id, ())
    yield from cells.get("", ())


def _cells_by_chapter(form: Form) -> dict[str, list[Requirement]]:
    """What the tables ask for, by the chapter they stand in."""
    asked_for = {r.table for r in form.relations if r.kind is RelationKind.BLANK}
    found = (instance for relation in form.relations for instance in instances(form, relation))
    sums = frozenset(totals(found))
    cells: dict[str, list[Requirement]] = {}
    for cell in form.indicator_cells():
        if cell.table in asked_for:
            is_asked = _always if cell in sums else _zeros_are_written
            asked = Requirement(cell, (cell, BLANKS), partial(_holds, cell), is_asked)
            cells.setdefault(form.table(cell.table).chapter, []).append(asked)
    return cells


def _field_places(groups: Iterable[FieldGroup]) -> Iterator[Place]:
    return (field.address for group in groups for field in group.fields)


def _inner_places(form: Form) -> Iterator[Place]:
    for chapter in form.chapters:
        yield HeadingAddress(chapter.id)
        for table in form.tables:
            if table.chapter == chapter.id:
                yield from table.addresses()
    for table in form.tables:
        if not table.chapter:
            yield from table.addresses()


def _always(_: Report) -> bool:
    return True


def _zeros_are_written(report: Report) -> bool:
    return not may_stay_blank(report)


def _holds(cell: CellAddress, report: Report) -> bool:
    return report.value(cell) is not None
