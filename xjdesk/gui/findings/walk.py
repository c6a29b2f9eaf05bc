"""The way through the findings, one after the other, while they come and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xjdesk.gui.findings.rows import FindingKey


class FindingWalk:
    """Knows which finding was led to last, and which one is next even when that one is gone.

    It leads to open findings only, though it may stand at any.
    """

    def __init__(self) -> None:
        self._key: FindingKey | None = None
        self._row = 0
        self._has_begun = False

    @property
    def row(self) -> int:
        """Where the last finding stands; once it is gone, where the one after it stands."""
        return self._row

    @property
    def has_begun(self) -> bool:
        """Whether any finding was led to yet."""
        return self._has_begun

    @property
    def stands(self) -> bool:
        """Whether the last finding is still there."""
        return self._key is not None

    def stand_at(self, key: FindingKey, row: int) -> None:
        """Take the finding in the row as the one that was led to last."""
        self._key, self._row = key, row
        self._has_begun = True

    def follow(self, before: Sequence[FindingKey], after: Sequence[FindingKey]) -> None:
        """Keep the place while the findings `before` become those `after`."""
        if self._key is not None and self._key in after:
            self._row = after.index(self._key)
            return
        self._key = None
        rows = {key: row for row, key in enumerate(after)}
        self._row = 1 + max((rows.get(key, -1) for key in before[: self._row]), default=-1)

    def next_row(self, keys: Sequence[FindingKey]) -> int | None:
        """The row to lead to now, the first after the last; None when no finding is open."""
        first = self._row if self._key is None else self._row + 1
        return _first_open(keys, range(first, first + len(keys)))

    def previous_row(self, keys: Sequence[FindingKey]) -> int | None:
        """The row before, the last before the first; None when no finding is open."""
        return _first_open(keys, range(self._row - 1, self._row - 1 - len(keys), -1))


def _first_open(keys: Sequence[FindingKey], rows: Iterable[int]) -> int | None:
    return next((row % len(keys) for row in rows if keys[row % len(keys)].is_open), None)
