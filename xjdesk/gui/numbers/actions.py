"""Opening the overview of numbers, and leading from it into the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from xjdesk.core.address import Place
from xjdesk.gui.document import Document
from xjdesk.gui.list_window_opener import ListWindowOpener
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.gui.numbers.window import NumbersWindow

_NOT_YET = "正在审核，请稍后再看正文数字一览。"


class NumbersActions(ListWindowOpener["NumbersWindow"]):
    """Opens the window 正文数字一览. `bind` binds the number that is selected."""

    def __init__(self, shell: Shell, bind: Callable[[], None], parent: QWidget) -> None:
        super().__init__(shell, parent)
        self._bind = bind

    def _made(self, document: Document) -> NumbersWindow | None:
        data = document.check_data
        if data is None or data.number_words is None:
            # Loaded a moment after the document is shown.
            self._shell.tell(_NOT_YET)
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
