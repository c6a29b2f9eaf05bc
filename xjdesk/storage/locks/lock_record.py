"""What is written in a lock file: one JSON object in UTF-8.

`user`, `host` and `pid` say whose it is, `machine` which of several computers of one name; `since`
and `beat` (ISO 8601, UTC, to the second) when it was taken and when its holder was last alive, by
the holder's clock; `session` is a number of the lock's own, in hex; `program` the version.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from xjdesk import __version__
from xjdesk.storage.station import Station, this_machine, this_station

_SESSION = re.compile("[0-9a-f]{32}")
_YEARS = range(1971, 3000)
"""Those that every system can show in local time."""
_MOST_PID = 2**32


@dataclass(frozen=True, slots=True)
class LockRecord:
    """A lock as its holder wrote it. The times are in UTC, by the holder's clock."""

    station: Station
    machine: str
    since: datetime
    beat: datetime
    session: str


class _Written(msgspec.Struct, frozen=True):
    user: str
    host: str
    machine: str
    pid: int
    since: str
    beat: str
    session: str
    program: str


def new_record() -> LockRecord:
    """The record of a lock that this program takes now."""
    now = datetime.now(UTC)
    return LockRecord(this_station(), this_machine(), now, now, secrets.token_hex(16))


def encode_record(record: LockRecord) -> bytes:
    """The content of the file: always equally long for one lock, so that a beat is written over."""
    station = record.station
    return msgspec.json.encode(
        _Written(
            user=_encodable(station.user),
            host=_encodable(station.host),
            machine=record.machine,
            pid=station.pid,
            since=record.since.isoformat(timespec="seconds"),
            beat=record.beat.isoformat(timespec="seconds"),
            session=record.session,
            program=__version__,
        )
    )


def decode_record(data: bytes) -> LockRecord | None:
    """The record in a lock file; None when it holds none, or not all of it."""
    try:
        written = msgspec.json.decode(data, type=_Written)
        since, beat = _time(written.since), _time(written.beat)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):
        return None
    if not _SESSION.fullmatch(written.session) or not 0 <= written.pid < _MOST_PID:
        return None
    station = Station(written.user, written.host, written.pid)
    return LockRecord(station, written.machine, since, beat, written.session)


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text).astimezone(UTC)
    if time.year not in _YEARS:
        raise ValueError(text)
    return time


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
