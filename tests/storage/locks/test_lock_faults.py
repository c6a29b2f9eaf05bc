from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

import pytest

from tests.storage.locks.lock_samples import ELSEWHERE, a_record, age, plant, refused, session_in
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.project_lock import (
    LockedError,
    LockUnavailableError,
    ProjectLock,
    take_lock,
)

_CALLS = ("open", "read", "write", "fsync", "fstat", "stat", "lseek", "close", "replace", "unlink")
_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass
class _Faults:
    """Lets the n-th file call fail, or all from then on."""

    number: int
    for_ever: bool
    calls: list[str] = field(default_factory=list[str])

    @property
    def has_hit(self) -> bool:
        return len(self.calls) >= self.number

    @property
    def is_only(self) -> bool:
        return not self.for_ever

    def during(
        self, act: Callable[_P, _T], *args: _P.args, **options: _P.kwargs
    ) -> _T | LockUnavailableError | LockedError:
        """What comes of it: a result, or one of the two errors that may be."""
        with ExitStack() as stack:
            for name in _CALLS:
                stack.enter_context(patch(f"os.{name}", self._wrap(name, getattr(os, name))))
            try:
                return act(*args, **options)
            except (LockUnavailableError, LockedError) as error:
                return error

    def _wrap(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            self.calls.append(name)
            fails = len(self.calls) == self.number or (self.for_ever and self.has_hit)
            # A handle is gone, whatever closing it says.
            result = real(*args, **options) if name == "close" or not fails else None
            if fails:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return result

        return call


@pytest.fixture(params=[False, True], ids=["once", "for ever"])
def each_fault(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[_Faults]:
    """The first call fails, then the second, and so on until there is no further call."""
    monkeypatch.setattr("time.sleep", lambda _: None)

    def each() -> Iterator[_Faults]:
        for number in range(1, 1000):
            faults = _Faults(number, request.param)
            yield faults
            if not faults.has_hit:
                assert number > 3
                return
        pytest.fail("it never succeeds")

    return each()


def test_a_new_lock_is_had_or_not_to_be_had(tmp_path: Path, each_fault: Iterator[_Faults]) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        result = faults.during(take_lock, project)
        if isinstance(result, ProjectLock):
            assert result.beat()
            continue
        assert isinstance(result, LockUnavailableError)
        assert faults.has_hit
        if faults.is_only:
            assert not lock_path(project).exists()
        _assert_not_blocked_for_ever(project)


def test_a_lock_of_another_is_told_or_not_to_be_known(
    tmp_path: Path, each_fault: Iterator[_Faults]
) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        theirs = plant(project, a_record(ELSEWHERE)).read_bytes()
        result = faults.during(take_lock, project)
        assert not isinstance(result, ProjectLock)
        assert isinstance(result, LockedError) or faults.has_hit
        assert lock_path(project).read_bytes() == theirs


def test_a_takeover_is_all_or_nothing(tmp_path: Path, each_fault: Iterator[_Faults]) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        lock = plant(project, a_record(ELSEWHERE), minutes=11)
        theirs, told = lock.read_bytes(), refused(project).holder
        result = faults.during(take_lock, project, over=told)
        if isinstance(result, ProjectLock):
            assert result.beat()
            assert session_in(lock) != told.session
            continue
        assert faults.has_hit
        assert lock.read_bytes() == theirs
        _assert_not_blocked_for_ever(project)


def test_a_beat_that_fails_is_no_takeover(tmp_path: Path, each_fault: Iterator[_Faults]) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        lock = take_lock(project)
        session = session_in(lock_path(project))
        assert faults.during(lock.beat) is True
        assert session_in(lock_path(project)) == session
        assert lock.beat()


def test_a_deleted_lock_is_put_back_as_soon_as_can_be(
    tmp_path: Path, each_fault: Iterator[_Faults]
) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        lock = take_lock(project)
        lock_path(project).unlink()
        assert faults.during(lock.beat) is True
        # Made, but neither written nor deleted, it is mended by the second.
        assert lock.beat()
        assert lock.beat()
        assert session_in(lock_path(project))


def test_a_release_never_fails_and_one_failure_does_not_keep_the_lock_there(
    tmp_path: Path, each_fault: Iterator[_Faults]
) -> None:
    for faults in each_fault:
        project = _project(tmp_path, faults)
        lock = take_lock(project)
        assert faults.during(lock.release) is None
        if faults.is_only:
            assert not lock_path(project).exists()
        _assert_not_blocked_for_ever(project)


def _project(folder: Path, faults: _Faults) -> Path:
    """A new one for every fault."""
    place = folder / str(faults.number)
    place.mkdir()
    return place / "报告.xjd"


def _assert_not_blocked_for_ever(project: Path) -> None:
    """The lock can be had at once, or after ten minutes from whoever seems to have it."""
    for file in project.parent.iterdir():
        age(file, 11)
    if lock_path(project).exists():
        error = refused(project)
        assert error.holder.is_silent
        lock = take_lock(project, over=error.holder)
    else:
        lock = take_lock(project)
    assert lock.beat()
    lock.release()
    assert not lock_path(project).exists()
