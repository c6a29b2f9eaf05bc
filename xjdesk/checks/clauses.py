"""Where the clauses and sentences of running text begin and end."""

from __future__ import annotations

import re

from xjdesk.checks.stretch import Stretch


class Division:
    """A way of dividing a text: at each of the `marks`, which belong to no part."""

    def __init__(self, marks: str) -> None:
        self.marks = marks
        self._pattern = re.compile(f"[{re.escape(marks)}]")

    def around(self, text: str, start: int, end: int) -> Stretch:
        """The part that holds characters `start` to `end`, over the marks among these."""
        # Backwards, or else every number of a long paragraph would read all that is before it.
        first = max(text.rfind(mark, 0, start) for mark in self.marks) + 1
        last = self._pattern.search(text, end)
        return Stretch(first, last.start() if last else len(text))

    def parts(self, text: str) -> tuple[Stretch, ...]:
        """All parts that are not empty."""
        ends = [*(mark.start() for mark in self._pattern.finditer(text)), len(text)]
        starts = [0, *(end + 1 for end in ends[:-1])]
        return tuple(Stretch(s, e) for s, e in zip(starts, ends, strict=True) if s < e)

    def marks_before(self, text: str, place: int) -> int:
        """How many marks stand before `place`: equal numbers are places of one part."""
        return sum(text.count(mark, 0, place) for mark in self.marks)


FULL_SENTENCES = Division("。？！")
"""Up to a full stop: how far an exception such as 除……外 reaches."""

SENTENCES = Division("。；？！")
"""Also parted at semicolons: each part of such a sentence has times and doers of its own."""

CLAUSES = Division("，。；：？！,;（）()")
"""What is said in one breath. A bracket says something of its own; what 、 parts is one list."""

PHRASES = Division(f"{CLAUSES.marks}、:!?")
"""Also parted at 、: the least that a word and a number beside it can share."""

QUOTED_CLAUSES = Division("，。；：？！")
"""What the user is shown of a sentence, with its brackets, and what a finding is kept by.

What was said about findings is saved with these words: other marks would lose it.
"""
