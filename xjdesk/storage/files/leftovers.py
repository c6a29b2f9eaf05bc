"""Temporary files that a program left behind when it was ended while writing."""

from __future__ import annotations

import os
import re
import secrets
import time
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from xjdesk.storage.station import Station, has_ended, this_machine, this_station

NAME_LENGTH = len(".xjdesk-01234567-0123456-012345.tmp")
"""Characters of a temporary name, as process numbers usually are. Short: paths have an end."""

_NAME = re.compile(r"\.xjdesk-(?P<host>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-[0-9a-f]{6}\.tmp")
_SURELY_LEFT_S = 24 * 3600
"""No writing takes that long: what is older was left, on whichever computer."""


def temporary_name() -> str:
    """A new name for a temporary file; it tells whose it is."""
    return f".xjdesk-{_host_mark()}-{os.getpid()}-{secrets.token_hex(3)}.tmp"


def sweep(folder: Path) -> int:
    """Delete what was left in the folder; returns how many files.

    What a running program is writing just now stays. Nothing is said where it cannot be done.
    """
    swept = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _NAME.fullmatch(entry.name)
            with suppress(OSError):
                if found and _is_left(found, entry):
                    Path(entry.path).unlink()
                    swept += 1
    return swept


def _is_left(name: re.Match[str], entry: os.DirEntry[str]) -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    modified = entry.stat(follow_symlinks=False).st_mtime
    if time.time() - modified > _SURELY_LEFT_S:
        return True
    if name["host"] != _host_mark() or int(name["pid"]) == os.getpid():
        return False
    return _has_ended(int(name["pid"]), modified)


def _has_ended(pid: int, since: float) -> bool:
    try:
        moment = datetime.fromtimestamp(since, UTC)
    except (ValueError, OverflowError):
        # A time that no calendar has: a damaged file system says such things.
        return False
    return has_ended(Station("", this_station().host, pid), moment)


def _host_mark() -> str:
    # Computers that were set up from one image bear the same name.
    computer = this_station().host + this_machine()
    return f"{zlib.crc32(computer.encode('utf-8', 'replace')):08x}"
