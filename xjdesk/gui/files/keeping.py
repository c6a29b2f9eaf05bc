"""Keeping what is being written: the recovery journal, and the lock of the file."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from xjdesk.core.change import Change
from xjdesk.core.difference import difference
from xjdesk.core.errors import UserError
from xjdesk.gui.background import Background
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell
from xjdesk.storage.files.write_error import WriteError
from xjdesk.storage.journals.journal import Journal

_LOG = logging.getLogger("xjdesk.gui")
_SYNC_MS, _BEAT_MS = 10_000, 60_000
_RETRY_MS = 30_000
"""How long after a failure a journal is not begun anew, which each key would try in vain."""
_TAKEN_OVER = "这份文件已由别人接着编辑，您的修改请另存为其他文件名。"
_NOT_KEPT = "恢复记录没有写成，万一断电将找不回未保存的修改，请及时保存。"


class Keeping(QObject):
    """Follows the open document: writes each change to a journal, and keeps the lock alive.

    A journal begins with the first change after the file was opened or saved, and goes with the
    next saving. What may take long is done on other threads: a network drive can hang.
    """

    def __init__(self, shell: Shell, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._document: Document | None = None
        self._journal: Journal | None = None
        self._failure = QElapsedTimer()
        self._sync = Background(_NOT_KEPT, self)
        self._sync.failed.connect(self._on_not_kept)
        self._beat = Background(_TAKEN_OVER, self)
        self._beat.done.connect(self._on_beat)
        for interval, due in ((_SYNC_MS, self.sync), (_BEAT_MS, self.beat)):
            timer = QTimer(self)
            timer.setInterval(interval)
            timer.timeout.connect(due)
            timer.start()

    def follow(self, document: Document) -> None:
        """Keep this document, and no longer the one before."""
        self.let_go(document)
        self._document = document
        self._failure.invalidate()
        document.changed.connect(self._on_changed)
        document.state_changed.connect(self._on_state_changed)
        if document.is_modified:
            self._begin(document)

    def let_go(self, successor: Document | None = None) -> None:
        """The document is closed, saved or given up: nothing of it is to come back.

        A lock that the successor goes on holding stays.
        """
        document, self._document = self._document, None
        if document is None:
            return
        document.changed.disconnect(self._on_changed)
        document.state_changed.disconnect(self._on_state_changed)
        self._end_journal()
        lock = document.file.lock if document.file else None
        is_passed_on = successor is not None and successor.file and successor.file.lock is lock
        if lock is not None and not is_passed_on:
            self._beat.wait()
            lock.release()

    def close(self) -> None:
        """Let the document go, and do nothing any more."""
        self.let_go()
        self._sync.close()
        self._beat.close()

    def sync(self) -> None:
        """Have the journal put on the disk; try once more where it could not be written."""
        journal, document = self._journal, self._document
        if journal is not None and not journal.is_broken:
            self._sync.ask(journal.sync)
        elif document is not None and document.is_modified and self._failure.isValid():
            self._begin_unless_in_vain(document)

    def beat(self) -> None:
        """Let others see that the file is still being edited."""
        if self._document is not None and self._document.file and self._document.file.lock:
            self._beat.ask(self._document.file.lock.beat)

    def _on_changed(self, edit: Edit) -> None:
        document, journal = self._document, self._journal
        if document is None:
            return
        if journal is not None and not journal.is_broken:
            self._append(journal, edit.changes)
        else:
            self._begin_unless_in_vain(document)

    def _on_state_changed(self) -> None:
        """Saved: from here on a new journal tells what came after."""
        if self._document is not None and not self._document.is_modified:
            self._end_journal()

    def _begin_unless_in_vain(self, document: Document) -> None:
        if not self._failure.isValid() or self._failure.elapsed() >= _RETRY_MS:
            self._begin(document)

    def _begin(self, document: Document) -> None:
        """Begin a journal with all that is different from the saved project.

        One before it, which broke off, goes only when that is written: it holds most of the same.
        """
        changes = difference(document.saved_project.report, document.report)
        try:
            journal = self._begun(document, changes) if changes else None
        except UserError as error:
            self._on_not_kept(error)
            return
        self._end_journal()
        self._journal = journal
        self._failure.invalidate()

    def _begun(self, document: Document, changes: tuple[Change, ...]) -> Journal:
        file = document.file
        path, digest = (file.path, file.digest) if file else (None, None)
        journal = self._services.journals.begin(document.saved_project, path, digest)
        try:
            journal.append(changes, datetime.now(UTC), self._services.author)
        except WriteError:
            journal.discard()
            raise
        return journal

    def _append(self, journal: Journal, changes: tuple[Change, ...]) -> None:
        try:
            journal.append(changes, datetime.now(UTC), self._services.author)
        except WriteError as error:
            self._on_not_kept(error)

    def _end_journal(self) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            self._sync.wait()
            journal.discard()

    def _on_beat(self, is_ours: object) -> None:
        if is_ours is False:
            self._shell.tell(_TAKEN_OVER)

    def _on_not_kept(self, error: UserError) -> None:
        _LOG.warning("%s | %s", error.sentence, error.detail)
        self._failure.start()
        self._shell.tell(_NOT_KEPT)
