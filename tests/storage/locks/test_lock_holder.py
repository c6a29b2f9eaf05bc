from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.locks.lock_samples import (
    ELSEWHERE,
    a_record,
    age,
    ended_record,
    plant,
    plant_bytes,
    refused,
    taken_over,
)
from xjdesk.storage.locks.lock_record import encode_record
from xjdesk.storage.station import this_station


def test_a_program_that_was_killed_is_known_to_have_ended(project: Path) -> None:
    plant(project, ended_record())
    holder = refused(project).holder
    assert holder.has_ended
    assert not holder.is_silent


def test_a_process_that_was_given_the_same_number_later_is_another_one(project: Path) -> None:
    plant(project, a_record(this_station(), ago=timedelta(hours=3)))
    assert refused(project).holder.has_ended


def test_a_clock_that_was_put_forward_while_it_is_open_ends_nobody(project: Path) -> None:
    record = a_record(this_station())
    plant(project, replace(record, since=record.since - timedelta(days=4000)))
    assert not refused(project).holder.has_ended


@pytest.mark.parametrize("host", ["OFFICE-PC1", ""])
def test_of_programs_elsewhere_it_is_not_known_whether_they_ended(project: Path, host: str) -> None:
    plant(project, replace(ended_record(), station=replace(ended_record().station, host=host)))
    holder = refused(project).holder
    assert not holder.has_ended
    assert not holder.is_here


def test_nor_of_those_on_another_computer_of_the_same_name(project: Path) -> None:
    plant(project, replace(ended_record(), machine="another"))
    holder = refused(project).holder
    assert not holder.has_ended
    assert not holder.is_here


@pytest.mark.parametrize(
    ("minutes", "is_silent"), [(9, False), (11, True), (60 * 24 * 30, True), (-9, False)]
)
def test_who_has_not_been_heard_of_for_ten_minutes_is_silent(
    project: Path, minutes: float, is_silent: bool
) -> None:
    plant(project, a_record(ELSEWHERE), minutes=minutes)
    holder = refused(project).holder
    assert holder.is_silent == is_silent
    expected = datetime.now(UTC) - timedelta(minutes=minutes)
    assert abs(holder.beat - expected) < timedelta(minutes=1)


def test_a_lock_from_a_future_that_was_a_wrong_clock_does_not_last_for_ever(project: Path) -> None:
    plant(project, a_record(ELSEWHERE), minutes=-60 * 24 * 3650)
    assert refused(project).holder.is_silent


def test_the_time_in_the_lock_is_not_trusted_for_clocks_differ(project: Path) -> None:
    plant(project, a_record(ELSEWHERE, ago=timedelta(days=2)))
    assert not refused(project).holder.is_silent


def test_the_clock_of_the_place_counts_not_that_of_this_computer(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(project, a_record(ELSEWHERE))
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert not refused(project).holder.is_silent


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[" * 5000, b"\xff\xfe\x00"])
def test_a_lock_that_cannot_be_read_is_held_by_somebody_unknown(
    project: Path, content: bytes, no_waiting: None
) -> None:
    lock = plant_bytes(project, content)
    error = refused(project)
    assert error.holder.station.user == error.holder.station.host == ""
    assert not error.holder.has_ended
    assert not error.holder.is_silent
    assert "由别人" in error.sentence
    age(lock, 11)
    assert refused(project).holder.is_silent
    taken_over(project)
    assert refused(project).holder.station == this_station()


def test_a_lock_seen_while_it_is_written_is_read_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = plant_bytes(project, b"")
    whole = encode_record(a_record(ELSEWHERE))
    monkeypatch.setattr("time.sleep", lambda _: lock.write_bytes(whole))
    assert refused(project).holder.station == ELSEWHERE
