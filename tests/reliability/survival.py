"""Tries an operation with each of its file calls failing in turn.

For n = 1, 2, … until the operation makes fewer calls than n: the n-th call fails, once and from
then on, in every way a call can fail. Whatever is then told to the user, the files must hold the
old or the new state, nothing may be left over after the next start, and the operation must
succeed when it is tried again.
"""

from __future__ import annotations

import itertools
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from tests.reliability.faults import FAULTS, Fault, Faults
from xjdesk.core.errors import UserError

_MOST_CALLS = 1000
_ENDED_PID = 4_194_305
"""Linux gives no number above 4,194,304, Windows only multiples of four."""


class Attempt(ABC):
    """One go at an operation, in a folder of its own that is empty when this is made.

    Making it also makes what must be there before.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def run(self) -> None:
        """The operation. UserError when it fails; it may be run again then."""

    @abstractmethod
    def start_again(self) -> None:
        """What the program does at its next start, or when it next opens these files."""

    @abstractmethod
    def loss(self, *, is_done: bool) -> str:
        """What is not as it should be after the next start; empty when all is well.

        `is_done`: the operation has said that it succeeded.
        """


@dataclass(frozen=True, slots=True)
class Survey:
    """How an operation stood up: the calls that were made to fail, and what was lost.

    `calls` is how many file calls it makes when none fails.
    """

    calls: int
    failed: int
    losses: tuple[str, ...]


def survey(
    make: Callable[[Path], Attempt], folder: Path, faults: Iterable[Fault] = FAULTS
) -> Survey:
    """Try the operation with every fault at every call."""
    # No power is cut here: what is synced is as good as what is not.
    with mock.patch.object(os, "fsync"), mock.patch.object(os, "fdatasync", create=True):
        return _survey(make, folder, faults)


def _survey(make: Callable[[Path], Attempt], folder: Path, faults: Iterable[Fault]) -> Survey:
    calls = failed = 0
    losses: list[str] = []
    for fault, for_ever in itertools.product(faults, (False, True)):
        for first in range(1, _MOST_CALLS):
            place = folder / "attempt"
            place.mkdir()
            injected, loss = _tried(make(place), fault, first, for_ever=for_ever)
            shutil.rmtree(place)
            if loss:
                which = _described(fault, injected, first, for_ever=for_ever)
                losses.append(f"{which}: {loss}")
            if not injected.failed:
                calls = first - 1
                break
            failed += 1
        else:
            losses.append(f"{fault.name}: no end after {_MOST_CALLS} calls")
    return Survey(calls, failed, tuple(losses))


def _tried(attempt: Attempt, fault: Fault, first: int, *, for_ever: bool) -> tuple[Faults, str]:
    """What was injected, and what was lost."""
    injected = Faults([attempt.folder], fault, first, for_ever=for_ever)
    try:
        with ended_program(), injected:
            is_done = _is_done(attempt)
        attempt.start_again()
        if loss := attempt.loss(is_done=is_done):
            return injected, f"{'done' if is_done else 'refused'}, then {loss}"
        with ended_program():
            attempt.run()
        attempt.start_again()
        loss = attempt.loss(is_done=True)
    # Whatever error the program does not tell its user of is a loss, be it of any kind.
    except Exception as error:  # noqa: BLE001
        return injected, repr(error)
    return injected, f"after another try: {loss}" if loss else ""


def _is_done(attempt: Attempt) -> bool:
    try:
        attempt.run()
    except UserError:
        return False
    except KeyboardInterrupt:
        return False
    return True


@contextmanager
def ended_program() -> Iterator[None]:
    """What is done meanwhile is done by a program that has ended afterwards."""
    with mock.patch.object(os, "getpid", return_value=_ENDED_PID):
        yield


def _described(fault: Fault, injected: Faults, first: int, *, for_ever: bool) -> str:
    call = injected.failed[0] if injected.failed else "none"
    often = "from then on" if for_ever else "once"
    return f"{fault.name} at call {first} ({call}), {often}"


def files_in(folder: Path) -> set[str]:
    """The names of all files in the folder and below, with their path."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
