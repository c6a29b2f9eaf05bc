"""Removing what earlier runs left behind, while nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Thread

from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.files.leftovers import sweep


def tidy_later(folders: Iterable[Path], backups: BackupFolder) -> Thread:
    """Sweep the folders on a thread of its own: one of them may be on a drive that hangs."""
    # As a daemon it does not keep the program from ending; what it does can stop anywhere.
    thread = Thread(target=_tidy, args=(tuple(dict.fromkeys(folders)), backups), daemon=True)
    thread.start()
    return thread


def _tidy(folders: tuple[Path, ...], backups: BackupFolder) -> None:
    backups.tidy()
    for folder in folders:
        sweep(folder)
