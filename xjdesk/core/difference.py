"""What is different between two states of one report, as changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from xjdesk.core.address import HeadingAddress, ParagraphAddress, YearAddress
from xjdesk.core.change import Change, ChangeError
from xjdesk.core.report import Chapter, Report

_MOST_COMPARED = 100_000
"""Pairs of paragraphs; beyond that, far from any report, they are replaced all together."""


def difference(old: Report, new: Report) -> tuple[Change, ...]:
    """The changes that, applied in their order, make `new` of `old`.

    ChangeError when no changes can: reports in two forms, or with other chapters.
    """
    if old.form_id != new.form_id or _chapter_ids(old) != _chapter_ids(new):
        raise ChangeError(f"{new.form_id} is not made of {old.form_id} by changes")
    return tuple(change for change in _changes(old, new) if change.is_real)


def _chapter_ids(report: Report) -> list[str]:
    return [chapter.id for chapter in report.chapters]


def _changes(old: Report, new: Report) -> Iterator[Change]:
    yield Change(YearAddress(), old.year, new.year)
    for field in sorted({*old.fields, *new.fields}):
        yield Change(field, old.field(field), new.field(field))
    for before, after in zip(old.chapters, new.chapters, strict=True):
        yield Change(HeadingAddress(before.id), before.heading, after.heading)
        yield from _paragraph_changes(before, after)
    for cell in sorted({*old.values, *new.values}):
        yield Change(cell, old.value(cell), new.value(cell))
    for finding in sorted({*old.explanations, *new.explanations}):
        said, says = old.explanations.get(finding), new.explanations.get(finding)
        yield Change(finding, said, says)
    for note in sorted({*old.notes, *new.notes}):
        yield Change(note, old.note(note), new.note(note))


def _paragraph_changes(old: Chapter, new: Chapter) -> Iterator[Change]:
    """From the last to the first, so that the places of those to come stay what they were."""
    for start, end, new_start, new_end in reversed(list(_stretches(old, new))):
        place = ParagraphAddress(old.id, start)
        yield Change(place, old.paragraphs[start:end], new.paragraphs[new_start:new_end])


def _stretches(old: Chapter, new: Chapter) -> Iterator[tuple[int, int, int, int]]:
    """Where paragraphs of `old` are replaced, from and to, and where those of `new` stand."""
    # Equal numbers in figures may be written differently, as 5 and 5.00.
    a, b = list(map(str, old.paragraphs)), list(map(str, new.paragraphs))
    start = _common(a, b)
    end = _common(a[start:][::-1], b[start:][::-1])
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    if len(a) * len(b) > _MOST_COMPARED:
        yield start, start + len(a), start, start + len(b)
        return
    for kind, *where in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            a_start, a_end, b_start, b_end = (start + at for at in where)
            yield a_start, a_end, b_start, b_end


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many the two have in common at their beginnings."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(a), len(b)))
