from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from xjdesk.core.change import Change
from xjdesk.core.change_log import LoggedChange
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.form import Form
from xjdesk.gui.changes.log_model import PLACE_COLUMN, LogModel
from xjdesk.gui.changes.log_rows import LogRow, LogRows


@pytest.fixture(scope="module")
def rows(form: Form) -> tuple[LogRow, ...]:
    """Six rows, newest first."""
    when = datetime(2026, 3, 1, tzinfo=UTC)
    log = tuple(LoggedChange(when, "甲", Change(SIGNER, "", f"<b>{n}</b>")) for n in range(6))
    return LogRows(form).rows(log)


def _numbers(model: LogModel) -> list[int]:
    return [model.row_at(row).number for row in range(model.rowCount())]


def test_it_shows_the_texts_under_headers(
    rows: Sequence[LogRow], qtmodeltester: ModelTester
) -> None:
    model = LogModel()
    model.show(rows)
    qtmodeltester.check(model)
    across = Qt.Orientation.Horizontal
    headers = [model.headerData(column, across) for column in range(model.columnCount())]
    assert headers == ["时间", "修改人", "位置", "原来", "改为"]
    assert tuple(model.data(model.index(2, column)) for column in range(5)) == rows[2].shown


def test_a_tip_shows_words_and_never_the_html_they_may_look_like(form: Form) -> None:
    entry = LoggedChange(datetime(2026, 3, 1, tzinfo=UTC), "<img src=a>", Change(SIGNER, "", "甲"))
    model = LogModel()
    model.show(LogRows(form).rows((entry,)))
    tips = [model.data(model.index(0, c), Qt.ItemDataRole.ToolTipRole) for c in range(5)]
    assert "&lt;img src=a&gt;" in str(tips[1])
    assert "签发人" in str(tips[PLACE_COLUMN])
    assert tips[PLACE_COLUMN + 1 :] == [None, None]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=st.lists(st.lists(st.integers(0, 5), unique=True).map(sorted), max_size=5))
def test_whatever_is_shown_after_whatever_it_is_what_was_asked_for(
    rows: Sequence[LogRow], shown: list[list[int]]
) -> None:
    model = LogModel()
    told: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(last + 1 - first))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(first - last - 1))
    model.modelReset.connect(lambda: told.append(model.rowCount() - sum(told)))
    for chosen in shown:
        model.show([rows[number] for number in chosen])
        assert _numbers(model) == [rows[number].number for number in chosen]
        assert sum(told) == model.rowCount()


def test_a_new_entry_leaves_the_others_where_they_are(rows: Sequence[LogRow]) -> None:
    model = LogModel()
    model.show(rows[2:])
    kept = QPersistentModelIndex(model.index(1, 0))
    model.show(rows[1:])
    assert kept.isValid()
    assert kept.row() == 2
    model.show([rows[0], *rows[2:]])
    assert kept.row() == 2
    assert model.row_of(rows[3].number) == 2
    assert model.row_of(rows[1].number) is None
