"""Which recovery journals were left behind by a program that was ended."""

from __future__ import annotations

import os
import time
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from xjdesk.storage.journals.journal_records import HeaderRecord, bodies, header_in
from xjdesk.storage.journals.recovery import put_away
from xjdesk.storage.records.content_records import RecordError
from xjdesk.storage.station import has_ended, this_station

ENDING = ".journal"

_SURELY_BEGUN_S = 60
"""No header takes that long to write."""
_SURELY_LEFT_S = 24 * 3600
"""So long nobody leaves a document untouched, whose program may run on another computer."""


def left_journals(folder: Path, own: Container[Path]) -> tuple[Path, ...]:
    """The journals in the folder that no program writes any more, the one last written first.

    Those of `own` are being written, whatever the clock says. Whether a program on another
    computer has ended is not known: its journals count as left when they are a day old. One
    without a header counts as left after a minute, for it may be just begun. Those of a newer
    program wait for that. One that is empty, and so of no use to anybody, is deleted.
    """
    left: list[tuple[float, Path]] = []
    for path in _journals(folder):
        if path in own:
            continue
        with suppress(OSError):
            stat = path.stat()
            # Clocks are put right: a time to come is as good as one long past.
            age = abs(time.time() - stat.st_mtime)
            if stat.st_size == 0 and age > _SURELY_BEGUN_S:
                put_away(path)
            elif stat.st_size > 0 and _is_left(path, age):
                left.append((stat.st_mtime, path))
    return tuple(path for _, path in sorted(left, reverse=True))


def _journals(folder: Path) -> list[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [Path(entry.path) for entry in entries if entry.name.endswith(ENDING)]
    return []


def _is_left(path: Path, age: float) -> bool:
    try:
        header = _header(path)
    except RecordError:
        return age > _SURELY_BEGUN_S
    if header.is_newer:
        return False
    if has_ended(header.station, header.since):
        return True
    host = header.station.host
    is_here = host != "" and host == this_station().host
    return not is_here and age > _SURELY_LEFT_S


def _header(path: Path) -> HeaderRecord:
    with path.open("rb") as file:
        return header_in(bodies(file))
