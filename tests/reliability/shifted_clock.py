"""Another clock for a program of its own: whoever asks is told a time that is days off."""

from __future__ import annotations

import datetime
import time

_DAY_S = 86400
_REAL = datetime.datetime


def shift_clock(days: int) -> None:
    """From now on it is so many days later. To be called before what asks is imported."""
    seconds = days * _DAY_S
    now, now_ns = time.time, time.time_ns
    local, utc = time.localtime, time.gmtime
    time.time = lambda: now() + seconds
    time.time_ns = lambda: now_ns() + seconds * 10**9
    time.localtime = lambda moment=None: local(now() + seconds if moment is None else moment)
    time.gmtime = lambda moment=None: utc(now() + seconds if moment is None else moment)

    class Shifted(_REAL):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Shifted:
            return cls.fromtimestamp(now() + seconds, tz)

        @classmethod
        def utcnow(cls) -> Shifted:
            return cls.now(datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Shifted:
            return cls.now()

    datetime.datetime = Shifted
