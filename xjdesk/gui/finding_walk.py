"""The way through the findings, one after the other, while they come and go."""

from __future__ import annotations

from collections.abc import Sequence

from xjdesk.core.address import Place

FindingKey = tuple[str, tuple[Place, ...]]
"""What a finding is known by, whatever its words: the rule and where."""


class FindingWalk:
    """Knows which finding was led to last, and which one is next even when that one is gone."""

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

    def next_row(self, count: int) -> int:
        """The row to lead to now, of `count` rows; the first after the last."""
        return (self._row if self._key is None else self._row + 1) % count
