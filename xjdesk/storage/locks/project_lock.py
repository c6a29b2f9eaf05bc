"""The lock beside a project file: one program edits it at a time, and says who and where.

The lock of `报告.xjd` is the file `~$报告.xjd.lock`. Whoever makes it holds the project, and writes
the time into it again and again. Only one can make it; that only one can take it over is seen to
in `lock_takeover`. A lock is a courtesy between people: what keeps their work from being
overwritten is in the end that the file is compared before it is saved.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.storage.locks.lock_file import (
    create_lock,
    lock_path,
    read_lock,
    refresh_lock,
)
from xjdesk.storage.locks.lock_holder import LockHolder, holder_of, is_still
from xjdesk.storage.locks.lock_record import LockRecord, new_record
from xjdesk.storage.locks.lock_takeover import take_away, take_over
from xjdesk.storage.locks.lock_words import locked_sentence, unavailable_sentence

_LOG = logging.getLogger(__name__)
_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.3)
"""How long it is waited for somebody who is just taking the lock over."""


class LockedError(UserError):
    """The project is open elsewhere."""

    def __init__(self, sentence: str, detail: str, holder: LockHolder) -> None:
        super().__init__(sentence, detail)
        self.holder = holder


class LockUnavailableError(UserError):
    """No lock can be kept at this place, which is read-only or gone."""


class ProjectLock:
    """A lock that this program holds. Its methods may be called on any thread.

    They wait for each other, and as long as a network drive takes to answer.
    """

    def __init__(self, file: Path, record: LockRecord) -> None:
        self._file = file
        self._record = record
        self._one_at_a_time = threading.Lock()
        self._is_lost = False
        self._is_released = False
        self._is_out_of_reach = False
        self._unreadable = ""

    def beat(self) -> bool:
        """Say that the program still runs; False when somebody else has taken the lock over.

        Once it was taken over it stays so. A lock file that was deleted or damaged is put back.
        When the place cannot be reached, that is logged and True: nobody is known to have taken it
        over. After `release` nothing is done.
        """
        with self._one_at_a_time:
            if not self._is_released and not self._is_lost:
                self._beat()
            return not self._is_lost

    def release(self) -> None:
        """Take the lock away, unless somebody else has taken it over. Never fails."""
        with self._one_at_a_time:
            if not self._is_released and not self._is_lost:
                self._release()
            self._is_released = True

    def _beat(self) -> None:
        try:
            self._is_lost = not self._is_kept()
            self._is_out_of_reach = False
        except OSError as error:
            # Once, not every minute for as long as it lasts.
            if not self._is_out_of_reach:
                _LOG.warning("the lock cannot be kept fresh: %s: %s", self._file, error)
            self._is_out_of_reach = True

    def _release(self) -> None:
        has_failed = False
        for pause in _PAUSES_S:
            try:
                if take_away(self._file, self._record):
                    return
            except OSError as error:
                if has_failed:
                    # A drive that is gone lets one wait long enough each time.
                    _LOG.warning("the lock cannot be taken away: %s: %s", self._file, error)
                    return
                has_failed = True
            time.sleep(pause)
        _LOG.warning("the lock is left, somebody else is just taking it over: %s", self._file)

    def _is_kept(self) -> bool:
        record = replace(self._record, beat=datetime.now(UTC))
        try:
            if refresh_lock(self._file, record):
                return True
        except FileNotFoundError:
            # Some cleaning tool took it for rubbish, or the whole place is gone: then this fails.
            if create_lock(self._file, record):
                return True
        found = read_lock(self._file)
        if found is not None and found.record is None:
            self._mend(found.key, record)
            return True
        return found is None or found.key == record.session

    def _mend(self, key: str, record: LockRecord) -> None:
        """Replace a file that holds no record, once nobody has gone on writing it for a beat."""
        before, self._unreadable = self._unreadable, key
        if key != before or not take_over(self._file, key, record):
            raise OSError("no record can be read")


def take_lock(path: Path, *, over: LockHolder | None = None) -> ProjectLock:
    """The lock of the project at `path`, which was opened successfully.

    LockedError when somebody else holds it: also of a program that has ended or is silent, unless
    `over` is that very holder. One that seemed gone and has been heard of since is not.
    LockUnavailableError when no lock can be written there.
    """
    try:
        file = lock_path(path)
        record = new_record()
        holder = _holder_in_the_way(file, record, over)
    except (OSError, ValueError) as error:
        # ValueError: a name that no file can have, such as one with a NUL.
        raise LockUnavailableError(unavailable_sentence(path), f"{path}: {error}") from error
    if holder is not None:
        sentence = locked_sentence(path, holder, datetime.now(UTC))
        raise LockedError(sentence, f"{file}: {holder}", holder)
    return ProjectLock(file, record)


def _holder_in_the_way(
    file: Path, record: LockRecord, over: LockHolder | None
) -> LockHolder | None:
    """Take the lock with that record; None when that was done, or else who has it."""
    holder: LockHolder | None = None
    for pause in _PAUSES_S:
        if create_lock(file, record):
            return None
        found = read_lock(file, over.session if over else "")
        if found is not None:
            holder = holder_of(file, found)
            if over is None or not is_still(over, holder):
                return holder
            if take_over(file, found.key, record):
                return None
        time.sleep(pause)
    if holder is None:
        raise OSError("the lock file can neither be made nor read")
    return holder
