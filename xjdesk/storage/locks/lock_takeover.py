"""Doing away with a lock: in favour of another one, or because its holder needs it no more.

Both look first whether it still is that lock, and both have the turn meanwhile (see `lock_turn`),
so that nothing is replaced or deleted but what was looked at.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from xjdesk.storage.files.leftovers import temporary_name
from xjdesk.storage.locks.lock_file import create, read_lock, remove, replace
from xjdesk.storage.locks.lock_hiding import hide
from xjdesk.storage.locks.lock_record import LockRecord, encode_record
from xjdesk.storage.locks.lock_turn import Turn, begin_turn


def take_over(file: Path, key: str, record: LockRecord) -> bool:
    """Put a lock in the place of the one of that key; whether that was done.

    It is not when that lock is gone, or when somebody else is about to do the same. OSError when
    the place does not allow it.
    """
    temporary = file.with_name(temporary_name())
    create(temporary, encode_record(record))
    try:
        turn = begin_turn(file, key)
        return turn is not None and _replace_in(turn, file, key, temporary, record)
    finally:
        with suppress(OSError):
            remove(temporary)


def take_away(file: Path, record: LockRecord) -> bool:
    """Delete the lock of that record; False when it must be tried again.

    True also when it is not there any more. OSError when it cannot be deleted.
    """
    try:
        turn = begin_turn(file, record.session)
    except OSError:
        # On a full disk say. What is left undone here would keep others out for ten minutes.
        if _is_there(file, record.session):
            remove(file)
        return True
    if turn is None:
        return not _is_there(file, record.session)
    is_gone = False
    try:
        if _is_there(file, record.session):
            if not turn.is_on():
                return False
            remove(file)
        is_gone = True
    finally:
        turn.end(is_gone=is_gone)
    return True


def _replace_in(turn: Turn, file: Path, key: str, temporary: Path, record: LockRecord) -> bool:
    is_gone = False
    try:
        is_gone = not _is_there(file, key)
        if is_gone or not turn.is_on():
            return False
        is_gone = _put(temporary, file, record)
    finally:
        turn.end(is_gone=is_gone)
    if is_gone:
        hide(file)
    return is_gone


def _put(temporary: Path, file: Path, record: LockRecord) -> bool:
    """Replace the lock; whether it is this one afterwards, which it may be though an error came."""
    failure: OSError | None = None
    try:
        replace(temporary, file)
    except OSError as error:
        failure = error
    try:
        is_there = _is_there(file, record.session)
    except OSError:
        is_there = failure is None
    if failure is not None and not is_there:
        raise failure
    return is_there


def _is_there(file: Path, key: str) -> bool:
    """Whether the lock there is the one of that key."""
    found = read_lock(file, key)
    return found is not None and found.key == key
