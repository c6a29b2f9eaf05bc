"""What the user is asked about project files, and what may be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from xjdesk.storage.backups.backup_folder import Backup
from xjdesk.storage.files.write_error import WriteError


@dataclass(frozen=True, slots=True)
class WriteQuestion:
    """A file could not be written; `beside` is another name that could be taken, if that helps."""

    error: WriteError
    beside: Path | None


class WriteAnswer(Enum):
    """What to do when a file could not be written."""

    RETRY = auto()
    BESIDE = auto()
    ELSEWHERE = auto()
    CANCEL = auto()


class OutsideAnswer(Enum):
    """Which of two states is to stay, when the file was changed by somebody else."""

    MINE = auto()
    THEIRS = auto()
    BESIDE = auto()
    CANCEL = auto()


class LockedAnswer(Enum):
    """How to open a project that is open elsewhere."""

    READ_ONLY = auto()
    COPY = auto()
    TAKE_OVER = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class RecoveryQuestion:
    """What would come back of a document that was open when the program was ended.

    `name` is the document's, `when` tells of its last change, `changes` what would come back, a
    line each, and `remark` what is out of the ordinary, in sentences, or nothing.
    """

    name: str
    when: str
    changes: Sequence[str]
    remark: str


class RecoveryAnswer(Enum):
    """What to do with it. Later: ask again at the next start."""

    RECOVER = auto()
    DECLINE = auto()
    SAVE_COPY = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup as it is listed: what it is of, and what of it differs from the open document.

    What cannot be opened is listed, but not `is_usable`.
    """

    backup: Backup
    title: str
    difference: str
    is_usable: bool = True


class BackupDeed(Enum):
    """What to do with a backup."""

    OPEN = auto()
    RESTORE = auto()


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """The backup that was chosen, and what for."""

    backup: Backup
    deed: BackupDeed


@dataclass(frozen=True, slots=True)
class BackupList:
    """The backups to choose from, newest first.

    `mine` are those of the open document, called `name`; without one there are none, and `name` is
    empty. `others` are those of all other documents; none of them tells a difference.
    """

    name: str
    mine: Sequence[ListedBackup]
    others: Sequence[ListedBackup]


class FileQuestions(Protocol):
    """The questions about project files."""

    def ask_write_failed(self, question: WriteQuestion) -> WriteAnswer:
        """What to do about a file that could not be written."""
        ...

    def ask_changed_outside(self, path: Path) -> OutsideAnswer:
        """Whose changes are to stay: the file at `path` was saved by somebody else meanwhile."""
        ...

    def ask_locked(self, sentence: str, *, may_take_over: bool) -> LockedAnswer:
        """How to open a project that is open elsewhere, as the sentence says."""
        ...

    def ask_recovery(self, question: RecoveryQuestion) -> RecoveryAnswer:
        """Whether what was not saved is to come back."""
        ...

    def ask_backup_instead(self, sentence: str, taken: str) -> bool:
        """Whether to open the backup taken at that time; the sentence tells what is wrong."""
        ...

    def choose_backup(self, backups: BackupList) -> BackupChoice | None:
        """A backup and what to do with it; None when the user goes back."""
        ...
