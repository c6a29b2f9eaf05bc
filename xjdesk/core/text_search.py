"""Searching all words of a report, and replacing those that its author wrote.

Compared are characters as they are read: full-width as half-width, capitals as small letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from xjdesk.core.address import CellAddress, FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import GROUPS, FieldKind
from xjdesk.core.figure import Figure
from xjdesk.core.figure_carrying import runs_on
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.row_name import labels_of

HitAddress = FieldAddress | HeadingAddress | ParagraphAddress | CellAddress


class HitKind(Enum):
    """What was found. Only WRITTEN can be replaced.

    WRITTEN: words of the author. FIGURE: words that reach into a number that comes from a cell.
    LABEL: the printed labels of a cell. VALUE: what stands in a cell.
    """

    WRITTEN = "written"
    FIGURE = "figure"
    LABEL = "label"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` up to, not including, `end` of `text`, which stands at `address`."""

    address: HitAddress
    text: str
    start: int
    end: int
    kind: HitKind


@dataclass(frozen=True, slots=True)
class Replacement:
    """The changes that replace words: how many places they touch, how many figures they leave."""

    changes: tuple[Change, ...]
    count: int
    figures_left: int


def search(form: Form, report: Report, words: str) -> tuple[Hit, ...]:
    """All places where `words` stand, in the order of the document; none without words.

    Of the cells whose labels hold them, the first of each row is told.
    """
    wanted = folded(words)
    return tuple(_hits(form, report, wanted)) if wanted else ()


def replacement(hits: Iterable[Hit], report: Report, new: str) -> Replacement:
    """The changes that put `new` in the place of every hit that can be replaced.

    `hits` are of `report`.
    """
    by_address: dict[HitAddress, list[Hit]] = {}
    figures_left = 0
    for hit in hits:
        if hit.kind is HitKind.WRITTEN:
            by_address.setdefault(hit.address, []).append(hit)
        figures_left += hit.kind is HitKind.FIGURE
    changes: list[Change] = []
    count = 0
    for address, own in by_address.items():
        change = _change(report, address, own, new)
        if change.is_real:
            changes.append(change)
            count += len(own)
    return Replacement(tuple(changes), count, figures_left)


def folded(text: str) -> str:
    """The text as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def found_in(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where `wanted`, which is folded, stands in `text`; stretches that do not overlap."""
    pieces = [folded(character) for character in text]
    joined = "".join(pieces)
    if wanted not in joined:
        return
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for number, piece in enumerate(pieces):
        starts.setdefault(at, number)
        at += len(piece)
        ends[at] = number + 1
    begin = joined.find(wanted)
    while begin >= 0:
        start, end = starts.get(begin), ends.get(begin + len(wanted))
        # Half a character that is written as two, such as ㎡, is not found.
        if start is not None and end is not None:
            yield start, end
            begin = joined.find(wanted, begin + len(wanted))
        else:
            begin = joined.find(wanted, begin + 1)


def _hits(form: Form, report: Report, wanted: str) -> Iterator[Hit]:
    for group in GROUPS:
        for field in group.fields:
            if field.kind is not FieldKind.CHOICE:
                yield from _written(field.address, report.field(field.address), wanted)
    for chapter in report.chapters:
        yield from _written(HeadingAddress(chapter.id), chapter.heading, wanted)
        for number, paragraph in enumerate(chapter.paragraphs):
            address = ParagraphAddress(chapter.id, number)
            yield from _written(address, paragraph.text, wanted, paragraph.figures)
    yield from _in_cells(form, report, wanted)


def _written(
    address: HitAddress, text: str, wanted: str, figures: Sequence[Figure] = ()
) -> Iterator[Hit]:
    for start, end in found_in(text, wanted):
        is_figure = any(figure.start < end and start < figure.end for figure in figures)
        kind = HitKind.FIGURE if is_figure else HitKind.WRITTEN
        yield Hit(address, text, start, end, kind)


def _in_cells(form: Form, report: Report, wanted: str) -> Iterator[Hit]:
    told: set[tuple[str, str, str]] = set()
    for cell in form.indicator_cells():
        for label in labels_of(form, cell):
            row = (cell.table, cell.row, label)
            if row not in told:
                told.add(row)
                found = next(found_in(label, wanted), None)
                if found is not None:
                    yield Hit(cell, label, *found, HitKind.LABEL)
        shown = show_entry(report.value(cell))
        if folded(shown) == wanted:
            yield Hit(cell, shown, 0, len(shown), HitKind.VALUE)


def _change(report: Report, address: HitAddress, hits: Sequence[Hit], new: str) -> Change:
    match address:
        case FieldAddress():
            old = report.field(address)
            return Change(address, old, _replaced(old, hits, new))
        case HeadingAddress():
            old = report.chapter(address.chapter).heading
            return Change(address, old, _replaced(old, hits, new))
        case ParagraphAddress():
            paragraph = report.chapter(address.chapter).paragraphs[address.paragraph]
            return Change(address, (paragraph,), (_replaced_in(paragraph, hits, new),))
        case CellAddress():
            raise ValueError(f"{address}: what stands in a cell is not replaced")


def _replaced(text: str, hits: Sequence[Hit], new: str) -> str:
    for hit in reversed(hits):
        text = text[: hit.start] + new + text[hit.end :]
    return text


def _replaced_in(paragraph: Paragraph, hits: Sequence[Hit], new: str) -> Paragraph:
    """The paragraph with its figures moved along.

    As in typing, one whose number goes on in what now stands beside it is no figure any more.
    """
    text = _replaced(paragraph.text, hits, new)
    kept: list[Figure] = []
    for figure in paragraph.figures:
        before = [hit for hit in hits if hit.end <= figure.start]
        shift = sum(len(new) - (hit.end - hit.start) for hit in before)
        moved = replace(figure, start=figure.start + shift, end=figure.end + shift)
        if not runs_on(text, moved) or runs_on(paragraph.text, figure):
            kept.append(moved)
    return Paragraph(text, tuple(kept))
