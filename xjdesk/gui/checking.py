"""When the open document is checked, and with what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xjdesk.gui.dialogs import Dialogs
from xjdesk.gui.document import Document
from xjdesk.gui.errors import errors_told
from xjdesk.gui.services import Services
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.checks.characters.character_rules import CanPrint

_PAINTED_MS = 50


class Checking(QObject):
    """Begins the checks of a document, and begins them anew when words or fonts are others.

    Loading the checks takes as long as showing the window: where it comes up with a document, that
    is checked once it is painted.

    Signals:
        begun: From now on the Document is checked.
    """

    begun = Signal(object)

    def __init__(
        self, shell: Shell, services: Services, dialogs: Dialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = services
        self._dialogs = dialogs
        self._can_print: CanPrint | None = None
        self._has_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)

    def follow(self, *, at_once: bool) -> None:
        """Take the open document for the one to be checked, and begin, or wait to be told so."""
        self._has_begun = False
        if at_once:
            self.begin()

    def begin_later(self) -> None:
        """Begin when the window, which comes up now, is painted."""
        self._timer.start(_PAINTED_MS)

    def begin(self) -> None:
        """Check the open document, unless that was begun."""
        document = self._shell.document
        if document is None or self._has_begun:
            return
        self._has_begun = True
        if document.check_data is None:
            self._check_with_words(document)
        elif self._can_print is not None:
            document.check_with(replace(document.check_data, can_print=self._can_print))
        self.begun.emit(document)

    def use_fonts(self) -> None:
        """The fonts are known: find what they lack, in this document and in those opened later."""
        if self._can_print is not None:
            return
        from xjdesk.typesetting.fonts.coverage import coverage

        self._can_print = coverage(self._services.fonts)
        document = self._shell.document
        if document is not None and document.check_data is not None:
            document.check_with(replace(document.check_data, can_print=self._can_print))

    def renew_words(self) -> None:
        """The user's words are others now: check the open document with them."""
        document = self._shell.document
        if document is not None:
            self._check_with_words(document)

    def _check_with_words(self, document: Document) -> None:
        with errors_told(self._dialogs):
            loaded = self._services.check_data()
            data = replace(loaded.data, can_print=self._can_print, last_year=document.last_year)
            document.check_with(data)
            if loaded.complaints:
                self._shell.tell("".join(loaded.complaints))
