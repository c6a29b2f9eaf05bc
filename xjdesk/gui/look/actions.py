"""What the menus 外观 and 界面字号 do, and the calm ground of the editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.look.letters import LetterSize, apply_letters, letter_size
from xjdesk.gui.look.scheme import Scheme, apply_scheme
from xjdesk.gui.settings import Settings
from xjdesk.gui.shell import Shell

_SCHEME, _LETTERS, _CALM = "look/scheme", "look/letters", "look/calm"
_Choice = TypeVar("_Choice")


class LookActions(QObject):
    """Changes the look of all windows at once, and remembers it."""

    def __init__(
        self, shell: Shell, ui: Ui_MainWindow, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell, self._ui, self._settings = shell, ui, settings
        self._schemes: Mapping[Scheme, QAction] = {
            Scheme.SYSTEM: ui.actionLookSystem,
            Scheme.LIGHT: ui.actionLookLight,
            Scheme.DARK: ui.actionLookDark,
        }
        self._sizes: Mapping[LetterSize, QAction] = {
            LetterSize.SMALL: ui.actionSizeSmall,
            LetterSize.USUAL: ui.actionSizeUsual,
            LetterSize.LARGE: ui.actionSizeLarge,
            LetterSize.LARGEST: ui.actionSizeLargest,
        }
        self._choose(self._schemes, kept_scheme(settings), self._on_scheme)
        self._choose(self._sizes, kept_letters(settings), self._on_size)
        ui.actionCalmGround.setChecked(settings.flag(_CALM, False))
        ui.actionCalmGround.toggled.connect(self._on_calm)

    def open(self) -> None:
        """Show the editors of the document that was just opened as the last ones were."""
        workspace = self._shell.workspace
        if workspace is not None:
            workspace.lay_calm_ground(self._ui.actionCalmGround.isChecked())

    def _choose(
        self,
        actions: Mapping[_Choice, QAction],
        chosen: _Choice,
        do: Callable[[QAction], None],
    ) -> None:
        group = QActionGroup(self)
        for choice, action in actions.items():
            group.addAction(action)
            action.setChecked(choice == chosen)
        group.triggered.connect(do)

    def _on_scheme(self, chosen: QAction) -> None:
        scheme = next(one for one, action in self._schemes.items() if action is chosen)
        self._settings.keep(_SCHEME, scheme.value)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_scheme(application, scheme)

    def _on_size(self, chosen: QAction) -> None:
        size = next(one for one, action in self._sizes.items() if action is chosen)
        self._settings.keep(_LETTERS, size.name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_letters(application, size)

    def _on_calm(self, calm: bool) -> None:
        self._settings.keep(_CALM, calm)
        self.open()


def kept_scheme(settings: Settings) -> Scheme:
    """What was last chosen."""
    kept = settings.text(_SCHEME)
    return Scheme(kept) if kept in {scheme.value for scheme in Scheme} else Scheme.SYSTEM


def kept_letters(settings: Settings) -> LetterSize:
    """What was last chosen."""
    return letter_size(settings.text(_LETTERS))


def apply_kept_look(application: QApplication, settings: Settings) -> None:
    """Before the first window is made: give the application the look that was last chosen."""
    scheme, size = kept_scheme(settings), kept_letters(settings)
    if scheme is not Scheme.SYSTEM:
        apply_scheme(application, scheme)
    if size is not LetterSize.USUAL:
        apply_letters(application, size)
