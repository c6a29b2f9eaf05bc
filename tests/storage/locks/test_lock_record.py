from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.locks.lock_record import LockRecord, decode_record, encode_record, new_record
from xjdesk.storage.station import Station

_TIMES = st.datetimes(datetime(1971, 1, 2), datetime(2999, 12, 30), timezones=st.just(UTC)).map(
    lambda time: time.replace(microsecond=0)
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_RECORDS = st.builds(
    LockRecord,
    station=st.builds(Station, _TEXT, _TEXT, st.integers(0, 2**32 - 1)),
    machine=_TEXT,
    since=_TIMES,
    beat=_TIMES,
    session=st.text("0123456789abcdef", min_size=32, max_size=32),
)


@given(_RECORDS, _TIMES)
def test_a_record_is_read_as_written_and_is_as_long_at_every_beat(
    record: LockRecord, beat: datetime
) -> None:
    data = encode_record(record)
    assert decode_record(data) == record
    assert len(encode_record(replace(record, beat=beat))) == len(data)


@given(_RECORDS, _TIMES, st.data())
def test_a_beat_seen_half_written_is_a_beat_or_nothing(
    record: LockRecord, beat: datetime, data: st.DataObject
) -> None:
    old, new = encode_record(record), encode_record(replace(record, beat=beat))
    cut = data.draw(st.integers(0, len(old)))
    seen = decode_record(new[:cut] + old[cut:])
    assert seen is None or replace(seen, beat=record.beat) == record


def test_names_that_no_file_can_hold_are_written_all_the_same() -> None:
    record = replace(new_record(), station=Station("a\ud800", "\udcff", 1))
    read = decode_record(encode_record(record))
    assert read is not None
    assert read.station == Station("a?", "?", 1)


def test_every_lock_has_a_session_of_its_own() -> None:
    assert len({new_record().session for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pid", -1),
        ("pid", 2**32),
        ("pid", "1"),
        ("pid", 1e400),
        ("user", None),
        ("host", 5),
        ("session", ""),
        ("session", "unreadable-" + 21 * "0"),
        ("since", "heute"),
        ("since", "0001-01-01T00:00:00+23:59"),
        ("since", "9999-12-31T23:59:59-23:59"),
        ("beat", "1970-01-01T00:00:00+00:00"),
        ("beat", "3000-01-01T00:00:00+00:00"),
        ("beat", 0),
    ],
)
def test_a_value_that_no_program_wrote_makes_it_no_record(name: str, value: object) -> None:
    whole = json.loads(encode_record(new_record()))
    assert decode_record(json.dumps(whole).encode()) is not None
    assert decode_record(json.dumps({**whole, name: value}).encode()) is None


def test_what_later_programs_add_is_no_hindrance() -> None:
    record = replace(new_record(), since=_second(), beat=_second())
    whole = json.loads(encode_record(record))
    assert decode_record(json.dumps({**whole, "added": [{}]}).encode()) == record


@given(st.binary() | st.text().map(str.encode) | st.integers(1, 10**5).map(lambda n: b'{"a":[' * n))
def test_any_bytes_are_a_record_or_none(data: bytes) -> None:
    assert decode_record(data) is None


def _second() -> datetime:
    return datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)
