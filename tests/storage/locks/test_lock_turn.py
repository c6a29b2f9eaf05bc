from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.storage.locks.lock_samples import (
    ELSEWHERE,
    a_record,
    age,
    plant,
    refused,
    session_in,
    taken_over,
)
from xjdesk.storage.files.leftovers import sweep
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.lock_turn import begin_turn, mark_path
from xjdesk.storage.locks.project_lock import take_lock

_KEY = "a key"
_DAY = 24 * 60


def test_one_at_a_time_has_the_turn(project: Path) -> None:
    first = begin_turn(project, _KEY)
    assert first is not None
    assert begin_turn(project, _KEY) is None
    assert begin_turn(project, "another key") is not None
    first.end(is_gone=False)
    assert begin_turn(project, _KEY) is not None


def test_of_a_turn_that_was_ended_nothing_is_left(project: Path) -> None:
    for is_gone in (True, False):
        turn = begin_turn(project, _KEY)
        assert turn is not None
        turn.end(is_gone=is_gone)
        assert list(project.parent.iterdir()) == []


def test_an_abandoned_mark_lets_one_pass_and_stays_until_the_lock_is_gone(project: Path) -> None:
    assert begin_turn(project, _KEY) is not None
    abandoned = mark_path(project, _KEY, 0)
    age(abandoned, 2)
    second = begin_turn(project, _KEY)
    assert second is not None
    assert begin_turn(project, _KEY) is None
    second.end(is_gone=False)
    assert list(project.parent.iterdir()) == [abandoned]
    third = begin_turn(project, _KEY)
    assert third is not None
    third.end(is_gone=True)
    assert list(project.parent.iterdir()) == []


def test_a_turn_that_took_too_long_is_over_and_its_mark_counts_as_abandoned(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = begin_turn(project, _KEY)
    assert slow is not None
    assert slow.is_on()
    late = time.time() + 61
    monkeypatch.setattr("time.time", lambda: late)
    assert not slow.is_on()
    slow.end(is_gone=False)
    assert mark_path(project, _KEY, 0).exists()


def test_who_slept_through_its_turn_neither_takes_over_nor_deletes(
    project: Path, monkeypatch: pytest.MonkeyPatch, no_waiting: None
) -> None:
    lock = plant(project, a_record(ELSEWHERE), minutes=11)
    before = lock.read_bytes()
    monkeypatch.setattr("xjdesk.storage.locks.lock_turn.Turn.is_on", lambda _: False)
    told = refused(project).holder
    assert refused(project, over=told).holder.session == told.session
    assert lock.read_bytes() == before
    own = take_lock(project.with_name("b.xjd"))
    own.release()
    assert lock_path(project.with_name("b.xjd")).exists()


def test_a_lock_that_is_being_taken_over_is_not_released(project: Path, no_waiting: None) -> None:
    lock = take_lock(project)
    file = lock_path(project)
    assert begin_turn(file, session_in(file)) is not None
    lock.release()
    assert file.exists()


def test_what_was_abandoned_holds_up_neither_release_nor_takeover(project: Path) -> None:
    for is_taken_over in (False, True):
        lock = take_lock(project)
        mark = mark_path(lock_path(project), session_in(lock_path(project)), 0)
        mark.touch()
        age(mark, 2)
        if is_taken_over:
            lock = taken_over(project)
            assert list(project.parent.iterdir()) == [lock_path(project)]
        lock.release()
        assert list(project.parent.iterdir()) == []


def test_marks_that_stay_are_swept_away_with_the_other_leftovers(project: Path) -> None:
    for number in range(3):
        mark_path(project, _KEY, number).touch()
    assert sweep(project.parent) == 0
    for number in range(3):
        age(mark_path(project, _KEY, number), _DAY + 1)
    assert sweep(project.parent) == 3
