"""Saves where there is not enough room.

As a program: FOLDER LIMIT. The new file is about 0.9 MB. LIMIT is the size in bytes beyond which
the system lets this program make no file larger; 0 for none, where the disk itself is small.
Prints two outcomes: of saving, and of saving something small after that.
"""

from __future__ import annotations

import logging
import random
import sys
from dataclasses import replace
from pathlib import Path

from tests.own_process import tell
from tests.reliability.documents import project_at
from tests.reliability.outcome import outcome_of_saving
from xjdesk.storage.project import Project
from xjdesk.storage.project_file import write_project


def save_too_much(folder: Path, limit: int) -> None:
    """Make a file of 0.4 MB, and try to put 0.9 MB in its place."""
    users, backups = folder / "文件", folder / "backups"
    users.mkdir()
    path = users / "报告.xjd"
    write_project(path, _project(1, 400_000))
    if limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    too_much = outcome_of_saving(path, _project(2, 900_000), backups)
    small = outcome_of_saving(path, _project(3, 1_000), backups)
    tell((too_much, small))


def _project(step: int, size: int) -> Project:
    # What cannot be packed any smaller.
    data = random.Random(step).randbytes(size)
    return replace(project_at(step), originals={"原件.docx": data})


def main() -> None:
    """Try it."""
    logging.disable()
    folder, limit = sys.argv[1:]
    save_too_much(Path(folder), int(limit))


if __name__ == "__main__":
    main()
