"""Which backups go, so that those that stay reach far back and take little room.

Of one document stay the last 10, the newest of each of the last 30 days on which one was taken,
and the newest of each of the last 12 months in which one was taken. These are days and months of
UTC: they do not move with the time zone of the computer, and in China a day of UTC ends at eight
in the morning, between two days at the office. Days without a backup do not count, so neither a
long pause nor a clock that ran ahead costs a document its history.

What may stand nowhere else stays for 30 days at least. Backups of the future come from a clock
that ran ahead: they stay until their time has come, and take no other's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol, TypeVar

LAST, DAYS, MONTHS = 10, 30, 12
"""How many stay for being the last, and of how many days and months the newest stays."""
GUARDED_FOR = timedelta(days=30)
"""How long what may stand nowhere else stays."""
ALWAYS = 3
"""How many of each document stay, whatever room they take."""


class Dated(Protocol):
    """A backup, as far as it matters here."""

    @property
    def taken(self) -> datetime:
        """When it was taken (UTC)."""
        ...

    @property
    def size(self) -> int:
        """Its bytes."""
        ...

    @property
    def is_only_copy(self) -> bool:
        """Whether its bytes may stand nowhere else."""
        ...


B = TypeVar("B", bound=Dated)


def surplus(backups: Iterable[B], now: datetime) -> list[B]:
    """The backups of one document that are not worth keeping any longer, newest first."""
    past = sorted((b for b in backups if b.taken <= now), key=_taken, reverse=True)
    staying = set(range(LAST))
    staying |= _newest_of_each(past, datetime.date, DAYS)
    staying |= _newest_of_each(past, _month, MONTHS)
    return [b for n, b in enumerate(past) if n not in staying and not _is_guarded(b, now)]


def oversize(documents: Sequence[Sequence[B]], most_bytes: int, now: datetime) -> list[B]:
    """What goes, in this order, so that the backups of these documents come to `most_bytes`.

    The oldest go first; what may stand nowhere else goes after all others for its 30 days. The
    newest 3 of each document stay, even if they are too much.
    """
    excess = sum(b.size for backups in documents for b in backups) - most_bytes
    candidates = [b for backups in documents for b in _not_newest(backups, now)]
    candidates.sort(key=lambda b: (_is_guarded(b, now), b.taken))
    going: list[B] = []
    for backup in candidates:
        if excess <= 0:
            break
        excess -= backup.size
        going.append(backup)
    return going


def _not_newest(backups: Sequence[B], now: datetime) -> list[B]:
    """All but the newest: neither those of the future nor those of the past push the others out."""
    ordered = sorted(backups, key=_taken, reverse=True)
    past = [b for b in ordered if b.taken <= now]
    future = ordered[: len(ordered) - len(past)]
    return past[ALWAYS:] + future[ALWAYS:]


def _newest_of_each(
    newest_first: Sequence[Dated], period: Callable[[datetime], object], most: int
) -> set[int]:
    """The places of the newest of each of the last periods that have one."""
    found: dict[object, int] = {}
    for place, backup in enumerate(newest_first):
        found.setdefault(period(backup.taken), place)
    return set(islice(found.values(), most))


def _is_guarded(backup: Dated, now: datetime) -> bool:
    return backup.is_only_copy and now - backup.taken < GUARDED_FOR


def _taken(backup: Dated) -> datetime:
    return backup.taken


def _month(time: datetime) -> tuple[int, int]:
    return time.year, time.month
