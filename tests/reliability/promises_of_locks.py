"""Two people, one share."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.promise import Reached, held_by_tests, promise
from tests.storage.locks.lock_racers import WON, race

_RACERS, _ROUNDS = 4, 50


@promise(
    f"Two people, one share: {_RACERS * _ROUNDS} racing openers",
    "1 writer of each file, never 2",
    "tests/storage/locks/test_lock_races.py::"
    "test_of_two_hundred_openers_racing_by_four_one_of_each_four_has_the_lock",
)
def racing(folder: Path) -> Reached:
    starts = [(folder / f"报告 {number}.xjd", None) for number in range(_ROUNDS)]
    winners = [outcomes.count(WON) for outcomes in race(_RACERS, starts, 0.01)]
    figure = f"{_RACERS} at once, {len(winners)} times: {min(winners)} to {max(winners)} writers"
    return Reached(figure, set(winners) == {1})


TAKING_OVER = held_by_tests(
    "Two people, one share: a stale lock, a lock taken over",
    "explained, taken over by one",
    "tests/storage/locks/test_lock_races.py::test_of_all_who_take_over_a_stale_lock_at_once_one_has_it",
    "tests/storage/locks/test_lock_races.py::test_taking_and_releasing_in_turn_nobody_meets_another",
)
