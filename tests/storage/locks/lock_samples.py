"""Locks of others, as they are found beside a project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.lock_record import LockRecord, encode_record, new_record
from xjdesk.storage.locks.project_lock import LockedError, LockHolder, ProjectLock, take_lock
from xjdesk.storage.station import Station, this_station

ELSEWHERE = Station("张三", "OFFICE-PC1", 4321)
MINUTE = 60.0


@cache
def ended_pid() -> int:
    """The number of a process that was killed."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    process.kill()
    process.wait()
    return process.pid


def a_record(station: Station, *, ago: timedelta = timedelta()) -> LockRecord:
    """The record of a lock that was taken so long ago, and not heard of since."""
    record = replace(new_record(), station=station)
    return replace(record, since=record.since - ago, beat=record.beat - ago)


def ended_record() -> LockRecord:
    """The record of a program on this computer that was killed."""
    return a_record(replace(this_station(), pid=ended_pid()))


def plant(project: Path, record: LockRecord, *, minutes: float = 0) -> Path:
    """The lock of that record beside the project, written so many minutes ago."""
    return plant_bytes(project, encode_record(record), minutes=minutes)


def plant_bytes(project: Path, content: bytes, *, minutes: float = 0) -> Path:
    """A lock file with that content, written so many minutes ago."""
    lock = lock_path(project)
    lock.write_bytes(content)
    age(lock, minutes)
    return lock


def age(file: Path, minutes: float) -> None:
    """Make it so many minutes older."""
    then = time.time() - minutes * MINUTE
    os.utime(file, (then, then))


def session_in(lock: Path) -> str:
    """The session that is written in a lock file."""
    return json.loads(lock.read_bytes())["session"]


def refused(project: Path, over: LockHolder | None = None) -> LockedError:
    """The error with which the lock is refused."""
    with pytest.raises(LockedError) as caught:
        take_lock(project, over=over)
    return caught.value


def taken_over(project: Path) -> ProjectLock:
    """The lock, taken over from whoever holds it."""
    return take_lock(project, over=refused(project).holder)
