"""What a process holds, counted again and again to see whether it grows."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from xjdesk.gui.document import Document


@dataclass(frozen=True, slots=True)
class Count:
    """What the process holds at a moment; `rss` is in bytes.

    `handles` are open files and the like, `windows` and `widgets` those of Qt, `wrappers` its
    objects as Python knows them, alive or not, `objects` all that Python keeps account of.
    """

    rss: int
    handles: int
    threads: int
    windows: int
    widgets: int
    documents: int
    wrappers: int
    objects: int


class Account:
    """The counts so far, and the classes of Qt objects of which there are more than at first.

    `settled` is how many counts pass before the one that is taken for the first.
    """

    def __init__(self, settled: int) -> None:
        self.counts: list[Count] = []
        self.grown: dict[str, int] = {}
        self._settled = settled
        self._process = psutil.Process()
        self._kinds: Counter[str] = Counter()

    def add(self) -> None:
        """Count once more. Nothing is cleared away before: that is up to the program."""
        known = gc.get_objects()
        kinds = Counter(type(one).__qualname__ for one in known if isinstance(one, QObject))
        self.counts.append(
            Count(
                self._process.memory_info().rss,
                _handles(self._process),
                self._process.num_threads(),
                len(QApplication.topLevelWidgets()),
                len(QApplication.allWidgets()),
                kinds[Document.__qualname__],
                kinds.total(),
                len(known),
            )
        )
        if len(self.counts) <= self._settled:
            self._kinds = kinds
        self.grown = dict(kinds - self._kinds)


def _handles(process: psutil.Process) -> int:
    return process.num_handles() if sys.platform == "win32" else process.num_fds()
