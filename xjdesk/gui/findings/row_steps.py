"""How one list of rows becomes another: what is taken out, and what is put in where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xjdesk.gui.differing_stretch import differing_stretch
from xjdesk.gui.findings.rows import FindingRow


@dataclass(frozen=True, slots=True)
class Removal:
    """The rows from `start` to before `end` go."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """`rows` come in before the row `start`."""

    start: int
    rows: tuple[FindingRow, ...]


def row_steps(
    old: Sequence[FindingRow], new: Sequence[FindingRow]
) -> tuple[Removal | Insertion, ...]:
    """The steps, one after the other, after which the keys are those of `new`.

    A row whose key stays is left where it is, though its words may differ.
    """
    differs = differing_stretch([row.key for row in old], [row.key for row in new])
    start, inserted = differs.start, new[differs.start : differs.new_end]
    old_keys = [row.key for row in old[start : differs.old_end]]
    new_keys = [row.key for row in inserted]
    staying = set(old_keys) & set(new_keys)
    if [k for k in old_keys if k in staying] != [k for k in new_keys if k in staying]:
        # Some changed places, which edits hardly ever bring about.
        staying = set[object]()
    gone = _runs([key not in staying for key in old_keys])
    come = _runs([key not in staying for key in new_keys])
    removals = [Removal(start + first, start + end) for first, end in gone]
    insertions = (Insertion(start + first, tuple(inserted[first:end])) for first, end in come)
    return (*reversed(removals), *insertions)


def _runs(flags: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Where stretches of True begin and end."""
    start: int | None = None
    number = -1
    for number, flag in enumerate(flags):
        if flag and start is None:
            start = number
        elif not flag and start is not None:
            yield start, number
            start = None
    if start is not None:
        yield start, number + 1
