"""How errors reach the user: one sentence, details behind a button, everything in the log."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import Dialogs

_LOG = logging.getLogger("xjdesk.gui")
_UNFORESEEN = (
    "程序遇到意外，刚才的操作可能没有完成；请先另存一份文件，再次出现时请复制错误信息交给维护人员。"
)


@contextmanager
def errors_told(dialogs: Dialogs) -> Iterator[None]:
    """Tell the user a UserError that is raised within, and go on after the block."""
    try:
        yield
    except UserError as error:
        _LOG.warning("%s | %s", error.sentence, error.detail)
        dialogs.show_error(error)


class UnforeseenErrors(QObject):
    """Tells the user of exceptions that nothing caught, on whichever thread they were raised.

    One at a time: what follows while the message stands is only logged.

    Signals:
        raised: The UserError to show; emitted on any thread, received on that of the window.
    """

    raised = Signal(object)

    def __init__(self, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._is_telling = False
        self.raised.connect(self._tell)

    def install(self) -> None:
        """Become the hook for uncaught exceptions."""
        sys.excepthook = self.hook

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the exception and have it told."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("uncaught", exc_info=(kind, error, trace))
        if isinstance(error, UserError):
            self.raised.emit(error)
            return
        detail = "".join(traceback.format_exception(kind, error, trace))
        self.raised.emit(UserError(_UNFORESEEN, detail))

    def _tell(self, error: UserError) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._dialogs.show_error(error)
        finally:
            self._is_telling = False
