"""Which letters typed into a paragraph are taken back together: 撤销 goes by groups of words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from xjdesk.gui.chapter_text import Difference
from xjdesk.gui.differing_stretch import differing_stretch

_MOST_CHARACTERS = 20
_PAUSE_S = 2.0
_ENDS = "。！？；，、：…;!?"
"""Not those that stand within numbers as well: 3.5, 1,234 and 8:30."""


@dataclass(frozen=True, slots=True)
class CaretState:
    """Where caret and anchor of the selection stand in the text with that number of edits."""

    revision: int
    position: int
    anchor: int


@dataclass(frozen=True, slots=True)
class _Typed:
    """What one edit of a paragraph did: it put in `put` where `taken` characters stood."""

    paragraph: int
    start: int
    taken: int
    put: str

    @property
    def end(self) -> int:
        return self.start + len(self.put)

    def goes_on_from(self, before: _Typed) -> bool:
        """Whether it was done where `before` left the caret, and in the same way."""
        is_there = before.end in (self.start, self.start + self.taken)
        is_same_way = bool(self.put) == bool(before.put)
        # Where words are written over others, it is the others that undo brings back.
        is_over = bool(self.put) and self.taken > 0
        return self.paragraph == before.paragraph and is_there and is_same_way and not is_over


class TypingGroups:
    """Counts groups of edits that follow each other.

    A group ends behind a mark of punctuation, after about 20 字, with a pause of two seconds, when
    the caret goes elsewhere, and between typing and deleting.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._number = self._length = 0
        self._before: _Typed | None = None
        self._when = 0.0
        self._left_at: CaretState | None = None

    def begin(self) -> None:
        """What is done from here on is another group."""
        self._number += 1
        self._length = 0
        self._before = None

    def leave(self, caret: CaretState) -> None:
        """An edit is done, and the caret stands where it left it."""
        self._left_at = caret

    def move(self, caret: CaretState) -> None:
        """The caret goes elsewhere, unless an edit takes it along: the text is another then."""
        left = self._left_at
        if left is not None and caret.revision == left.revision and caret != left:
            self.begin()

    def number_of(self, edit: Difference) -> int:
        """The number of the group that an edit within one paragraph belongs to."""
        typed, now = _typed(edit), self._clock()
        length = self._length + max(len(typed.put), typed.taken)
        goes_on = self._before is not None and typed.goes_on_from(self._before)
        if not goes_on or length > _MOST_CHARACTERS or now - self._when >= _PAUSE_S:
            self.begin()
            length = max(len(typed.put), typed.taken)
        self._length, self._when = length, now
        self._before = None if typed.put.endswith(tuple(_ENDS)) else typed
        return self._number


def _typed(edit: Difference) -> _Typed:
    old, new = edit.old[0].text, edit.new[0].text
    found = differing_stretch(old, new)
    put = new[found.start : found.new_end]
    return _Typed(edit.at, found.start, found.old_end - found.start, put)
