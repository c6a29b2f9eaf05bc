"""Every operation that writes files, with each of its file calls failing in turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reliability.exporting import exports
from tests.reliability.faults import DISK_FULL, FAULTS, HELD, Fault
from tests.reliability.operations import EXPORTS, OPERATIONS
from tests.reliability.survival import Survey, survey
from tests.reliability.writing import OLD, Writing

_MANY_CALLS = ("save", "save_as", "save_over_another")
_TELLING_FAULTS = (DISK_FULL, HELD)
"""The others are told in other words, and otherwise go the way of the first."""


def _assert_survived(found: Survey, faults: tuple[Fault, ...] = FAULTS) -> None:
    assert not found.losses, "\n".join(found.losses)
    # Each call failed in every way, once and for ever.
    assert found.failed == 2 * len(faults) * found.calls


@pytest.mark.parametrize("operation", OPERATIONS)
def test_whatever_call_fails_nothing_is_lost(tmp_path: Path, operation: str) -> None:
    faults = _TELLING_FAULTS if operation in _MANY_CALLS else FAULTS
    found = survey(OPERATIONS[operation], tmp_path, faults)
    assert found.calls > 4
    _assert_survived(found, faults)


def test_whatever_call_fails_no_export_is_half_written(tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.mkdir()
    with exports(made) as attempts:
        assert set(attempts) == set(EXPORTS)
        for attempt in attempts.values():
            found = survey(attempt, tmp_path)
            assert found.calls > 10
            _assert_survived(found)


def _onto_the_file(path: Path) -> None:
    path.write_bytes(b"new")


def _without_clearing_up(path: Path) -> None:
    temporary = path.with_name("new.tmp")
    temporary.write_bytes(b"new")
    temporary.replace(path)


def _saying_nothing(path: Path) -> None:
    try:
        _without_clearing_up(path)
    except OSError:
        path.with_name("new.tmp").unlink(missing_ok=True)


@pytest.mark.parametrize("write", [_onto_the_file, _without_clearing_up, _saying_nothing])
def test_a_careless_way_of_writing_is_found_out(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    found = survey(lambda place: Writing(place, write, b"new", OLD), tmp_path)
    assert found.losses
