"""Two hundred documents in a row leave nothing behind, and the program ends as it should."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.cycles import Way, cycles

_MOST_RISE = (2 if sys.platform == "linux" else 8) << 20
"""A dozen documents left to Python to be found take 11 MB. Only the C library of Linux can be told
to give back at once what is freed."""
_OBJECTS = 2
"""A document may leave that many behind for good: among them what is logged of it."""


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("way", "count"),
    [(Way.REPLACED, 110), (Way.DISCARDED, 35), (Way.WINDOWS, 20), (Way.CLOSED, 35)],
)
def test_documents_come_and_go_and_leave_nothing(way: Way, count: int, tmp_path: Path) -> None:
    found = cycles(way, count, tmp_path)
    assert len(found.counts) == count
    assert not found.grown
    kinds = ("handles", "threads", "windows", "widgets", "wrappers")
    assert {kind: found.growth(kind) for kind in kinds if found.growth(kind) > 0} == {}
    open_at_once = 0 if way is Way.CLOSED else 1
    assert {count.documents for count in found.counts} == {open_at_once}
    assert found.growth("objects") <= _OBJECTS * count
    assert found.rise < _MOST_RISE
    assert found.complaints == ()
