"""The line in which the heading of a chapter is edited."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from xjdesk.core.address import HeadingAddress
from xjdesk.core.change import Change
from xjdesk.gui.caret_watch import CaretWatch
from xjdesk.gui.document import Document
from xjdesk.gui.findings.line_sign import LineSign
from xjdesk.gui.look.scaled_letters import ScaledLetters
from xjdesk.gui.one_line_edit import OneLineEdit
from xjdesk.gui.read_only import follow_access
from xjdesk.gui.severity_look import SeverityLook

_TIMES = 1.15


class HeadingEdit(OneLineEdit):
    """Edits the heading of one chapter, letter by letter through the document.

    `caret` tells where it stands; at the end of the line is the sign of findings about the heading.
    """

    def __init__(
        self,
        document: Document,
        chapter_id: str,
        look: SeverityLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chapter_id = chapter_id
        self._document = document
        self._stay = 0
        self.setObjectName(f"heading-{chapter_id}")
        self.setAccessibleName("章标题")
        self.setPlaceholderText("章标题")
        ScaledLetters(self, _TIMES)
        self.caret = CaretWatch(self)
        self._sign = LineSign(document, HeadingAddress(chapter_id), look, self)
        self.entered.connect(self._submit)
        follow_access(self, document.access)
        self.refresh()

    def refresh(self) -> None:
        """Show the heading as it stands in the report."""
        heading = self._document.report.chapter(self.chapter_id).heading
        if self.text() != heading:
            self._stay += 1
            self.show_text(heading)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stay += 1

    def _submit(self, text: str) -> None:
        address = HeadingAddress(self.chapter_id)
        old = self._document.report.chapter(self.chapter_id).heading
        self._document.submit("修改章标题", [Change(address, old, text)], (address, self._stay))
