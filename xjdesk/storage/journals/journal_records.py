"""The lines of a recovery journal, as `journal` writes and `recovery` reads them.

Every line is a sum (CRC-32 in 8 hex digits, of this JSON after all JSON before it), a blank, a
JSON object and a line feed: no line can be damaged, lost, doubled or of another journal unnoticed.
The first is the header, every other is one step: its number, when, by whom, and the changes as in
the change log. `old` is left out where the change before it was made at the same address and left
just that: most changes are letters typed one after the other into a long paragraph.

Version 1, the first. It is counted up when an older program must not read a journal.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, BinaryIO

import msgspec

from xjdesk.core.change import Change
from xjdesk.storage.project_file import FORMAT
from xjdesk.storage.records.change_records import ChangeRecord, change_from, change_record
from xjdesk.storage.records.content_records import RecordError, storable
from xjdesk.storage.station import Station

VERSION = 1
MOST_BYTES = 200 * 1024 * 1024
"""No journal is longer, nor is one read that is."""
MOST_LINE_BYTES = 64 * 1024 * 1024

_YEARS = range(1971, 3000)
"""Those that every system can show in local time."""

_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class HeaderRecord(msgspec.Struct, frozen=True):
    """What the changes are made to, and by which program.

    `format` is that of `base`, the bytes of a project file. `file` and `digest` are those of the
    file in which it is, if any.
    """

    journal: int
    format: int
    document: str
    form: str
    file: str | None
    digest: str | None
    station: Station
    since: _Time
    base: bytes

    @property
    def is_newer(self) -> bool:
        """Whether it is of a newer program, and not to be read."""
        return self.journal > VERSION or self.format > FORMAT


@dataclass(frozen=True, slots=True)
class Step:
    """Changes carried out together, when (UTC) and by whom."""

    changes: tuple[Change, ...]
    when: datetime
    who: str


class _StepChangeRecord(msgspec.Struct, frozen=True, kw_only=True):
    at: str
    old: Any = msgspec.UNSET
    new: Any


class _StepRecord(msgspec.Struct, frozen=True):
    n: int
    when: _Time
    who: str
    changes: tuple[_StepChangeRecord, ...]


_STEP = msgspec.json.Decoder(_StepRecord)


class LineWriter:
    """Makes the lines of one journal, one after the other."""

    def __init__(self) -> None:
        self._sum = 0
        self._steps = 0
        self._last: ChangeRecord | None = None

    def header(self, record: HeaderRecord) -> bytes:
        """The first line."""
        # Not by msgspec: the name of a file may hold what UTF-8 cannot.
        return self._line(json.dumps(msgspec.to_builtins(record)).encode())

    def step(self, changes: Sequence[Change], when: datetime, who: str) -> bytes:
        """The next line; RecordError when it could not be read again."""
        self._steps += 1
        records = tuple(map(self._change, changes))
        record = _StepRecord(self._steps, when.astimezone(UTC), storable(who), records)
        return self._line(msgspec.json.encode(record))

    def _change(self, change: Change) -> _StepChangeRecord:
        record, last = change_record(change), self._last
        change_from(record)
        self._last = record
        if last is not None and record.at == last.at and record.old == last.new:
            return _StepChangeRecord(at=record.at, new=record.new)
        return _StepChangeRecord(at=record.at, old=record.old, new=record.new)

    def _line(self, body: bytes) -> bytes:
        self._sum = zlib.crc32(body, self._sum)
        return b"%08x %b\n" % (self._sum, body)


def bodies(file: BinaryIO) -> Iterator[bytes]:
    """The JSON of the lines; RecordError at the first that is not as it was written."""
    total = 0
    while line := file.readline(MOST_LINE_BYTES + 1):
        body = line[9:-1]
        total = zlib.crc32(body, total)
        if line != b"%08x %b\n" % (total, body):
            raise RecordError("a line is cut off, damaged, or out of its place")
        yield body


def header_in(lines: Iterator[bytes]) -> HeaderRecord:
    """The header, from the first of the lines; RecordError when it is none."""
    try:
        record = msgspec.convert(json.loads(next(lines, b"")), HeaderRecord)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error
    _refuse_odd_time(record.since)
    return record


def steps_in(lines: Iterator[bytes]) -> Iterator[Step]:
    """The steps, from all lines but the first; RecordError at the first line that is none."""
    last: ChangeRecord | None = None
    for n, line in enumerate(lines, 1):
        record = _step_record(line)
        if record.n != n:
            raise RecordError(f"step {record.n} stands in place of step {n}")
        changes: list[Change] = []
        for change in record.changes:
            last = _whole(change, last)
            changes.append(change_from(last))
        yield Step(tuple(changes), record.when, record.who)


def _step_record(line: bytes) -> _StepRecord:
    try:
        record = _STEP.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error
    _refuse_odd_time(record.when)
    return record


def _refuse_odd_time(time: datetime) -> None:
    if time.year not in _YEARS:
        raise RecordError(f"{time} is no time of a change")


def _whole(record: _StepChangeRecord, last: ChangeRecord | None) -> ChangeRecord:
    if record.old is not msgspec.UNSET:
        return ChangeRecord(record.at, record.old, record.new)
    if last is None or last.at != record.at:
        raise RecordError(f"{record.at}: nothing was left there by the change before")
    return ChangeRecord(record.at, last.new, record.new)
