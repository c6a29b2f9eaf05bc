"""What the user is told about a lock, each in one sentence."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.locks.lock_holder import LockHolder
from xjdesk.storage.station import this_station

_CHOICE = "可以只读打开，或另存一份副本"
_MOST_CHARACTERS = 30


def locked_sentence(path: Path, holder: LockHolder, now: datetime) -> str:
    """Who has the project open, since when, whether that may be over, and what can be done."""
    name = f"“{shown_name(path)}”"
    opened = _shown_time(holder.since, now)
    who = _who(holder)
    if holder.has_ended:
        return (
            f"{name}上次没有正常退出（{opened}{who}打开），现在没有人在编辑，可以接着编辑，"
            "也可以只读打开，或另存一份副本。"
        )
    if holder.is_silent:
        silence = _shown_silence(now - holder.beat)
        return (
            f"{name}{opened}{who}打开，但{silence}没有动静，可能已断开或死机，"
            f"请先确认那边不再编辑，再接着编辑；也{_CHOICE}。"
        )
    return f"{name}正{who}编辑（{opened}打开），{_CHOICE}。"


def unavailable_sentence(path: Path) -> str:
    """Others will not be told that the project is open here."""
    return (
        f"“{shown_name(path)}”所在的位置不能写入编辑标记，别人打开它时不会得到提示，"
        "请先确认没有别人在编辑，或另存到其他文件夹。"
    )


def _who(holder: LockHolder) -> str:
    """By whom and where, as far as known, to stand before a verb."""
    user, host = _shown(holder.station.user), _shown(holder.station.host)
    if holder.is_here:
        place = "在本机" if holder.has_ended else "在本机的另一个窗口中"
        return place if holder.station.user == this_station().user else _by(user) + "在本机"
    if host:
        return f"{_by(user)}在电脑 {host} 上"
    return _by(user) or "由别人"


def _by(user: str) -> str:
    return f"由{user}" if user else ""


def _shown_time(time: datetime, now: datetime) -> str:
    """The local time, with as much of the date as is needed."""
    time, now = time.astimezone(), now.astimezone()
    clock = f"{time.hour}:{time.minute:02}"
    if time.date() == now.date():
        return f"今天{clock}"
    year = "" if time.year == now.year else f"{time.year}年"
    return f"{year}{time.month}月{time.day}日{clock}"


def _shown_silence(silence: timedelta) -> str:
    minutes = int(silence.total_seconds() // 60)
    if minutes < 0:
        # The clocks do not agree.
        return "已很久"
    if minutes < 120:
        return f"已 {minutes} 分钟"
    hours = minutes // 60
    return f"已 {hours} 小时" if hours < 48 else f"已 {hours // 24} 天"


def _shown(name: str) -> str:
    """A name as it stands in a lock file that anybody may have written."""
    plain = "".join(filter(str.isprintable, name)).strip()
    is_long = len(plain) > _MOST_CHARACTERS
    return f"{plain[:_MOST_CHARACTERS]}…" if is_long else plain
