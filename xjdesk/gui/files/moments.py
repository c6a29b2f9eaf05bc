"""Moments as they are told to the user, in the time of this computer."""

from __future__ import annotations

from datetime import datetime


def moment(when: datetime, now: datetime | None = None) -> str:
    """今天9:05, 昨天16:30, 11月3日16:30, 2025年11月3日16:30."""
    try:
        local = when.astimezone()
    except (OverflowError, ValueError, OSError):
        # At the ends of the calendar; on Windows also before 1970.
        local = when
    today = (now or datetime.now().astimezone()).astimezone().date()
    clock = f"{local.hour}:{local.minute:02}"
    days = (today - local.date()).days
    if days == 0:
        return f"今天{clock}"
    if days == 1:
        return f"昨天{clock}"
    year = "" if local.year == today.year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日{clock}"
