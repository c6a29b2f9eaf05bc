"""The change log (修改记录): what was changed when, by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from xjdesk.core.change import Change

_ONE_SITTING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """`change` was made by `who` (a user's name, for display) at `when` (UTC, whole seconds)."""

    when: datetime
    who: str
    change: Change


ChangeLog = tuple[LoggedChange, ...]
"""Logged changes, oldest first."""


def logged(
    log: ChangeLog, changes: Iterable[Change], when: datetime, who: str, sealed: int = 0
) -> ChangeLog:
    """The log after `changes`.

    What is typed in one place without a longer rest is one entry, and none once it is taken back.
    The first `sealed` entries, which a file holds, stay as they are.
    """
    when = when.replace(microsecond=0)
    grown = list(log)
    for change in changes:
        last = grown[-1] if len(grown) > sealed else None
        joined = last.change.then(change) if last and _is_one_sitting(last, when, who) else None
        if joined is not None:
            grown.pop()
        entry = joined or change
        if entry.is_real:
            grown.append(LoggedChange(when, who, entry))
    return tuple(grown)


def _is_one_sitting(last: LoggedChange, when: datetime, who: str) -> bool:
    return last.who == who and abs(when - last.when) <= _ONE_SITTING
