"""Opening the window 查找和替换: Ctrl+F, Ctrl+H, F3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded when it is wanted.
    from xjdesk.gui.find.window import FindWindow

_LONGEST_SELECTION = 60


class FindActions(QObject):
    """Keeps the window for the open document, which is made when it is first wanted."""

    def __init__(self, shell: Shell, ui: Ui_MainWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._ui, self._parent = shell, ui, parent
        self.window: FindWindow | None = None
        ui.actionFind.triggered.connect(self.find)
        ui.actionReplace.triggered.connect(self.replace)
        ui.actionFindNext.triggered.connect(self.find_next)
        ui.actionFindPrevious.triggered.connect(self.find_previous)

    def enable(self, has_document: bool) -> None:
        """Let the menu do what may be done with a document, or without one."""
        document = self._shell.document
        may_edit = document is not None and document.access.can_edit
        for action in (self._ui.actionFind, self._ui.actionFindNext, self._ui.actionFindPrevious):
            action.setEnabled(has_document)
        self._ui.actionReplace.setEnabled(may_edit)

    def find(self) -> None:
        """Search for the words that are selected, or for others."""
        self._open(replaces=False)

    def replace(self) -> None:
        """The same, with what replaces them."""
        self._open(replaces=True)

    def find_next(self) -> None:
        """Lead to the next place where the words stand that were last searched."""
        self._step(1)

    def find_previous(self) -> None:
        """Lead to the place before."""
        self._step(-1)

    def close(self) -> None:
        """Put the window away: its document is closed."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _step(self, by: int) -> None:
        if self.window is None or not self.window.words.text():
            self.find()
        else:
            self._shell.commit_pending()
            self.window.step(by)

    def _open(self, *, replaces: bool) -> None:
        words = _selected_words()
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        if self.window is None:
            from xjdesk.gui.find.window import FindWindow

            self.window = FindWindow(document, self._parent)
            self.window.place_wanted.connect(self._shell.show_place)
            self.window.told.connect(self._shell.tell)
        self.window.open_on(words, replaces=replaces)


def _selected_words() -> str:
    """What is selected in the control that has the focus, if it is a few words on one line."""
    match QApplication.focusWidget():
        case QLineEdit() as line:
            words = line.selectedText()
        case QTextEdit() as text:
            words = text.textCursor().selectedText()
        case _:
            words = ""
    is_short = len(words) <= _LONGEST_SELECTION and len(words.splitlines()) <= 1
    return words if is_short else ""
