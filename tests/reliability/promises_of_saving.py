"""Saving, backing up and exporting: all or nothing, whatever happens meanwhile."""

from __future__ import annotations

from pathlib import Path

from tests.own_process import said_by
from tests.reliability.exporting import exports
from tests.reliability.kills import KillFigures
from tests.reliability.operations import OPERATIONS
from tests.reliability.promise import Promise, Reached, promise
from tests.reliability.survival import Survey, survey

_KILLS = 1000
_SURVIVAL = "tests/reliability/test_survival.py::test_whatever_call_fails_nothing_is_lost"


@promise(
    "A save is all or nothing",
    f"0 unreadable, 0 acknowledged lost, 0 left over in {_KILLS} kills",
    "tests/reliability/test_kills.py::"
    "test_a_program_killed_while_saving_loses_nothing_and_leaves_nothing",
)
def kills(folder: Path) -> Reached:
    found = said_by("reliability.kills", KillFigures, _KILLS, folder)
    figure = (
        f"{found.kills} kills, {found.torn} in the middle of a file, {found.saves} saves: "
        f"{found.unreadable} unreadable, {found.saves_lost} saves lost, "
        f"{found.changes_lost} changes lost, {found.left_over} left over, "
        f"{found.unreadable_backups} backups and {found.unreadable_journals} journals unreadable"
    )
    return Reached(figure, found == KillFigures(_KILLS, found.saves, found.torn) and found.torn > 0)


def _surviving(operation: str) -> Promise:
    def measure(folder: Path) -> Reached:
        return _reached(survey(OPERATIONS[operation], folder))

    words = f"Any failing file call is survivable: {operation.replace('_', ' ')}"
    return Promise(words, "every call, every fault, once and for ever", (_SURVIVAL,), measure)


SURVIVING = tuple(map(_surviving, OPERATIONS))


@promise(
    "Any failing file call is survivable: exports",
    "every call, every fault, once and for ever",
    "tests/reliability/test_survival.py::test_whatever_call_fails_no_export_is_half_written",
)
def exporting(folder: Path) -> Reached:
    made = folder / "made"
    made.mkdir()
    with exports(made) as attempts:
        found = [survey(attempt, folder) for attempt in attempts.values()]
    failed, calls = sum(f.failed for f in found), sum(f.calls for f in found)
    return _reached(Survey(calls, failed, tuple(loss for f in found for loss in f.losses)))


def _reached(found: Survey) -> Reached:
    survived = found.failed - len(found.losses)
    return Reached(f"{survived} of {found.failed} ({found.calls} calls)", not found.losses)
