"""Saves to places that take nothing, as a user without any privileges.

As a program: FOLDER; prints the outcomes by the name of the place.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from tests.own_process import tell
from tests.reliability.documents import project_at
from tests.reliability.outcome import Outcome, outcome_of_saving
from xjdesk.storage.project_file import write_project

_NOBODY = 65534
_OLD, _NEW = 1, 2


def outcomes(folder: Path) -> dict[str, Outcome]:
    """What comes of saving to each place."""
    places: dict[str, Callable[[Path], Path]] = {
        "read-only folder": _read_only_folder,
        "read-only file": _read_only_file,
        "folder gone": _folder_gone,
        "folder in the way": _folder_in_the_way,
        "name too long": lambda place: place / ("长" * 86 + ".xjd"),
        "path too long": lambda place: place.joinpath(*["深" * 80] * 20, "报告.xjd"),
    }
    if os.name != "posix":
        # Who may write to a folder is there no matter of modes.
        del places["read-only folder"]
    found: dict[str, Outcome] = {}
    for name, prepare in places.items():
        place = folder / name
        place.mkdir()
        backups = folder / "backups"
        found[name] = outcome_of_saving(prepare(place), project_at(_NEW), backups)
    return found


def _saved(place: Path) -> Path:
    place.mkdir(exist_ok=True)
    path = place / "报告.xjd"
    write_project(path, project_at(_OLD))
    return path


def _read_only_folder(place: Path) -> Path:
    path = _saved(place)
    place.chmod(0o555)
    return path


def _read_only_file(place: Path) -> Path:
    path = _saved(place)
    path.chmod(0o444)
    return path


def _folder_gone(place: Path) -> Path:
    path = _saved(place)
    shutil.rmtree(place)
    return path


def _folder_in_the_way(place: Path) -> Path:
    path = place / "报告.xjd"
    path.mkdir(parents=True)
    return path


def _rehearse(folder: Path) -> None:
    """Load every module that is needed: they may be where only the superuser can read them."""
    place = folder / "rehearsal"
    place.mkdir()
    for prepare in (_saved, _folder_in_the_way):
        outcome_of_saving(prepare(place / prepare.__name__), project_at(_NEW), place / "backups")


def main() -> None:
    """Try them."""
    logging.disable()
    folder = Path(sys.argv[1])
    if os.name == "posix" and os.getuid() == 0:
        # Permissions do not bind the superuser.
        _rehearse(folder)
        os.chown(folder, _NOBODY, _NOBODY)
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    tell(outcomes(folder))


if __name__ == "__main__":
    main()
