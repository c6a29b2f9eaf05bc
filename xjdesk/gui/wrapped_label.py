"""A label as high as its words need at whatever width it is given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from xjdesk.gui.plain_label import PlainLabel


class WrappedLabel(PlainLabel):
    """Plain text that wraps; its words can be marked and copied."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(parent, text)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Minimum would be the height at the width that Qt finds fair, not at the one there is.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
