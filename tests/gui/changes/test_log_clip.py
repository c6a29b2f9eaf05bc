from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.gui.cell_range import read_range
from xjdesk.gui.changes.log_clip import log_clip
from xjdesk.gui.changes.log_rows import LogRow, LogRows

_WHEN = datetime(2026, 3, 1, 4, 5, 6, tzinfo=UTC)


def _rows(form: Form, old: str, new: str, who: str = "张三") -> tuple[LogRow, ...]:
    return LogRows(form).rows((LoggedChange(_WHEN, who, Change(SIGNER, old, new)),))


def test_rows_are_copied_under_their_headers_with_the_whole_time(form: Form) -> None:
    lines = read_range(log_clip(_rows(form, "", "甲")).text())
    assert lines[0] == ["时间", "修改人", "位置", "原来", "改为"]
    assert lines[1][1:] == ["张三", "公文信息 签发人", "（空白）", "甲"]
    assert lines[1][0] == f"{_WHEN.astimezone():%Y-%m-%d %H:%M:%S}"


@given(old=st.text(max_size=20), new=st.text(max_size=20), who=st.text(max_size=5))
def test_whatever_was_written_is_one_line_of_five_fields(
    form: Form, old: str, new: str, who: str
) -> None:
    lines = read_range(log_clip(_rows(form, old, new, who)).text())
    assert [len(line) for line in lines] == [5, 5]
    number = re.compile("[+-]?[0-9]+([.][0-9]+)?")
    for text in lines[1]:
        assert number.fullmatch(text) or not text.lstrip().startswith(("=", "+", "-", "@"))


def test_half_a_character_can_be_copied(form: Form) -> None:
    clip = log_clip(_rows(form, "\ud800甲", "乙"))
    assert "�甲" in clip.text()
    assert "�甲" in clip.html()


def test_a_time_before_all_calendars_can_be_copied(form: Form) -> None:
    first = datetime(1, 1, 1, tzinfo=UTC)
    (row,) = _rows(form, "", "甲")
    entry = LoggedChange(first, "", row.entry.change)
    (row,) = LogRows(form).rows((entry,))
    assert "-01-01" in log_clip((row,)).text()
