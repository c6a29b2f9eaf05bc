"""Two hundred documents in a row leave nothing behind, and the program ends as it should."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reliability.cycles import SETTLED, Cycles, Way, cycles
from tests.reliability.process_counts import Count

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


_MB = 1 << 20


def _held(held_mb: list[float]) -> Cycles:
    """The account of a process that held so much after each document."""
    counts = (Count(round(mb * _MB), 8, 4, 25, 620, 1, 526, 34_000) for mb in held_mb)
    return Cycles(tuple(counts), 0.1, 0.1, {}, ())


@given(st.lists(st.booleans(), min_size=15, max_size=15))
def test_a_picture_that_comes_and_goes_is_no_rise_unless_it_only_comes(shown: list[bool]) -> None:
    held = [160.0] * SETTLED + [163.0 if one else 158.0 for one in shown]
    only_comes = not any(shown[:5]) and all(shown[10:])
    assert (_held(held).rise < 2 * _MB) is not only_comes


def test_what_every_document_leaves_behind_is_a_rise_whatever_comes_and_goes() -> None:
    left_mb = 0.3
    for shown in ("0110010" * 3, "1010101" * 3, "1" * 20, "0" * 20):
        pictures = [5.0 * int(one) for one in shown[:20]]
        held = [158 + left_mb * number + picture for number, picture in enumerate(pictures)]
        assert _held(held).rise >= 2 * _MB
