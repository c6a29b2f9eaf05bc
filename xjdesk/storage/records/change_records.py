"""Changes and the change log as they are written in files: one JSON object a line.

A line of the log: `when` (UTC, ISO 8601), `who`, and the change: `at` (the text form of its
address), `old` and `new` (records of what stands there, null where nothing does).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from xjdesk.core.address import (
    Address,
    CellAddress,
    FieldAddress,
    FindingAddress,
    HeadingAddress,
    NoteAddress,
    ParagraphAddress,
    YearAddress,
    parse_address,
)
from xjdesk.core.change import Change, Content
from xjdesk.core.change_log import ChangeLog, LoggedChange
from xjdesk.core.explanation import Explanation
from xjdesk.storage.records.content_records import (
    EntryRecord,
    ExplanationRecord,
    ParagraphRecord,
    RecordError,
    entry_from,
    entry_record,
    explanation_from,
    explanation_record,
    is_all,
    paragraph_from,
    paragraph_record,
    size_in_values,
    storable,
)

_MOST_BYTES = 4 * 1024 * 1024
_MOST_LINES = 5000
_MOST_VALUES = 100_000


class ChangeRecord(msgspec.Struct, frozen=True):
    """A change; what `old` and `new` are depends on the address."""

    at: str
    old: Any
    new: Any


class LoggedRecord(msgspec.Struct, frozen=True):
    """A line of the change log."""

    when: str
    who: str
    at: str
    old: Any
    new: Any


def change_record(change: Change) -> ChangeRecord:
    """The change as a record."""
    address = change.address
    old, new = _content_record(address, change.old), _content_record(address, change.new)
    return ChangeRecord(storable(str(address)), old, new)


def change_from(record: ChangeRecord) -> Change:
    """The change of a record; RecordError when it is none."""
    return _change(record.at, record.old, record.new)


def encode_log(log: ChangeLog) -> bytes:
    """The lines of the log; where it has grown beyond all use, the newest of them."""
    lines: list[bytes] = []
    room, values = _MOST_BYTES, _MOST_VALUES
    for entry in reversed(log[-_MOST_LINES:]):
        line = msgspec.json.encode(_logged_record(entry)) + b"\n"
        room -= len(line)
        values -= size_in_values(line)
        if room < 0 or values < 0:
            break
        lines.append(line)
    return b"".join(reversed(lines))


def log_values(data: bytes) -> tuple[object, ...]:
    """The JSON values of the lines; RecordError when there is a line without one, or too much."""
    if data and not data.endswith(b"\n"):
        raise RecordError("the last line of the log does not end")
    lines = data.count(b"\n")
    if lines > _MOST_LINES or len(data) > _MOST_BYTES or size_in_values(data) > _MOST_VALUES:
        raise RecordError("the log holds too much")
    try:
        return tuple(map(msgspec.json.decode, data.split(b"\n")[:lines]))
    except (ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error


def log_from(values: Iterable[object], *, is_newer: bool = False) -> ChangeLog:
    """The log in JSON values; RecordError when one is no logged change.

    Nor may one hold anything that is not known here, unless the log `is_newer`: from a newer
    program, to be looked at only.
    """
    try:
        return tuple(_logged(value, is_newer=is_newer) for value in values)
    except (ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _logged_record(entry: LoggedChange) -> LoggedRecord:
    change = change_record(entry.change)
    when = entry.when.astimezone(UTC).isoformat(timespec="seconds")
    return LoggedRecord(when, storable(entry.who), change.at, change.old, change.new)


def _logged(value: object, *, is_newer: bool) -> LoggedChange:
    record = msgspec.convert(value, LoggedRecord)
    when = datetime.fromisoformat(record.when)
    if when.utcoffset() != timedelta(0):
        raise RecordError(f"{record.when} is no time in UTC")
    change = _change(record.at, record.old, record.new)
    logged = LoggedChange(when.astimezone(UTC), record.who, change)
    if not is_newer and not is_all(_logged_record(logged), value):
        raise RecordError("the change log holds what is not known")
    return logged


def _change(at: str, old: object, new: object) -> Change:
    try:
        address = parse_address(at)
        return Change(address, _content(address, old), _content(address, new))
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{at}: {error}") from error


def _content_record(address: Address, content: Content) -> object:
    match content:
        case None | int():
            return content
        case tuple():
            return tuple(map(paragraph_record, content))
        case Explanation():
            if not isinstance(address, FindingAddress):
                raise TypeError(f"{address} holds no explanation")
            return explanation_record(address, content)
        case str() if isinstance(address, FieldAddress | HeadingAddress | NoteAddress):
            return storable(content)
        case _:
            return entry_record(content)


def _content(address: Address, value: object) -> Content:
    match address:
        case CellAddress():
            return None if value is None else entry_from(msgspec.convert(value, EntryRecord))
        case FindingAddress():
            return _explanation(address, value)
        case YearAddress():
            return msgspec.convert(value, int)
        case FieldAddress() | HeadingAddress() | NoteAddress():
            return msgspec.convert(value, str)
        case ParagraphAddress():
            records: Sequence[ParagraphRecord] = msgspec.convert(value, tuple[ParagraphRecord, ...])
            return tuple(map(paragraph_from, records))


def _explanation(address: FindingAddress, value: object) -> Explanation | None:
    if value is None:
        return None
    subject, said = explanation_from(msgspec.convert(value, ExplanationRecord))
    if subject != address:
        raise RecordError(f"{subject} is said at {address}")
    return said
