from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.locks.lock_samples import (
    ELSEWHERE,
    a_record,
    age,
    plant,
    plant_bytes,
    refused,
    session_in,
    taken_over,
)
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.lock_record import encode_record
from xjdesk.storage.locks.project_lock import take_lock
from xjdesk.storage.station import this_station


def test_a_beat_after_a_takeover_tells_and_leaves_the_new_lock(project: Path) -> None:
    lock = take_lock(project)
    other = taken_over(project)
    theirs = lock_path(project).read_bytes()
    assert not lock.beat()
    assert lock_path(project).read_bytes() == theirs
    assert other.beat()


@pytest.mark.parametrize("has_noticed", [True, False])
def test_a_release_after_a_takeover_leaves_the_new_lock(project: Path, has_noticed: bool) -> None:
    lock = take_lock(project)
    other = taken_over(project)
    theirs = lock_path(project).read_bytes()
    if has_noticed:
        assert not lock.beat()
    lock.release()
    assert lock_path(project).read_bytes() == theirs
    assert other.beat()


def test_a_lock_that_was_taken_over_does_not_come_back_by_itself(project: Path) -> None:
    lock = take_lock(project)
    other = taken_over(project)
    assert not lock.beat()
    other.release()
    assert not lock.beat()
    assert not lock_path(project).exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=60), start=st.integers(0, 300), rest=st.integers(0, 300))
def test_whatever_a_lock_file_holds_is_a_holder_that_can_be_taken_over(
    project: Path, no_waiting: None, junk: bytes, start: int, rest: int
) -> None:
    whole = encode_record(a_record(ELSEWHERE))
    plant_bytes(project, whole[:start] + junk + whole[rest:], minutes=11)
    holder = refused(project).holder
    assert holder.is_silent
    lock = take_lock(project, over=holder)
    assert lock.beat()
    lock.release()
    assert list(project.parent.iterdir()) == []


def test_only_the_very_holder_that_was_told_is_taken_over(project: Path) -> None:
    lock = plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    plant(project, a_record(replace(ELSEWHERE, user="李四")), minutes=11)
    theirs = lock.read_bytes()
    error = refused(project, over=told)
    assert error.holder.station.user == "李四"
    assert lock.read_bytes() == theirs


def test_who_comes_too_late_to_take_over_is_told_who_was_first(project: Path) -> None:
    plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    first = take_lock(project, over=told)
    error = refused(project, over=told)
    assert error.holder.station == this_station()
    assert first.beat()


def test_a_damaged_lock_is_another_one_when_it_was_written_anew(
    project: Path, no_waiting: None
) -> None:
    plant_bytes(project, b"damaged", minutes=20)
    told = refused(project).holder
    plant_bytes(project, b"damaged", minutes=12)
    assert refused(project, over=told).holder.is_silent


@pytest.mark.parametrize("minutes", [0, 11])
def test_a_holder_may_be_taken_over_though_it_is_there(project: Path, minutes: float) -> None:
    plant(project, a_record(ELSEWHERE), minutes=minutes)
    taken_over(project)
    assert refused(project).holder.station == this_station()
    assert list(project.parent.iterdir()) == [lock_path(project)]


def test_one_that_woke_up_again_is_not_the_silent_one_that_was_told(project: Path) -> None:
    lock = plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    age(lock, 0)
    error = refused(project, over=told)
    assert not error.holder.is_silent


def test_a_lock_that_has_vanished_meanwhile_is_simply_taken(project: Path) -> None:
    lock = plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    lock.unlink()
    assert take_lock(project, over=told).beat()


def test_a_replacement_that_was_made_counts_though_the_drive_reports_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    real = os.replace

    def reluctant(old: Path, new: Path) -> None:
        real(old, new)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", reluctant)
        taken = take_lock(project, over=told)
    assert session_in(lock) != told.session
    assert taken.beat()


def test_who_is_at_once_taken_over_in_turn_has_no_lock(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, a_record(ELSEWHERE), minutes=11)
    told = refused(project).holder
    quicker = replace(ELSEWHERE, user="李四")
    real = os.replace

    def outrun(old: Path, new: Path) -> None:
        real(old, new)
        plant(project, a_record(quicker))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", outrun)
        assert refused(project, over=told).holder.station == quicker
