"""签发人 is written on documents that go up to a superior organ only (上行文)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from xjdesk.core.document_fields import DIRECTION, DOWNWARD, PARALLEL, SIGNER
from xjdesk.gui.document import Document
from xjdesk.gui.field_editors import LineEditor

_WHY = "只有上行文标注签发人；行文方向不是上行文，这一项不填"


class SignerRule(QObject):
    """Greys the signer where none is printed, unless one is there to be taken out."""

    def __init__(self, document: Document, editor: LineEditor) -> None:
        super().__init__(editor)
        self._document, self._editor = document, editor
        self.refresh()

    def refresh(self) -> None:
        """Grey the field, or not, as the direction of the document is now."""
        report = self._document.report
        is_due = report.field(DIRECTION) not in (DOWNWARD, PARALLEL)
        is_open = is_due or bool(report.field(SIGNER)) or self._editor.hasFocus()
        self._editor.setEnabled(is_open)
        if self._document.access.can_edit:
            hint = self._editor.field.hint if is_due else _WHY
            self._editor.setPlaceholderText(hint)
            self._editor.setToolTip("" if is_due else _WHY)
