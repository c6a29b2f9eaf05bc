"""Where the clerk writes why a query is right as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from xjdesk.gui.findings.wrapping_button import WrappingButton

_LINES_SHOWN = 3
_PLACE_HOLDER = "写明属实的原因，例如：其余申请年底前收到，按规定在次年1月答复。"
_TIP = "保存（Ctrl+Enter），数值不变就一直有效"


class ExplanationEditor(QWidget):
    """A text with 保存说明 and 取消; also Ctrl+Enter and Escape.

    Signals:
        saved: The text, which is not blank.
        given_up: Nothing is to be saved.
    """

    saved = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = _Text(self)
        self._text.setObjectName("explanation")
        self._text.setAccessibleName("情况说明")
        self._text.setPlaceholderText(_PLACE_HOLDER)
        self._text.setTabChangesFocus(True)
        self._save = WrappingButton("保存说明", self)
        self._save.setObjectName("save-explanation")
        self._save.setToolTip(_TIP)
        self._give_up = WrappingButton("取消", self)
        self._give_up.setToolTip("不保存（Esc）")
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._give_up)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        self.setFocusProxy(self._text)
        self._text.textChanged.connect(self._on_text_changed)
        self._text.saved.connect(self.save)
        self._text.given_up.connect(self.given_up)
        self._save.clicked.connect(self.save)
        self._give_up.clicked.connect(self.given_up)

    def text(self) -> str:
        """What is written, without blanks at the ends."""
        return self._text.toPlainText().strip()

    def begin(self, text: str) -> None:
        """Show `text`, to be gone on with at its end."""
        self._text.setPlainText(text)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self._on_text_changed()

    def save(self) -> None:
        """Hand over what is written, if anything."""
        if self.text():
            self.saved.emit(self.text())

    def _on_text_changed(self) -> None:
        self._save.setEnabled(bool(self.text()))


class _Text(QPlainTextEdit):
    """The text itself.

    Signals:
        saved: Ctrl+Enter was pressed.
        given_up: Escape was pressed.
    """

    saved = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        self.setFixedHeight(_LINES_SHOWN * self.fontMetrics().lineSpacing() + frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
