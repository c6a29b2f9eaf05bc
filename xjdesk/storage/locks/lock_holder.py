"""Who holds a lock, and whether that program is still there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from xjdesk.storage.locks.lock_file import FoundLock, time_at
from xjdesk.storage.locks.lock_record import LockRecord
from xjdesk.storage.station import Station, has_ended, this_machine, this_station

_SILENT_S = 600.0
_LONGEST_S = 10 * 365 * 86400.0
"""Further back or ahead no time is told, however wrong the clocks are."""


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who holds a lock, since when and when last heard of (UTC).

    `since` is by the holder's clock, `beat` by that of this computer. `has_ended`: that program is
    known to run no more. `is_silent`: it has not been heard of for so long that it may have been
    cut off (10 minutes). `is_here`: it runs, or ran, on this computer. Of a lock file that cannot
    be read nothing is known but when it was written; `session` is then what tells it from others.
    """

    station: Station
    since: datetime
    beat: datetime
    session: str
    has_ended: bool
    is_silent: bool
    is_here: bool = False


def holder_of(lock: Path, found: FoundLock) -> LockHolder:
    """Who holds the lock that was found there."""
    age = time_at(lock.parent) - found.modified
    beat = datetime.now(UTC) - timedelta(seconds=max(-_LONGEST_S, min(age, _LONGEST_S)))
    # Where the clock was put back the age is of no use: but one who is there beats by the new one.
    is_silent = abs(age) > _SILENT_S
    record = found.record
    if record is None:
        nobody = Station("", "", 0)
        return LockHolder(nobody, beat, beat, found.key, has_ended=False, is_silent=is_silent)
    is_here = _is_here(record)
    return LockHolder(
        record.station,
        record.since,
        beat,
        found.key,
        # It ran at both times. Where the clock was changed between them, the later one is right.
        has_ended=is_here and has_ended(record.station, max(record.since, record.beat)),
        is_silent=is_silent,
        is_here=is_here,
    )


def is_still(holder: LockHolder, now: LockHolder) -> bool:
    """Whether a lock that was `holder`'s, as far as could be told, is so now.

    It is no longer what was told when a program that seemed gone has been heard of since.
    """
    has_returned = _seems_gone(holder) and not _seems_gone(now)
    return holder.session == now.session and not has_returned


def _seems_gone(holder: LockHolder) -> bool:
    return holder.has_ended or holder.is_silent


def _is_here(record: LockRecord) -> bool:
    """Whether it is of this computer; one of the same name and another mark is not."""
    station = record.station
    is_named_so = bool(station.host) and station.host == this_station().host
    return is_named_so and record.machine == this_machine()
