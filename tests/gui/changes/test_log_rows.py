from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from unittest.mock import patch

import pytest

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.change_log import ChangeLog, LoggedChange
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.core.report import Paragraph
from xjdesk.gui.changes import log_rows
from xjdesk.gui.changes.log_rows import LogRows, filtered

_CELL = CellAddress("statistics", "meetings", "count")
_NOW = datetime.now(UTC).replace(microsecond=0)


def _entry(change: Change, who: str = "张三", when: datetime = _NOW) -> LoggedChange:
    return LoggedChange(when, who, change)


@pytest.fixture
def log() -> ChangeLog:
    return (
        _entry(Change(_CELL, None, Decimal(5))),
        _entry(Change(SIGNER, "", "Wang Wu"), "李四"),
        _entry(Change(ParagraphAddress("preface", 0), (Paragraph("甲\n乙"),), ())),
    )


def test_the_newest_comes_first_with_whole_contents_and_a_line_of_each(
    form: Form, log: ChangeLog
) -> None:
    rows = LogRows(form).rows(log)
    assert [row.number for row in rows] == [2, 1, 0]
    assert rows[0].shown[1:] == ("张三", "导语 第1段", "甲／乙", "（无）")
    assert rows[0].old == "甲\n乙"
    assert rows[1].shown[1:] == ("李四", "公文信息 签发人", "（空白）", "Wang Wu")
    assert rows[2].shown[0].startswith(("今天", "昨天"))


def test_rows_that_were_there_are_not_made_again(form: Form, log: ChangeLog) -> None:
    rows = LogRows(form)
    before = rows.rows(log)
    after = rows.rows((*log[:2], _entry(Change(_CELL, Decimal(5), None)), *log[2:]))
    assert [row.new for row in after[:2]] == ["（无）", "（空白）"]
    assert after[2] is before[1]
    assert after[3] is before[2]
    assert [row.number for row in after] == [3, 2, 1, 0]
    assert rows.rows(log[:1]) == before[2:]
    assert rows.rows(()) == ()


def test_on_another_day_today_is_told_anew(form: Form, log: ChangeLog) -> None:
    now = [_NOW.astimezone()]
    rows = LogRows(form, lambda: now[0])
    assert rows.rows(log)[0].shown[0].startswith("今天")
    now[0] += timedelta(days=1)
    assert rows.rows(log)[0].shown[0].startswith("昨天")


def test_a_time_that_this_computer_cannot_tell_is_told_as_it_is(form: Form, log: ChangeLog) -> None:
    old = _entry(log[0].change, when=datetime(1, 1, 1, tzinfo=UTC))
    with patch.object(log_rows, "moment", side_effect=OSError):
        (row,) = LogRows(form).rows((old,))
    assert row.shown[0] == "1年1月1日"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", [2, 1, 0]),
        ("签发人", [1]),
        ("导语 甲", [2]),
        ("WANG", [1]),
        ("李四", [1]),
        ("5", [0]),
        ("甲 签发人", []),
        ("  ", [2, 1, 0]),
    ],
)
def test_rows_are_found_by_place_content_and_name(
    form: Form, log: ChangeLog, words: str, numbers: list[int]
) -> None:
    found = filtered(LogRows(form).rows(log), words)
    assert [row.number for row in found] == numbers


def test_words_and_numbers_hold_together(form: Form, log: ChangeLog) -> None:
    rows = LogRows(form).rows(log)
    assert [row.number for row in filtered(rows, "", {0, 2})] == [2, 0]
    assert [row.number for row in filtered(rows, "张三", {0, 1})] == [0]
    assert filtered(rows, "", frozenset()) == ()
