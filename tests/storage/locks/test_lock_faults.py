from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from tests.reliability.faults import DISK_FAILING, Faults, each_call
from tests.storage.locks.lock_samples import ELSEWHERE, a_record, age, plant, refused, session_in
from xjdesk.storage.locks.lock_file import lock_path
from xjdesk.storage.locks.project_lock import (
    LockedError,
    LockUnavailableError,
    ProjectLock,
    take_lock,
)

_P = ParamSpec("_P")
_T = TypeVar("_T")


@pytest.fixture(params=[False, True], ids=["once", "for ever"])
def for_ever(request: pytest.FixtureRequest) -> bool:
    """Whether all further calls fail as well."""
    return request.param


@pytest.fixture
def each_fault(tmp_path: Path, for_ever: bool) -> Iterator[Faults]:
    """The first call fails, then the second, and so on until there is no further call."""
    return each_call(tmp_path, DISK_FAILING, for_ever=for_ever)


def _during(
    faults: Faults, act: Callable[_P, _T], *args: _P.args, **options: _P.kwargs
) -> _T | LockUnavailableError | LockedError:
    """What comes of it: a result, or one of the two errors that may be."""
    with faults:
        try:
            return act(*args, **options)
        except (LockUnavailableError, LockedError) as error:
            return error


def test_a_new_lock_is_had_or_not_to_be_had(
    tmp_path: Path, each_fault: Iterator[Faults], for_ever: bool
) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        result = _during(faults, take_lock, project)
        if isinstance(result, ProjectLock):
            assert result.beat()
            continue
        assert isinstance(result, LockUnavailableError)
        assert faults.failed
        if not for_ever:
            assert not lock_path(project).exists()
        _assert_not_blocked_for_ever(project)


def test_a_lock_of_another_is_told_or_not_to_be_known(
    tmp_path: Path, each_fault: Iterator[Faults]
) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        theirs = plant(project, a_record(ELSEWHERE)).read_bytes()
        result = _during(faults, take_lock, project)
        assert not isinstance(result, ProjectLock)
        assert isinstance(result, LockedError) or faults.failed
        assert lock_path(project).read_bytes() == theirs


def test_a_takeover_is_all_or_nothing(tmp_path: Path, each_fault: Iterator[Faults]) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        lock = plant(project, a_record(ELSEWHERE), minutes=11)
        theirs, told = lock.read_bytes(), refused(project).holder
        result = _during(faults, take_lock, project, over=told)
        if isinstance(result, ProjectLock):
            assert result.beat()
            assert session_in(lock) != told.session
            continue
        assert faults.failed
        assert lock.read_bytes() == theirs
        _assert_not_blocked_for_ever(project)


def test_a_beat_that_fails_is_no_takeover(tmp_path: Path, each_fault: Iterator[Faults]) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        lock = take_lock(project)
        session = session_in(lock_path(project))
        assert _during(faults, lock.beat) is True
        assert session_in(lock_path(project)) == session
        assert lock.beat()


def test_a_deleted_lock_is_put_back_as_soon_as_can_be(
    tmp_path: Path, each_fault: Iterator[Faults]
) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        lock = take_lock(project)
        lock_path(project).unlink()
        assert _during(faults, lock.beat) is True
        # Made, but neither written nor deleted, it is mended by the second.
        assert lock.beat()
        assert lock.beat()
        assert session_in(lock_path(project))


def test_a_release_never_fails_and_one_failure_does_not_keep_the_lock_there(
    tmp_path: Path, each_fault: Iterator[Faults], for_ever: bool
) -> None:
    for faults in each_fault:
        project = _project(tmp_path)
        lock = take_lock(project)
        assert _during(faults, lock.release) is None
        if not for_ever:
            assert not lock_path(project).exists()
        _assert_not_blocked_for_ever(project)


def _project(folder: Path) -> Path:
    """A new one for every fault."""
    return Path(tempfile.mkdtemp(dir=folder)) / "报告.xjd"


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
