"""The steps in which the text of the editors grows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.gui.look.zoom import PERCENTS, USUAL, nearest, stepped

_ANY = st.sampled_from(PERCENTS)


@given(_ANY, st.integers(-40, 40))
def test_steps_lead_from_one_known_size_to_another(percent: int, steps: int) -> None:
    assert stepped(percent, steps) in PERCENTS


@given(_ANY.filter(lambda percent: percent not in (PERCENTS[0], PERCENTS[-1])))
def test_a_step_up_is_taken_back_by_a_step_down(percent: int) -> None:
    assert stepped(percent, 1) > percent
    assert stepped(stepped(percent, 1), -1) == percent


def test_the_ends_are_not_passed() -> None:
    assert stepped(PERCENTS[-1], 1) == PERCENTS[-1]
    assert stepped(PERCENTS[0], -1) == PERCENTS[0]


@given(st.floats(-1e6, 1e6))
def test_no_known_size_is_nearer_than_the_nearest(percent: float) -> None:
    found = nearest(percent)
    assert all(abs(found - percent) <= abs(known - percent) for known in PERCENTS)


def test_the_usual_size_is_a_known_one() -> None:
    assert USUAL in PERCENTS
