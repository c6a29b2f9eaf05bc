"""Rows of the change log for the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QMimeData

from xjdesk.gui.changes.log_rows import LogRow
from xjdesk.gui.range_clip import range_clip

HEADERS = ("时间", "修改人", "位置", "原来", "改为")


def log_clip(rows: Iterable[LogRow]) -> QMimeData:
    """The rows under a line of headers."""
    return range_clip([HEADERS, *map(_fields, rows)])


def _fields(row: LogRow) -> tuple[str, ...]:
    # 今天 would be another day tomorrow.
    return (_time(row.entry.when), row.entry.who, row.place, row.old, row.new)


def _time(when: datetime) -> str:
    try:
        local = when.astimezone()
    except (OSError, OverflowError, ValueError):
        # Windows knows no local time before 1970; no program of ours wrote such a one.
        local = when
    return local.strftime("%Y-%m-%d %H:%M:%S")
