"""Where two sequences differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.differing_stretch import Stretch, differing_stretch

_LETTERS = st.lists(st.sampled_from("ab"), max_size=8)


@given(_LETTERS, _LETTERS)
def test_replacing_the_stretch_makes_one_of_the_other(old: list[str], new: list[str]) -> None:
    found = differing_stretch(old, new)
    assert old[: found.start] + new[found.start : found.new_end] + old[found.old_end :] == new


@pytest.mark.parametrize(
    ("old", "new", "stretch"),
    [
        ("abc", "abc", Stretch(3, 3, 3)),
        ("abc", "axc", Stretch(1, 2, 2)),
        ("ac", "abc", Stretch(1, 1, 2)),
        ("aa", "a", Stretch(1, 2, 1)),
    ],
)
def test_the_stretch_is_the_smallest(old: str, new: str, stretch: Stretch) -> None:
    assert differing_stretch(old, new) == stretch
