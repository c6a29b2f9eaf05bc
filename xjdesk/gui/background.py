"""Work that is done beside the window, so that it does not hinder typing."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from xjdesk.core.errors import UserError

_LOG = logging.getLogger("xjdesk.gui")

Work = Callable[[], object]


class Background(QObject):
    """Does one piece of work at a time on another thread; of those that wait, only the newest.

    What is asked for in the meantime replaces what waits, so that nothing outdated is begun. All
    methods are for the thread of the window, where the signals arrive as well. `unforeseen` is the
    sentence for exceptions that are no UserError.

    Signals:
        done: What the work returned.
        failed: The UserError it raised, or one that stands for any other exception.
    """

    done = Signal(object)
    failed = Signal(object)
    _finished = Signal(object)

    def __init__(self, unforeseen: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unforeseen = unforeseen
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: Work | None = None
        self._is_busy = False
        self._is_closed = False
        # Emitted on the other thread, and received on that of the window.
        self._finished.connect(self._on_finished)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done, or waits."""
        return self._is_busy

    def ask(self, work: Work) -> None:
        """Do this as soon as nothing else is being done."""
        self._waiting = work
        if not self._is_busy:
            self._begin()

    def wait(self) -> None:
        """Begin nothing that waits, and wait for what was begun."""
        self._waiting = None
        self._pool.waitForDone()

    def close(self) -> None:
        """Do nothing more, and tell nothing more; what was begun is waited for."""
        self._is_closed = True
        self.wait()

    def _begin(self) -> None:
        work, self._waiting = self._waiting, None
        if work is not None and not self._is_closed:
            self._is_busy = True
            self._pool.start(lambda: self._finished.emit(_outcome(work, self._unforeseen)))

    def _on_finished(self, outcome: object) -> None:
        self._is_busy = False
        if self._is_closed:
            return
        self._begin()
        if isinstance(outcome, UserError):
            self.failed.emit(outcome)
        else:
            self.done.emit(outcome)


def _outcome(work: Work, unforeseen: str) -> object:
    """What the work returns, or a UserError."""
    try:
        return work()
    except UserError as error:
        _LOG.warning("%s | %s", error.sentence, error.detail)
        return error
    except Exception as error:  # noqa: BLE001  (nothing may end the thread of the window's pool)
        _LOG.error("in the background", exc_info=error)
        return UserError(unforeseen, "".join(traceback.format_exception(error)))
