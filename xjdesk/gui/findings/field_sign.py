"""The sign of findings beside a control."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from xjdesk.core.address import Place
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.findings.place_watch import PlaceWatch
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.severity_look import SeverityLook

_SIGN_PX = 16
_ROOM_PX = 20


class FieldSign(QLabel):
    """Shows the sign of the gravest finding at `place`, and what they say.

    A screen reader says it with `control`, behind what it said of that before.
    """

    def __init__(
        self,
        document: Document,
        place: Place,
        look: SeverityLook,
        control: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._control = control
        self._hint = control.accessibleDescription()
        self.setFixedSize(_ROOM_PX, _ROOM_PX)
        self._watch = PlaceWatch(document, place, self)
        self._watch.changed.connect(self._show)
        if self._watch.findings:
            self._show()

    def _show(self) -> None:
        found = self._watch.findings
        words = tooltip(found)
        if found:
            icon = self._look.icons[found[0].severity]
            self.setPixmap(icon.pixmap(_SIGN_PX, _SIGN_PX))
        else:
            self.clear()
        self.setToolTip(plain_tip(words))
        self._control.setAccessibleDescription("\n".join(filter(None, (self._hint, words))))
