from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from xjdesk.gui.files.moments import moment

NOW = datetime(2026, 3, 1, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (NOW.replace(hour=9, minute=5), "今天9:05"),
        (NOW - timedelta(days=1), "昨天12:00"),
        (NOW.replace(day=1, month=2), "2月1日12:00"),
        (NOW.replace(year=2025, month=11, day=3), "2025年11月3日12:00"),
        (NOW + timedelta(days=3), "3月4日12:00"),
    ],
)
def test_a_moment_is_told_as_in_an_office(when: datetime, said: str) -> None:
    assert moment(when, NOW) == said


@pytest.mark.parametrize("when", [datetime.min, datetime.max])
def test_no_moment_is_too_far_away_to_be_told(when: datetime) -> None:
    assert str(when.year) in moment(when.replace(tzinfo=UTC), NOW)
