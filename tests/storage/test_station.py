from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psutil
import pytest

from xjdesk.storage import station as station_module
from xjdesk.storage.station import Station, has_ended, this_machine, this_station

_HOUR = timedelta(hours=1)


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _a_process() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing remembered of who and where this is, before and after."""
    remembered = (station_module._user, station_module._host, this_machine)
    for function in remembered:
        function.cache_clear()
    yield
    for function in remembered:
        function.cache_clear()


def test_this_program_runs() -> None:
    assert this_station().pid == os.getpid()
    assert this_station().host == platform.node()
    assert not has_ended(this_station(), _now())


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_an_account_without_a_name_is_nobody(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail() -> str:
        raise error

    monkeypatch.setattr("getpass.getuser", fail)
    assert this_station().user == ""


def test_a_running_program_has_not_ended_and_a_killed_one_has() -> None:
    with _a_process() as process:
        theirs = replace(this_station(), pid=process.pid)
        assert not has_ended(theirs, _now())
    assert has_ended(theirs, _now())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no process that has ended")
def test_one_that_was_killed_has_ended_though_nobody_asked_how() -> None:
    with _a_process() as process:
        process.kill()
        while psutil.Process(process.pid).status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.001)
        assert has_ended(replace(this_station(), pid=process.pid), _now())


def test_a_process_begun_later_is_another_one() -> None:
    with _a_process() as process:
        assert has_ended(replace(this_station(), pid=process.pid), _now() - _HOUR)


@pytest.mark.parametrize("host", ["OFFICE-PC1", "", this_station().host + "x"])
def test_nothing_is_known_of_programs_elsewhere(host: str) -> None:
    assert not has_ended(Station("", host, 2**22 + 1), _now())


@pytest.mark.usefixtures("fresh")
def test_two_computers_without_a_name_are_not_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.node", lambda: "")
    assert not has_ended(replace(this_station(), pid=2**22 + 1), _now())


@pytest.mark.parametrize(("pid", "ended"), [(-1, False), (2**31, True), (10**30, True)])
def test_numbers_that_no_process_has_are_no_hindrance(pid: int, ended: bool) -> None:
    assert has_ended(replace(this_station(), pid=pid), _now()) is ended


def test_a_process_that_may_not_be_looked_at_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(self: psutil.Process) -> float:
        raise psutil.AccessDenied(self.pid)

    monkeypatch.setattr(psutil.Process, "create_time", deny)
    assert not has_ended(this_station(), _now())


@pytest.mark.usefixtures("fresh")
def test_computers_are_told_apart_by_their_network_card(monkeypatch: pytest.MonkeyPatch) -> None:
    marks: list[str] = []
    for number in (0x0C9D92000001, 0x0C9D92000002, 0x0C9D92000001, 0x0D9D92000001):
        monkeypatch.setattr(uuid, "getnode", lambda number=number: number)
        this_machine.cache_clear()
        marks.append(this_machine())
    assert marks[0] == marks[2] != marks[1]
    # One that was made up for want of a card is another at every start.
    assert marks[3] == ""
    assert "0c9d92" not in marks[0]
