"""Icons of actions and buttons that go with the look of the window, also when that is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from xjdesk.gui.icons import Icons


class ActionIcons(QObject):
    """Gives actions, and buttons, their icons in colours for the palette of `shown_in`."""

    def __init__(self, icons: Icons, shown_in: QWidget) -> None:
        super().__init__(shown_in)
        self._icons, self._shown_in = icons, shown_in
        self._names: dict[QAction | QAbstractButton, str] = {}
        shown_in.installEventFilter(self)

    def give(self, action: QAction | QAbstractButton, name: str) -> None:
        """Let it have the icon of that name, as long as the widget lives."""
        self._names[action] = name
        action.setIcon(self._icons.on_ground(name, self._shown_in.palette()))

    def renew(self) -> None:
        """Give all of them their icons once more, in the colours of now."""
        for action, name in self._names.items():
            self.give(action, name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.renew()
        return False
