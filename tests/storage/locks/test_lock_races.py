from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.storage.locks.lock_racers import WON, hold_in_turn, race
from tests.storage.locks.lock_samples import (
    ELSEWHERE,
    a_record,
    age,
    ended_record,
    plant,
    plant_bytes,
    refused,
    session_in,
)
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.lock_turn import mark_path
from xjdesk.storage.locks.project_lock import LockedError, LockHolder, ProjectLock, take_lock

_RACERS = 4


def _projects(folder: Path, rounds: int) -> list[Path]:
    return [folder / f"报告 {number}.xjd" for number in range(rounds)]


def test_of_two_hundred_openers_racing_by_four_one_of_each_four_has_the_lock(
    tmp_path: Path,
) -> None:
    projects = _projects(tmp_path, 50)
    results = race(_RACERS, [(project, None) for project in projects], 0.01)
    for project, outcomes in zip(projects, results, strict=True):
        assert sorted(outcomes) == [WON] + 3 * [session_in(lock_path(project))]


def test_of_all_who_take_over_a_stale_lock_at_once_one_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    projects = _projects(tmp_path, 100)
    with monkeypatch.context() as patched:
        patched.setattr("time.sleep", lambda _: None)
        holders = [_stale(project, number) for number, project in enumerate(projects)]
    results = race(_RACERS, list(zip(projects, holders, strict=True)), 0.015)
    for project, holder, outcomes in zip(projects, holders, results, strict=True):
        assert outcomes.count(WON) == 1
        # Who is starved of time may go before seeing who has won.
        assert set(outcomes) <= {WON, session_in(lock_path(project)), holder.session}
    assert sorted(tmp_path.iterdir()) == sorted(map(lock_path, projects))


def test_taking_and_releasing_in_turn_nobody_meets_another(tmp_path: Path) -> None:
    assert hold_in_turn(3, tmp_path / "报告.xjd", 20) == [0, 0, 0]
    assert list(tmp_path.iterdir()) == []


def test_of_threads_of_one_program_also_only_one_has_it(tmp_path: Path) -> None:
    won: list[ProjectLock] = []
    lost: list[LockedError] = []
    projects = _projects(tmp_path, 20)

    def open_all() -> None:
        for project in projects:
            try:
                won.append(take_lock(project))
            except LockedError as error:
                lost.append(error)

    threads = [threading.Thread(target=open_all) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(lost)) == (20, 40)
    assert all(lock.beat() for lock in won)


def _stale(project: Path, number: int) -> LockHolder:
    """The holder of a lock that one who ended or is silent has left, or that cannot be read.

    Every other time somebody was killed while taking it over.
    """
    match number % 3:
        case 0:
            plant(project, ended_record())
        case 1:
            plant(project, a_record(ELSEWHERE), minutes=11)
        case _:
            plant_bytes(project, b"damaged", minutes=11)
    holder = refused(project).holder
    if number % 2:
        mark = mark_path(lock_path(project), holder.session, 0)
        mark.touch()
        age(mark, 2)
    return holder
