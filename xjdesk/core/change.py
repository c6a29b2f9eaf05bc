"""Changes: the only way one report becomes the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    YearAddress,
)
from xjdesk.core.explanation import Explanation
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Chapter, Paragraph, Report

_K = TypeVar("_K")
_V = TypeVar("_V")

Content = Entry | str | int | tuple[Paragraph, ...] | Explanation | None
"""What stands at an address.

A cell holds an Entry or None (blank); a field, a heading and a note text; the year an int; a
paragraph address the paragraphs that begin there; a finding address an Explanation or None.
"""


class ChangeError(ValueError):
    """A change that does not fit the report it is applied to."""


@dataclass(frozen=True, slots=True)
class Change:
    """`old` at `address` becomes `new`.

    At a paragraph address the paragraphs `old`, from there on, become the paragraphs `new`: an
    edit replaces one by one, a split one by two, an insertion none by some.
    """

    address: Address
    old: Content
    new: Content

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.address, self.new, self.old)

    @property
    def is_real(self) -> bool:
        """Whether it changes anything: 5 and 5.00 are equal, but not the same in print."""
        return self.old != self.new or str(self.old) != str(self.new)

    def then(self, later: Change) -> Change | None:
        """Both as one change, where `later` goes on from what this one left; else None."""
        if later.address != self.address or later.old != self.new:
            return None
        return Change(self.address, self.old, later.new)


def apply(report: Report, change: Change) -> Report:
    """The report after `change`; ChangeError when `old` is not what stands there."""
    match change.address:
        case CellAddress() as address:
            _expect(change, report.values.get(address))
            return replace(report, values=_with(report.values, address, _entry(change)))
        case FieldAddress() as address:
            _expect(change, report.field(address))
            return replace(report, fields=_with(report.fields, address, _text(change) or None))
        case YearAddress():
            _expect(change, report.year)
            if not isinstance(change.new, int):
                raise ChangeError(f"{change.address}: a year is a whole number")
            return replace(report, year=change.new)
        case FindingAddress() as address:
            _expect(change, report.explanations.get(address))
            said = _with(report.explanations, address, _explanation(change))
            return replace(report, explanations=said)
        case NoteAddress() as address:
            _expect(change, report.note(address))
            return replace(report, notes=_with(report.notes, address, _text(change) or None))
        case HeadingAddress() as address:
            chapter = _chapter(report, address.chapter)
            _expect(change, chapter.heading)
            return _with_chapter(report, replace(chapter, heading=_text(change)))
        case ParagraphAddress() as address:
            chapter = _chapter(report, address.chapter)
            return _with_chapter(report, _spliced(chapter, address.paragraph, change))


def apply_all(report: Report, changes: Iterable[Change]) -> Report:
    """The report after all `changes`, in order."""
    for change in changes:
        report = apply(report, change)
    return report


def inverse_of(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take `changes` back."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))


def content_at(report: Report, address: Address) -> Content:
    """What stands at `address`: for a paragraph, that one paragraph (none past the end)."""
    match address:
        case CellAddress():
            return report.value(address)
        case FieldAddress():
            return report.field(address)
        case YearAddress():
            return report.year
        case FindingAddress():
            return report.explanations.get(address)
        case NoteAddress():
            return report.note(address)
        case HeadingAddress():
            return report.chapter(address.chapter).heading
        case ParagraphAddress():
            at = address.paragraph
            return report.chapter(address.chapter).paragraphs[at : at + 1]


def _with(values: Mapping[_K, _V], key: _K, value: _V | None) -> dict[_K, _V]:
    changed = dict(values)
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed


def _with_chapter(report: Report, changed: Chapter) -> Report:
    chapters = tuple(changed if c.id == changed.id else c for c in report.chapters)
    return replace(report, chapters=chapters)


def _spliced(chapter: Chapter, at: int, change: Change) -> Chapter:
    old, new = _paragraphs(change, change.old), _paragraphs(change, change.new)
    _expect(change, chapter.paragraphs[at : at + len(old)])
    if not 0 <= at <= len(chapter.paragraphs):
        raise ChangeError(f"{change.address}: there is no such paragraph")
    paragraphs = chapter.paragraphs[:at] + new + chapter.paragraphs[at + len(old) :]
    return replace(chapter, paragraphs=paragraphs)


def _chapter(report: Report, chapter_id: str) -> Chapter:
    try:
        return report.chapter(chapter_id)
    except KeyError as error:
        raise ChangeError(f"there is no chapter {chapter_id}") from error


def _expect(change: Change, found: Content) -> None:
    if change.old != found:
        raise ChangeError(f"{change.address}: expected {change.old!r}, found {found!r}")


def _entry(change: Change) -> Entry | None:
    if isinstance(change.new, int | tuple | Explanation) or change.new == "":
        raise ChangeError(f"{change.address}: a cell holds a number, text, or None for blank")
    return change.new


def _explanation(change: Change) -> Explanation | None:
    if change.new is not None and not isinstance(change.new, Explanation):
        raise ChangeError(f"{change.address}: expected an explanation")
    return change.new


def _text(change: Change) -> str:
    if not isinstance(change.new, str):
        raise ChangeError(f"{change.address}: expected text")
    return change.new


def _paragraphs(change: Change, content: Content) -> tuple[Paragraph, ...]:
    if not isinstance(content, tuple):
        raise ChangeError(f"{change.address}: expected paragraphs")
    return content
