"""The entries of the change log as they are listed and looked through."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from xjdesk.core.address import Address
from xjdesk.core.change_log import ChangeLog, LoggedChange
from xjdesk.core.form import Form
from xjdesk.gui.changes.address_words import address_name
from xjdesk.gui.changes.change_words import from_to
from xjdesk.gui.changes.excerpt import excerpts
from xjdesk.gui.files.moments import moment
from xjdesk.gui.line_breaks import one_line


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry in words: number `number` of the log, counted from 0 and the oldest.

    `shown` are the texts of the columns on one line each, where the two contents are cut down to
    what differs; `old` and `new` are the whole ones.
    """

    number: int
    entry: LoggedChange
    place: str
    old: str
    new: str
    shown: tuple[str, str, str, str, str]
    searched: str


def _now() -> datetime:
    return datetime.now().astimezone()


class LogRows:
    """Makes rows of log after log; it remembers those of the last, of which most stay.

    `now` gives the time.
    """

    def __init__(self, form: Form, now: Callable[[], datetime] = _now) -> None:
        self._form = form
        self._now = now
        self._rows: list[LogRow] = []
        self._today: date | None = None
        self._names: dict[Address, str] = {}

    def rows(self, log: ChangeLog) -> tuple[LogRow, ...]:
        """A row for each entry, newest first."""
        now = self._now()
        if now.date() != self._today:
            # 今天 has become 昨天.
            self._today, self._rows = now.date(), []
        kept = 0
        for row, entry in zip(self._rows, log, strict=False):
            if row.entry is not entry:
                break
            kept += 1
        del self._rows[kept:]
        for number in range(kept, len(log)):
            self._rows.append(self._row(number, log[number], now))
        return tuple(reversed(self._rows))

    def _row(self, number: int, entry: LoggedChange, now: datetime) -> LogRow:
        place = self._name(entry.change.address)
        old, new = from_to(self._form, entry.change)
        shown = (_time(entry.when, now), one_line(entry.who), place, *excerpts(old, new))
        searched = "\n".join((entry.who, place, old, new)).casefold()
        return LogRow(number, entry, place, old, new, shown, searched)

    def _name(self, address: Address) -> str:
        name = self._names.get(address)
        if name is None:
            name = self._names[address] = address_name(self._form, address)
        return name


def filtered(
    rows: Iterable[LogRow], words: str, numbers: Container[int] | None = None
) -> tuple[LogRow, ...]:
    """The rows that have every one of the words, and one of the numbers, if some are given."""
    wanted = words.casefold().split()
    return tuple(
        row
        for row in rows
        if (numbers is None or row.number in numbers)
        and all(word in row.searched for word in wanted)
    )


def _time(when: datetime, now: datetime) -> str:
    try:
        return moment(when, now)
    except (OSError, OverflowError, ValueError):
        # Windows knows no local time before 1970; no program of ours wrote such a one.
        return f"{when.year}年{when.month}月{when.day}日"
