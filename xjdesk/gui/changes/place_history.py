"""What the change log tells of one place, and where the place of an old change is now.

Paragraphs are counted anew with each one that is put in or taken out before them: their places are
followed through the log, whose paragraph changes lead one after the other to the report of now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import field_at
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.row_notes import noted_cell
from xjdesk.gui.changes.address_words import places_in


def entries_at(log: Sequence[LoggedChange], place: Place) -> frozenset[int]:
    """The numbers of the entries about what stands at `place` now, counted from the oldest."""
    if isinstance(place, ParagraphAddress | SpanAddress):
        return frozenset(_of_paragraph(log, place.chapter, place.paragraph))
    return frozenset(n for n, e in enumerate(log) if _is_about(e.change.address, place))


def place_now(form: Form, report: Report, log: Sequence[LoggedChange], number: int) -> Place | None:
    """Where in `report` the entry of that number leads; None when its place is there no more."""
    address = log[number].change.address
    match address:
        case ParagraphAddress():
            return _paragraph_now(form, report, log, number, address)
        case FindingAddress():
            places = places_in(address)
            return next((place for place in places if _is_there(form, report, place)), None)
        case NoteAddress():
            return _noted_cell(form, address)
        case _:
            return address if _is_there(form, report, address) else None


@dataclass(frozen=True, slots=True)
class _Splice:
    """From paragraph `at` on, `old` paragraphs became `new` ones."""

    at: int
    old: int
    new: int

    def before(self, paragraph: int) -> int | None:
        """Where a paragraph of after stood before; None when it was put in."""
        return _moved(paragraph, self.at, self.new, self.old)

    def after(self, paragraph: int) -> int | None:
        """Where a paragraph of before stands after; None when it was taken out."""
        return _moved(paragraph, self.at, self.old, self.new)


def _moved(paragraph: int, at: int, there: int, then: int) -> int | None:
    if paragraph < at:
        return paragraph
    if paragraph >= at + there:
        return paragraph - there + then
    return at + min(paragraph - at, then - 1) if then else None


def _splice(change: Change, chapter: str) -> _Splice | None:
    """What a change did to the paragraphs of a chapter, if anything."""
    address, old, new = change.address, change.old, change.new
    if not isinstance(address, ParagraphAddress) or address.chapter != chapter:
        return None
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return None
    return _Splice(address.paragraph, len(old), len(new))


def _of_paragraph(log: Sequence[LoggedChange], chapter: str, paragraph: int) -> list[int]:
    """The entries that touched the paragraph, from the newest back to the one that put it in."""
    found: list[int] = []
    for number in range(len(log) - 1, -1, -1):
        splice = _splice(log[number].change, chapter)
        if splice is None:
            continue
        if splice.at <= paragraph < splice.at + splice.new:
            found.append(number)
        earlier = splice.before(paragraph)
        if earlier is None:
            break
        paragraph = earlier
    return found


def _paragraph_now(
    form: Form,
    report: Report,
    log: Sequence[LoggedChange],
    number: int,
    address: ParagraphAddress,
) -> Place | None:
    first = _splice(log[number].change, address.chapter)
    if first is None or not first.new:
        return None
    paragraph = address.paragraph
    for entry in log[number + 1 :]:
        splice = _splice(entry.change, address.chapter)
        later = splice.after(paragraph) if splice else paragraph
        if later is None:
            return None
        paragraph = later
    place = ParagraphAddress(address.chapter, paragraph)
    return place if _is_there(form, report, place) else None


def _is_about(address: Address, place: Place) -> bool:
    if isinstance(address, FindingAddress):
        return place in places_in(address)
    if isinstance(address, NoteAddress):
        noted = (address.table, address.row)
        return isinstance(place, CellAddress) and (place.table, place.row) == noted
    return address == place


def _noted_cell(form: Form, note: NoteAddress) -> CellAddress | None:
    try:
        return noted_cell(form, note)
    except (KeyError, StopIteration):
        return None


def _is_there(form: Form, report: Report, place: Place) -> bool:
    try:
        match place:
            case CellAddress():
                form.row_of(place)
            case FieldAddress():
                field_at(place)
            case HeadingAddress():
                report.chapter(place.chapter)
            case ParagraphAddress() | SpanAddress():
                return place.paragraph < len(report.chapter(place.chapter).paragraphs)
            case _:
                pass
    except KeyError:
        return False
    return True
