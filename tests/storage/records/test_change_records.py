from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from tests.core.report_states import WORDS, reports
from tests.storage.sample_project import sample_project
from xjdesk.core.address import CellAddress, FieldAddress, FindingAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.change_log import ChangeLog, LoggedChange
from xjdesk.core.difference import difference
from xjdesk.core.explanation import Explanation
from xjdesk.core.report import Paragraph, Report
from xjdesk.storage.records.change_records import (
    change_from,
    change_record,
    encode_log,
    log_from,
    log_values,
)
from xjdesk.storage.records.content_records import RecordError

_NOON = datetime(2017, 1, 19, 12, tzinfo=UTC)
_CELL = CellAddress("statistics", "received", "count")
_LOG = sample_project().changes
_LINE: Mapping[str, Any] = {
    "when": "2017-01-19T12:00:00+00:00",
    "who": "王芳",
    "at": "statistics.received.count",
    "old": None,
    "new": {"number": "5"},
}


def _decoded(data: bytes) -> ChangeLog:
    return log_from(log_values(data))


def _line(**changed: object) -> bytes:
    return json.dumps({**_LINE, **changed}).encode() + b"\n"


def _changes(number: int, size: int = 1) -> ChangeLog:
    """So many entries, each of them about `size` characters."""
    paragraphs = tuple(Paragraph("文" * size) for _ in range(1))
    change = Change(ParagraphAddress("overview", 0), (), paragraphs)
    return tuple(LoggedChange(_NOON + timedelta(seconds=n), "王芳", change) for n in range(number))


def test_a_log_of_every_kind_of_place_is_read_back() -> None:
    assert _decoded(encode_log(_LOG)) == _LOG
    assert encode_log(_LOG).count(b"\n") == len(_LOG)
    assert encode_log(()) == b""
    assert _decoded(b"") == ()


@settings(max_examples=40)
@given(reports(), reports(), WORDS)
def test_every_change_is_read_back_to_the_letter(old: Report, new: Report, who: str) -> None:
    log = tuple(LoggedChange(_NOON, who, change) for change in difference(old, new))
    assert str(_decoded(encode_log(log))) == str(log)
    assert [str(change_from(change_record(e.change))) for e in log] == [str(e.change) for e in log]


def test_a_time_elsewhere_is_written_in_utc() -> None:
    beijing = _NOON.astimezone(timezone(timedelta(hours=8))).replace(microsecond=9)
    entry = LoggedChange(beijing, "王芳", Change(_CELL, None, Decimal(5)))
    (read,) = _decoded(encode_log((entry,)))
    assert (read.when, read.when.tzinfo) == (_NOON, UTC)


def test_half_a_character_does_not_stand_in_the_way() -> None:
    half = "\ud83d"
    said = Explanation(half, half)
    changes = (
        Change(FieldAddress("letterhead", "title"), "", f"前{half}"),
        Change(ParagraphAddress(f"added{half}", 0), (), (Paragraph(half),)),
        Change(FindingAddress(f"T{half}", half), None, said),
        Change(_CELL, None, half),
    )
    log = tuple(LoggedChange(_NOON, half, change) for change in changes)
    assert "\ufffd" in str(_decoded(encode_log(log))[0])
    assert len(_decoded(encode_log(log))) == len(log)


def test_a_rule_with_a_slash_in_it_is_read_back() -> None:
    said = Explanation("属实", "5")
    changes = [
        Change(FindingAddress(rule, "b/c"), None, said) for rule in ("a", "a/b", "a%2Fb", "")
    ]
    log = tuple(LoggedChange(_NOON, "王芳", change) for change in changes)
    assert _decoded(encode_log(log)) == log


def test_of_a_log_beyond_all_use_the_newest_entries_are_kept() -> None:
    many = _changes(6000)
    assert _decoded(encode_log(many)) == many[-5000:]
    large = _changes(2000, 2000)
    kept = _decoded(encode_log(large))
    assert 0 < len(kept) < 2000
    assert kept == large[-len(kept) :]
    assert len(encode_log(large)) <= 4 * 1024 * 1024
    full = tuple(
        replace(e, change=replace(e.change, new=(Paragraph("a"),) * 100)) for e in _changes(2000)
    )
    assert 0 < len(_decoded(encode_log(full))) < 2000


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"{\n",
        b"\xff\n",
        _line(note="?"),
        _line(new={"number": "5", "unit": "件"}),
        _line(new={"number": "5", "text": None}),
        _line(new={"number": "1e3"}),
        _line(new={"text": ""}),
        _line(new=5),
        _line(at="a.b"),
        _line(at="report/year"),
        _line(at="narrative/overview/01"),
        _line(at="findings/T-01/x", new={"rule": "T-02", "subject": "x", "text": "", "basis": ""}),
        _line(at="narrative/overview/0", old=[], new=[{"text": "a", "figures": [], "font": 1}]),
        _line(at="narrative/overview/0", old=None, new=[]),
        _line(at="letterhead/title", old=None, new="文"),
        _line(when="2017-01-19T12:00:00"),
        _line(when="2017-01-19T12:00:00+08:00"),
        _line(when="2017-01-19T12:00:00Z"),
        _line(when="2017-01-19"),
        _line(when="0001-01-01T00:00:00+23:59"),
        _line(when=5),
        _line(who=None),
        _line().rstrip(b"\n"),
        _line() + b"\n" + _line(),
        _line().replace(b"\n", b"\r\n") + b"\r",
        b'{"when":' * 100_000 + b"\n",
        _line(new=json.loads("[" * 500 + "]" * 500)),
        _line(at="narrative/overview/0", old=[], new=[{"text": "", "x": [[[]]]}]),
        _line() * 5001,
        b"1\n" * 1_000_000,
        b"[" + b"1," * 200_000 + b"1]\n",
        _line(who="x" * 5_000_000),
    ],
    ids=lambda line: f"{bytes(line[60:100])!r}{len(bytes(line))}",
)
def test_a_log_that_is_none_is_refused(line: bytes) -> None:
    with pytest.raises(RecordError):
        _decoded(line)


def test_what_is_not_known_of_a_newer_log_is_passed_over() -> None:
    line = _line(note="?", new={"number": "5", "unit": "件"})
    (entry,) = log_from(log_values(line), is_newer=True)
    assert entry.change == Change(_CELL, None, Decimal(5))
    for deep in (100, 900, 980, 1000):
        line = _line(note="?").replace(b'"?"', b"[" * deep + b"]" * deep)
        with pytest.raises(RecordError):
            _decoded(line)
