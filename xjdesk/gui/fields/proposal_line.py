"""What is proposed for an empty field, below it."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from xjdesk.core.document_fields import Field
from xjdesk.core.field_proposals import Proposal
from xjdesk.gui.fields.proposals import FieldProposals
from xjdesk.gui.line_breaks import one_line
from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.plain_tip import plain_tip


class ProposalLine(QWidget):
    """Shows the proposal and where it comes from, with a button that adopts it; else nothing."""

    def __init__(
        self, proposals: FieldProposals, field: Field, editor: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._proposals, self._field, self._editor = proposals, field, editor
        self._words: PlainLabel | None = None
        self._adopt: QPushButton | None = None
        self.hide()
        proposals.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        proposal = self._proposals.current.get(self._field.address)
        if proposal is not None:
            self._tell(proposal)
        self.setVisible(proposal is not None)

    def _tell(self, proposal: Proposal) -> None:
        if self._words is None or self._adopt is None:
            self._words, self._adopt = self._made()
        text = one_line(proposal.text)
        self._words.setText(f"建议：{text}（{proposal.reason}）")
        self._adopt.setAccessibleName(f"采用建议：{self._field.label} {text}")
        self._adopt.setToolTip(plain_tip(f"把“{text}”填入{self._field.label}"))

    def _made(self) -> tuple[PlainLabel, QPushButton]:
        # Most fields are never empty with something to propose: their page is there sooner.
        words = PlainLabel(self)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        words.setWordWrap(True)
        adopt = QPushButton("采用", self)
        adopt.setObjectName(f"adopt-{self._field.address.group}-{self._field.address.name}")
        adopt.clicked.connect(self._on_adopt)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(words, 1)
        line.addWidget(adopt)
        # In the order of the page, not in that in which proposals came up.
        QWidget.setTabOrder(self._editor, adopt)
        return words, adopt

    def _on_adopt(self) -> None:
        # The button is about to go, and would leave the focus to whatever comes next.
        self._editor.setFocus()
        self._proposals.adopt(self._field.address)
