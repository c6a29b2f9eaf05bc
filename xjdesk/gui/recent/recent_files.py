"""The files last used, and whether they are still there."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from xjdesk.gui.settings import Settings


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file last used.

    `is_missing` once it was looked for and not found, `changed` the local time of its last change
    once that is known.
    """

    path: Path
    is_missing: bool = False
    changed: datetime | None = None


class RecentFiles(QObject):
    """The files that the settings remember, latest first.

    Whether they are there is looked up on another thread, which nobody waits for: a network drive
    that is gone may take half a minute to say so.

    Signals:
        changed: Others are listed, or more is known of them.
    """

    changed = Signal()
    _looked = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known: dict[Path, RecentFile] = {}
        self._is_looking = self._looks_again = False
        # Emitted on the other thread, and received on that of the window.
        self._looked.connect(self._take)

    def files(self) -> tuple[RecentFile, ...]:
        """The files with what is known of them."""
        paths = self._settings.recent_files()
        return tuple(self._known.get(path, RecentFile(path)) for path in paths)

    def look(self) -> None:
        """Find out what is there; `changed` tells when that is known."""
        self.changed.emit()
        # Where a drive does not answer, one thread waits for it, and not one more each time.
        self._looks_again = self._is_looking
        paths = self._settings.recent_files()
        if paths and not self._is_looking:
            self._is_looking = True
            Thread(target=self._look, args=(paths,), daemon=True).start()

    def remove(self, path: Path) -> None:
        """List this file no more."""
        self._settings.forget_recent_file(path)
        self.changed.emit()

    def clear(self) -> None:
        """List none of the files any more."""
        for path in self._settings.recent_files():
            self._settings.forget_recent_file(path)
        self.changed.emit()

    def _look(self, paths: Sequence[Path]) -> None:
        found = {path: _looked_up(path) for path in paths}
        with suppress(RuntimeError):
            # The window may be gone by now.
            self._looked.emit(found)

    def _take(self, found: Mapping[Path, RecentFile]) -> None:
        self._is_looking = False
        before, self._known = self._known, dict(found)
        if before != self._known:
            self.changed.emit()
        if self._looks_again:
            self.look()


def _looked_up(path: Path) -> RecentFile:
    try:
        when = os.stat(path).st_mtime  # noqa: PTH116  (Path.stat raises other errors as well)
        return RecentFile(path, changed=datetime.fromtimestamp(when))
    except (OSError, OverflowError, ValueError):
        return RecentFile(path, is_missing=True)
