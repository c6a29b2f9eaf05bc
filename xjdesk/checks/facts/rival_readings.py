"""Numbers of one sentence that cannot all be those of the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xjdesk.checks.clauses import SENTENCES
from xjdesk.checks.facts.reading import Aside, Reading
from xjdesk.core.address import CellAddress

_OF_WHICH = "其中"


def told_apart(text: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, those that cannot all be of the whole of their cells set aside as parts.

    Different numbers for the same cells in one sentence are of several accounts or sites; only
    what stands before 其中 is the whole.
    """
    rivals: dict[tuple[int, tuple[tuple[CellAddress, ...], ...]], list[int]] = {}
    for at, reading in enumerate(readings):
        if reading.phrases and reading.aside is None:
            sentence = SENTENCES.around(text, reading.mention.start, reading.mention.end)
            rivals.setdefault((sentence.start, reading.phrases[0].sums), []).append(at)
    told = list(readings)
    for group in rivals.values():
        if len({readings[at].mention.value for at in group}) > 1:
            first, second = (readings[at].mention for at in group[:2])
            has_whole = _OF_WHICH in text[first.end : second.start]
            for at in group[has_whole:]:
                told[at] = replace(readings[at], aside=Aside.PART)
    return tuple(told)
