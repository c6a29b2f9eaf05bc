"""The stretch in which two texts differ, and positions as Qt counts them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextSpan:
    """The characters from `start` to before `end` are to become `text`."""

    start: int
    end: int
    text: str

    @property
    def new_end(self) -> int:
        """Where `text` ends once it stands there."""
        return self.start + len(self.text)


def changed_span(old: str, new: str, cursor: int) -> TextSpan:
    """The smallest stretch of `old` whose replacement makes it `new`.

    Where several would do, as within a run of one letter, it is the one that ends at `cursor`, an
    index in `old`: there the text was typed that is being taken back.
    """
    shorter = min(len(old), len(new))
    after = _common_end(old, new, min(shorter, len(old) - cursor))
    before = 0
    while before < shorter - after and old[before] == new[before]:
        before += 1
    after = _common_end(old, new, shorter - before)
    return TextSpan(before, len(old) - after, new[before : len(new) - after])


def qt_length(text: str) -> int:
    """The length of `text` in the UTF-16 units of Qt: rare characters count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def index_at(text: str, position: int) -> int:
    """The index in `text` of a `position` in the UTF-16 units of Qt."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(before.decode("utf-16-le", "surrogatepass"))


def _common_end(old: str, new: str, most: int) -> int:
    length = 0
    while length < most and old[-1 - length] == new[-1 - length]:
        length += 1
    return length
