"""A picture that tells whether anybody looked at it."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

CAN_WATCH = sys.platform == "linux"
"""Elsewhere it is as if nobody ever did."""
_IN_OPEN = 0x20
_SIDE_PX = 8
_SOME_EVENTS = 4096


class WatchedPicture:
    """A picture in the file at `path`; `html` is text that as HTML would show it."""

    def __init__(self, path: Path) -> None:
        picture = QImage(_SIDE_PX, _SIDE_PX, QImage.Format.Format_RGB32)
        picture.fill(QColor(255, 0, 255))
        picture.save(str(path))
        self.html = f"<b>假</b><img src='{path.as_uri()}'>"
        self._watch = _watch(path) if CAN_WATCH else None

    def was_opened(self) -> bool:
        """Whether its file was opened since this was asked last."""
        if self._watch is None:
            return False
        try:
            return bool(os.read(self._watch, _SOME_EVENTS))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no more."""
        if self._watch is not None:
            os.close(self._watch)


def _watch(path: Path) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    watch = int(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    if watch < 0 or libc.inotify_add_watch(watch, os.fsencode(path), _IN_OPEN) < 0:
        raise OSError(ctypes.get_errno(), "the picture cannot be watched")
    return watch
