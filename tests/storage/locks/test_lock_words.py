from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.storage.locks.lock_holder import LockHolder
from xjdesk.storage.locks.lock_words import locked_sentence, unavailable_sentence
from xjdesk.storage.station import Station, this_station

_PROJECT = Path("某处/报告.xjd")
# Noon where the test runs.
_NOW = datetime(2026, 3, 5, 12, 0).astimezone()
_OPENED = _NOW.replace(hour=9, minute=12)
_CHOICE = "可以只读打开，或另存一份副本。"
_MINE = this_station().user


def _said(
    user: str = "张三",
    host: str = "OFFICE-PC1",
    since: datetime = _OPENED,
    silent: timedelta | None = None,
    *,
    has_ended: bool = False,
    is_here: bool = False,
) -> str:
    holder = LockHolder(
        Station(user, host, 1),
        since.astimezone(UTC),
        (_NOW - (silent or timedelta())).astimezone(UTC),
        "session",
        has_ended=has_ended,
        is_silent=silent is not None,
        is_here=is_here,
    )
    return locked_sentence(_PROJECT, holder, _NOW.astimezone(UTC))


@pytest.mark.parametrize(
    ("user", "host", "who"),
    [
        ("张三", "OFFICE-PC1", "由张三在电脑 OFFICE-PC1 上"),
        ("", "OFFICE-PC1", "在电脑 OFFICE-PC1 上"),
        ("张三", "", "由张三"),
        ("", "", "由别人"),
        (" \n\u202e\ud800", "\t", "由别人"),
        ("甲\n乙", "A\u200bB", "由甲乙在电脑 AB 上"),
        ("张" * 300, "", f"由{'张' * 30}…"),
    ],
)
def test_who_edits_it_elsewhere_is_said_as_far_as_known(user: str, host: str, who: str) -> None:
    assert _said(user, host) == f"“报告.xjd”正{who}编辑（今天9:12打开），{_CHOICE}"


def test_on_this_computer_it_is_another_window_or_another_user() -> None:
    window = f"“报告.xjd”正在本机的另一个窗口中编辑（今天9:12打开），{_CHOICE}"
    assert _said(_MINE, is_here=True) == window
    assert "正由李四在本机编辑" in _said("李四", is_here=True)


def test_who_has_ended_is_no_longer_editing() -> None:
    assert _said(_MINE, has_ended=True, is_here=True) == (
        "“报告.xjd”上次没有正常退出（今天9:12在本机打开），现在没有人在编辑，"
        "可以接着编辑，也可以只读打开，或另存一份副本。"
    )
    assert "（今天9:12由李四在本机打开）" in _said("李四", has_ended=True, is_here=True)


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        (timedelta(minutes=25, seconds=59), "已 25 分钟"),
        (timedelta(minutes=119), "已 119 分钟"),
        (timedelta(hours=13, minutes=50), "已 13 小时"),
        (timedelta(days=3, hours=5), "已 3 天"),
        (timedelta(days=-3), "已很久"),
    ],
)
def test_how_long_one_has_been_silent_is_said(silent: timedelta, said: str) -> None:
    assert _said(silent=silent) == (
        f"“报告.xjd”今天9:12由张三在电脑 OFFICE-PC1 上打开，但{said}没有动静，可能已断开或死机，"
        f"请先确认那边不再编辑，再接着编辑；也{_CHOICE}"
    )


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (_NOW.replace(hour=0, minute=5), "今天0:05"),
        (_OPENED - timedelta(days=1), "3月4日9:12"),
        (_OPENED.replace(year=2025, month=12), "2025年12月5日9:12"),
    ],
)
def test_the_day_is_said_where_it_is_not_today(since: datetime, said: str) -> None:
    assert f"（{said}打开）" in _said(since=since)


@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_it_is_always_one_sentence_of_one_line(
    user: str, host: str, has_ended: bool, is_here: bool
) -> None:
    said = _said(
        user.replace("。", ""), host.replace("。", ""), has_ended=has_ended, is_here=is_here
    )
    assert said.encode()
    assert said.isprintable()
    assert said.index("。") == len(said) - 1


def test_where_no_lock_can_be_the_sentence_says_what_to_do() -> None:
    said = unavailable_sentence(_PROJECT)
    assert "“报告.xjd”" in said
    assert "另存到其他文件夹" in said
