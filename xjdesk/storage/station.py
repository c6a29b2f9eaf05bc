"""Who works where: the user, the computer and the process."""

from __future__ import annotations

import getpass
import hashlib
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from functools import cache

_CLOCK_STEP_S = 2.0
"""How exactly systems tell when a process began."""
_MADE_UP = 1 << 40
"""Set in the number of a network card that none has."""


@dataclass(frozen=True, slots=True)
class Station:
    """A running program: the name of its user, of its computer, and its process id.

    A name is empty where it is not known.
    """

    user: str
    host: str
    pid: int


def this_station() -> Station:
    """This program, as others see it."""
    return Station(_user(), _host(), os.getpid())


@cache
def this_machine() -> str:
    """A mark of this computer, from its network card; empty where none can be had.

    It tells apart the computers of an office that were set up from one image, and so all bear the
    same name. The same computer may get another one when its network cards change.
    """
    import uuid

    number = uuid.getnode()
    if number & _MADE_UP:
        return ""
    return hashlib.sha256(number.to_bytes(8, "big")).hexdigest()[:12]


def has_ended(station: Station, since: datetime) -> bool:
    """Whether a program that was running at `since` is known to have ended.

    Only of programs on this computer can that be known. A process begun after `since` is another
    one that was given the same number.
    """
    if not station.host or station.host != _host():
        return False
    # Loaded only where somebody else's traces are found.
    import psutil

    try:
        process = psutil.Process(station.pid)
        began = process.create_time()
        # One that was killed, while whoever started it has not asked how it ended.
        is_dead = os.name == "posix" and process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
    except (psutil.Error, ValueError):
        # ValueError: no process can have that number.
        return False
    return is_dead or began > since.timestamp() + _CLOCK_STEP_S


@cache
def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name; Windows without the variables it usually sets.
        return ""


@cache
def _host() -> str:
    return platform.node()
