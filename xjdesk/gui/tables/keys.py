"""Which keys lead where in the grid, as in Excel and WPS."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xjdesk.gui.tables.moves import Move

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_ARROWS = {
    _Key.Key_Down: Move.DOWN,
    _Key.Key_Up: Move.UP,
    _Key.Key_Right: Move.NEXT,
    _Key.Key_Left: Move.PREVIOUS,
}
_FAR = {
    _Key.Key_Down: Move.TO_BOTTOM,
    _Key.Key_Up: Move.TO_TOP,
    _Key.Key_Right: Move.TO_RIGHT,
    _Key.Key_Left: Move.TO_LEFT,
    _Key.Key_Home: Move.FIRST,
    _Key.Key_End: Move.LAST,
}


class GridKeys:
    """Says which move a key asks for; Enter leads down, or right where the user wants it so."""

    def __init__(self) -> None:
        self.enter_leads_right = False

    def move(self, event: QKeyEvent) -> Move | None:
        """Of Enter, Tab, and Ctrl with an arrow, Home or End; Shift turns Enter and Tab round."""
        key, held = _pressed(event)
        if key in _FAR and held == _Held.ControlModifier:
            return _FAR[key]
        return self._step(key, held)

    def extension(self, event: QKeyEvent) -> Move | None:
        """Where the selection is to reach to: of Ctrl+Shift with an arrow, Home or End."""
        key, held = _pressed(event)
        return _FAR.get(key) if held == _Held.ControlModifier | _Held.ShiftModifier else None

    def move_in_editor(self, event: QKeyEvent, *, is_entering: bool) -> Move | None:
        """As `move`, but without Ctrl; the arrows too, those to the sides while `is_entering`.

        Whoever opened the editor by F2 moves the caret with them.
        """
        key, held = _pressed(event)
        if held == _Held.NoModifier and key in _ARROWS:
            is_upright = key in (_Key.Key_Down, _Key.Key_Up)
            return _ARROWS[key] if is_upright or is_entering else None
        return self._step(key, held)

    def _step(self, key: Qt.Key, held: Qt.KeyboardModifier) -> Move | None:
        is_turned = held == _Held.ShiftModifier
        if key == _Key.Key_Backtab:
            return Move.PREVIOUS
        if held not in (_Held.NoModifier, _Held.ShiftModifier):
            return None
        if key == _Key.Key_Tab:
            return Move.PREVIOUS if is_turned else Move.NEXT
        if key not in _ENTER:
            return None
        if self.enter_leads_right:
            return Move.PREVIOUS if is_turned else Move.NEXT
        return Move.UP if is_turned else Move.DOWN


def asks_to_fill(event: QKeyEvent) -> bool:
    """Whether the key asks to fill all selected cells with what stands in the editor."""
    key, held = _pressed(event)
    return key in _ENTER and held == _Held.ControlModifier


def _pressed(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key and what was held; a key of the number pad counts as any other."""
    return Qt.Key(event.key()), event.modifiers() & ~_Held.KeypadModifier
