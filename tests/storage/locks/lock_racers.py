"""Programs that go for one lock all at once."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from xjdesk.storage.locks.project_lock import LockedError, LockHolder, take_lock

# Forked from a server, where that can be: many are begun.
_HAS_SERVER = "forkserver" in multiprocessing.get_all_start_methods()
if _HAS_SERVER:
    _PROCESSES = multiprocessing.get_context("forkserver")
else:
    _PROCESSES = multiprocessing.get_context("spawn")
_LEAD_S, _SPIN_S = 0.02, 0.001
WON = ""

_T = TypeVar("_T")


def race(
    racers: int, starts: Sequence[tuple[Path, LockHolder | None]], step: float
) -> list[tuple[str, ...]]:
    """What every racer came to with each project: WON, or the session of who has the lock.

    All go for the first at one time, for the next `step` seconds later. Where a holder is told,
    the lock is taken over from that.
    """
    return list(zip(*_all_at_once(racers, _run_each, (starts, step)), strict=True))


def hold_in_turn(racers: int, project: Path, times: int) -> list[int]:
    """Let each have the lock that often; how often somebody else had it at the same time."""
    return _all_at_once(racers, _hold_again_and_again, (project, times))


def _all_at_once(racers: int, work: Callable[..., _T], arguments: tuple[object, ...]) -> list[_T]:
    if _HAS_SERVER:
        _PROCESSES.set_forkserver_preload([__name__])
    ours, processes = [], []
    for _ in range(racers):
        end, other = _PROCESSES.Pipe()
        process = _PROCESSES.Process(target=_racer, args=(other, work, arguments))
        process.start()
        other.close()
        ours.append(end)
        processes.append(process)
    try:
        for end in ours:
            end.recv()
        for end in ours:
            end.send(time.monotonic() + _LEAD_S)
        return [end.recv() for end in ours]
    finally:
        for process, end in zip(processes, ours, strict=True):
            process.kill()
            process.join()
            end.close()


def _racer(end: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    def start() -> float:
        end.send("ready")
        return end.recv()

    end.send(work(start, *arguments))
    end.recv()


def _run_each(
    start: Callable[[], float],
    starts: Sequence[tuple[Path, LockHolder | None]],
    step: float,
) -> list[str]:
    begin = start()
    outcomes: list[str] = []
    for number, (project, holder) in enumerate(starts):
        _wait_until(begin + number * step)
        outcomes.append(_outcome(project, holder))
    return outcomes


def _hold_again_and_again(start: Callable[[], float], project: Path, times: int) -> int:
    witness = project.with_name("witness")
    held = shared = 0
    _wait_until(start())
    while held < times:
        with suppress(LockedError):
            lock = take_lock(project)
            held += 1
            try:
                os.close(os.open(witness, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                shared += 1
            else:
                witness.unlink()
            lock.release()
    return shared


def _outcome(project: Path, over: LockHolder | None) -> str:
    try:
        take_lock(project, over=over)
    except LockedError as error:
        return error.holder.session
    return WON


def _wait_until(moment: float) -> None:
    # The last bit without letting go of the processor, so that all go at once.
    time.sleep(max(0, moment - time.monotonic() - _SPIN_S))
    while time.monotonic() < moment:
        pass
