"""Opening the overview of numbers, and leading from it into the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xjdesk.core.address import Place
from xjdesk.gui.document import Document
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.gui.numbers.window import NumbersWindow

_NOT_YET = "正在审核，请稍后再看正文数字一览。"


class NumbersActions(QObject):
    """Keeps the one window for the open document. `bind` binds the number that is selected."""

    def __init__(self, shell: Shell, bind: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bind = bind
        self._parent = parent
        self.window: NumbersWindow | None = None

    def show(self) -> None:
        """Show the overview of the open document."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        if self.window is None:
            self.window = self._made(document)
        if self.window is None:
            self._shell.tell(_NOT_YET)
            return
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Put the overview away: its document is closed."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _made(self, document: Document) -> NumbersWindow | None:
        data = document.check_data
        if data is None or data.number_words is None:
            # Loaded a moment after the document is shown.
            return None
        # Loaded when it is wanted.
        from xjdesk.checks.facts.fact_rules import chapter_reader
        from xjdesk.gui.numbers.window import NumbersWindow

        reader = chapter_reader(document.form, data.number_words)
        window = NumbersWindow(document, reader, self._parent)
        window.chosen.connect(self._shell.show_place)
        window.to_bind.connect(self._on_bind)
        return window

    def _on_bind(self, place: Place) -> None:
        self._shell.show_place(place)
        self._bind()
