"""The sign of findings inside a line of text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from xjdesk.core.address import Place
from xjdesk.gui.document import Document
from xjdesk.gui.findings.index import tooltip
from xjdesk.gui.findings.place_watch import PlaceWatch
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.gui.severity_look import SeverityLook


class LineSign(QObject):
    """Shows at the end of `line` the sign of the gravest finding at `place`, and what they say."""

    def __init__(
        self, document: Document, place: Place, look: SeverityLook, line: QLineEdit
    ) -> None:
        super().__init__(line)
        self._look = look
        self._line = line
        self._action: QAction | None = None
        self._watch = PlaceWatch(document, place, self)
        self._watch.changed.connect(self._show)
        if self._watch.findings:
            self._show()

    def _show(self) -> None:
        found = self._watch.findings
        if self._action is None:
            self._action = QAction(self)
            self._line.addAction(self._action, QLineEdit.ActionPosition.TrailingPosition)
        words = tooltip(found)
        if found:
            self._action.setIcon(self._look.icons[found[0].severity])
        self._action.setVisible(bool(found))
        self._action.setToolTip(plain_tip(words))
        self._line.setAccessibleDescription(words)
