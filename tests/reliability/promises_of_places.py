"""Places that are full, closed or gone: told, with a way out, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.own_process import said_by
from tests.reliability.held_file import held_open
from tests.reliability.outcome import Outcome
from tests.reliability.places import NAMES, REFUSED, loss_under
from tests.reliability.promise import Reached, promise
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.write_error import WriteError

_FILE = "tests/reliability/test_places.py::"
_FULL = _FILE + "test_a_full_disk_leaves_the_old_file_and_is_told_with_what_is_needed"
_INTACT = "old file intact, told with the MB needed, nothing left over"
_LIMIT = 600_000


@promise("Quota reached (RLIMIT_FSIZE)", _INTACT, _FULL)
def quota(folder: Path) -> Reached:
    if os.name != "posix":
        return Reached("no limit of this kind on this system", is_kept=True)
    return _reached_when_full(folder, _LIMIT)


@promise("Disk full (a tmpfs of 1 MB)", _INTACT, _FULL)
def full_disk(folder: Path) -> Reached:
    with _small_disk(folder) as is_mounted:
        if not is_mounted:
            return Reached("not measured: this user cannot mount a small disk", is_kept=True)
        return _reached_when_full(folder, 0)


@promise(
    "Read-only, gone or too long: " + ", ".join(REFUSED),
    "told with a way out, all as it was",
    _FILE + "test_a_place_that_takes_nothing_is_told_and_all_stays_as_it_was",
)
def refused(folder: Path) -> Reached:
    found = said_by("reliability.refused_places", dict[str, Outcome], folder)
    wrong = [n for n, o in found.items() if o.problem != REFUSED[n] or not _is_untouched(o)]
    return Reached(f"{len(found) - len(wrong)} of {len(found)} {', '.join(wrong)}", not wrong)


@promise(
    "Target open in Excel or WPS",
    "given up within 3 s, both ways out are told, nothing half-written",
    "tests/storage/files/test_atomic_file.py::"
    "test_a_file_that_another_program_keeps_open_is_given_up_within_three_seconds",
    "tests/storage/files/test_atomic_file.py::"
    "test_a_file_that_another_program_holds_for_a_moment_is_written",
    "tests/gui/files/test_writing.py::"
    "test_a_file_open_in_another_program_is_tried_again_when_the_user_has_closed_it",
    "tests/gui/files/test_writing.py::test_a_file_open_in_another_program_can_be_written_beside",
)
def held(folder: Path) -> Reached:
    path = folder / "报告.xlsx"
    path.write_bytes(b"old")
    began = time.perf_counter()
    sentence = "written all the same"
    try:
        with held_open(path):
            write_atomically(path, b"new")
    except WriteError as error:
        sentence = error.sentence
    took_s = time.perf_counter() - began
    is_whole = path.read_bytes() == b"old" and list(folder.iterdir()) == [path]
    figure = f"{took_s:.1f} s: {sentence}"
    return Reached(figure, took_s <= 3 and "另存" in sentence and "重试" in sentence and is_whole)


@promise(
    f"{len(NAMES)} odd names (# % blank 生僻字 emoji, 255 bytes)",
    "saved, opened and exported",
    _FILE + "test_a_file_of_any_name_is_saved_and_exported",
)
def odd_names(folder: Path) -> Reached:
    losses: list[str] = []
    for number, name in enumerate(NAMES):
        place = folder / str(number)
        place.mkdir()
        losses += filter(None, [loss_under(name, place)])
    return Reached(f"{len(NAMES) - len(losses)} of {len(NAMES)} {', '.join(losses)}", not losses)


def _reached_when_full(folder: Path, limit: int) -> Reached:
    too_much, small = said_by("reliability.full_disk", tuple[Outcome, Outcome], folder, limit)
    is_kept = too_much.problem == "FULL" and _is_untouched(too_much) and "MB" in too_much.sentence
    return Reached(too_much.sentence, is_kept and not small.problem)


def _is_untouched(outcome: Outcome) -> bool:
    return outcome.is_old_intact and not outcome.left_over


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """Make the folder a disk of 1 MB, where that is allowed."""
    if os.name != "posix" or os.getuid() != 0:
        yield False
        return
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    is_mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)
