"""Adopting all that is proposed on a page at once."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from xjdesk.gui.fields.proposals import FieldProposals
from xjdesk.gui.plain_label import PlainLabel

_LEAST = 2


class ProposalBar(QWidget):
    """Says how many empty fields there are proposals for, while there are several."""

    def __init__(self, proposals: FieldProposals, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposals = proposals
        self._words = PlainLabel(self)
        self.adopt_all = QPushButton("全部采用(&J)", self)
        self.adopt_all.setObjectName("adopt-all")
        self.adopt_all.clicked.connect(proposals.adopt_all)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self.adopt_all)
        proposals.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        count = len(self._proposals.current)
        self._words.setText(f"有{count}项空着的内容可以由程序拟定，建议写在各项下面。")
        self.adopt_all.setToolTip(f"填入这{count}项建议，可以撤销")
        self.setVisible(count >= _LEAST)
