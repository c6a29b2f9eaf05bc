"""Programs that keep a journal until they are ended."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.storage.journals.journal_samples import WHEN, WHO, small_project, typing_for_ever
from xjdesk.storage.journals.journal import JournalFolder

# Forked from a server, where that can be: many are begun.
_HAS_SERVER = "forkserver" in multiprocessing.get_all_start_methods()
_PROCESSES = (
    multiprocessing.get_context("forkserver")
    if _HAS_SERVER
    else multiprocessing.get_context("spawn")
)


@dataclass
class Writer:
    """A program that is writing `journal`, and tells of every step that is appended."""

    journal: Path
    process: BaseProcess
    told: Connection

    def kill(self) -> int:
        """End it where it is; returns how many steps it told of."""
        self.process.kill()
        self.process.join()
        appended = 0
        try:
            while True:
                appended = self.told.recv()
        except EOFError:
            return appended


@contextmanager
def a_writer(folder: Path) -> Iterator[Writer]:
    """A program that has begun a journal and goes on writing."""
    if _HAS_SERVER:
        _PROCESSES.set_forkserver_preload([__name__])
    told, tells = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_write, args=(folder, tells))
    process.start()
    tells.close()
    try:
        yield Writer(told.recv(), process, told)
    finally:
        process.kill()
        process.join()
        told.close()


def _write(folder: Path, tells: Connection) -> None:
    journal = JournalFolder(folder).begin(small_project(), None, None)
    tells.send(journal.path)
    for n, change in enumerate(typing_for_ever(), 1):
        journal.append([change], WHEN, WHO)
        tells.send(n)
