from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.report_states import FORM, reports
from xjdesk.core.address import CellAddress, FieldAddress, ParagraphAddress
from xjdesk.core.change import Change, apply_all
from xjdesk.core.change_log import ChangeLog, LoggedChange, logged
from xjdesk.core.difference import difference
from xjdesk.core.report import Paragraph, Report, empty_report

_NOON = datetime(2017, 1, 19, 12, 0, 0, 123456, tzinfo=UTC)
_CELL = CellAddress("statistics", "received", "count")
_OTHER = CellAddress("statistics", "closed", "count")
_TITLE = FieldAddress("letterhead", "title")


def _typed(*texts: str) -> list[Change]:
    return [Change(_TITLE, old, new) for old, new in pairwise(texts)]


def _told(log: ChangeLog) -> list[tuple[object, object]]:
    return [(entry.change.old, entry.change.new) for entry in log]


def _log(
    changes: list[Change], minutes: float = 0, who: str = "王芳", sealed: int = 0
) -> ChangeLog:
    log: ChangeLog = ()
    for number, change in enumerate(changes):
        when = _NOON + timedelta(minutes=minutes * number)
        log = logged(log, [change], when, who, sealed)
    return log


def test_a_change_is_logged_with_who_and_when_to_the_second() -> None:
    change = Change(_CELL, None, Decimal(5))
    assert logged((), [change], _NOON, "王芳") == (
        LoggedChange(_NOON.replace(microsecond=0), "王芳", change),
    )


def test_what_is_typed_in_one_place_is_one_entry() -> None:
    log = _log(_typed("", "年", "年度", "年度报告"), minutes=9)
    assert _told(log) == [("", "年度报告")]
    assert log[0].when == (_NOON + timedelta(minutes=18)).replace(microsecond=0)


def test_a_longer_rest_another_hand_and_another_place_begin_another_entry() -> None:
    assert len(_log(_typed("", "年", "年度"), minutes=11)) == 2
    first = logged((), _typed("", "年"), _NOON, "王芳")
    assert len(logged(first, _typed("年", "年度"), _NOON, "马存福")) == 2
    between = [Change(_CELL, None, Decimal(5)), Change(_OTHER, None, Decimal(4))]
    assert len(_log([*between, Change(_CELL, Decimal(5), Decimal(6))])) == 3


def test_what_is_taken_back_at_once_is_no_entry() -> None:
    assert _log(_typed("", "年", "")) == ()
    both = [Change(_CELL, None, Decimal(5)), Change(_OTHER, None, Decimal(4))]
    undone = [change.inverse() for change in reversed(both)]
    assert _log([*both, *undone]) == ()


def test_a_number_written_otherwise_is_an_entry() -> None:
    changes = [Change(_CELL, Decimal(5), Decimal("5.0")), Change(_CELL, Decimal("5.0"), Decimal(7))]
    assert [(str(old), str(new)) for old, new in _told(_log(changes[:1]))] == [("5", "5.0")]
    assert [(str(old), str(new)) for old, new in _told(_log(changes))] == [("5", "7")]


def test_an_idle_change_is_none() -> None:
    assert logged((), [Change(_CELL, Decimal(5), Decimal(5))], _NOON, "王芳") == ()


def test_what_a_file_holds_stays_as_it_is() -> None:
    saved = _log(_typed("", "年"))
    assert _told(logged(saved, _typed("年", "年度"), _NOON, "王芳", sealed=1)) == [
        ("", "年"),
        ("年", "年度"),
    ]
    assert _told(logged(saved, _typed("年", ""), _NOON, "王芳", sealed=1)) == [
        ("", "年"),
        ("年", ""),
    ]


def test_a_clock_set_back_begins_no_sitting_long_ago() -> None:
    first = logged((), _typed("", "年"), _NOON, "王芳")
    assert len(logged(first, _typed("年", "年度"), _NOON - timedelta(days=1), "王芳")) == 2


def test_deleted_and_inserted_paragraphs_are_told_as_what_they_come_to() -> None:
    a, b = (Paragraph("a"),), (Paragraph("b"),)
    place = ParagraphAddress("overview", 0)
    assert _told(_log([Change(place, a, ()), Change(place, (), b)])) == [(a, b)]
    # Inserted before what was inserted: two paragraphs.
    assert _told(_log([Change(place, (), a), Change(place, (), b)])) == [((), a), ((), b)]


@settings(max_examples=40)
@given(st.lists(reports(), min_size=1, max_size=3), st.integers(0, 20), st.integers(0, 3))
def test_the_log_leads_to_the_present_state(
    states: list[Report], minutes: int, sealed: int
) -> None:
    report = empty_report(FORM, 2016)
    log: ChangeLog = ()
    for number, state in enumerate(states):
        when = _NOON + timedelta(minutes=minutes * number)
        grown = logged(log, difference(report, state), when, "王芳", sealed)
        kept = min(sealed, len(log))
        assert grown[:kept] == log[:kept]
        log, report = grown, state
    replayed = apply_all(empty_report(FORM, 2016), [entry.change for entry in log])
    assert replayed == report
