"""Asking whether what was not saved is to come back."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from xjdesk.gui.files.questions import RecoveryAnswer, RecoveryQuestion
from xjdesk.gui.read_only import make_read_only
from xjdesk.gui.wrapped_label import WrappedLabel

_WIDTH_EM, _HEIGHT_EM = 50, 32
_WHAT_THEN = (
    "恢复：改回到程序退出前的样子，核对后再保存。\n"
    "另存一份：把恢复的内容存成另一个文件，原文件不动。\n"
    "不恢复：按原来保存的文件继续；这些修改会留一份备份，可在“文件 → 备份与恢复”中找到。"
)


class RecoveryDialog(QDialog):
    """Tells of one document what would come back.

    `answer` is what was chosen; closed without a choice, it is asked again another time.
    """

    def __init__(self, question: RecoveryQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = RecoveryAnswer.LATER
        self.setWindowTitle("恢复未保存的修改")
        self.sentence = WrappedLabel(self, _sentence(question))
        self.remark = WrappedLabel(self, question.remark)
        self.remark.setVisible(bool(question.remark))
        self.listed = WrappedLabel(self, f"没有保存的修改共 {len(question.changes)} 处：")
        self.changes = QPlainTextEdit(self)
        self.changes.setAccessibleName("没有保存的修改")
        self.changes.setAccessibleDescription("只供查看，一行一处修改")
        self.changes.setTabChangesFocus(True)
        make_read_only(self.changes)
        self.changes.setPlainText("\n".join(f"· {line}" for line in question.changes))
        self._lay_out()
        em = self.fontMetrics().horizontalAdvance("国")
        room = self.screen().availableSize()
        self.resize(QSize(_WIDTH_EM * em, _HEIGHT_EM * em).boundedTo(room))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.sentence, self.remark, self.listed):
            layout.addWidget(widget)
        layout.addWidget(self.changes, 1)
        layout.addWidget(WrappedLabel(self, _WHAT_THEN))
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.recover, self.save_copy, self.decline = (
            buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
            for text in ("恢复(&R)", "另存一份(&C)…", "不恢复(&N)")
        )
        self.later = buttons.addButton("以后再说", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.clicked.connect(self._on_clicked)
        buttons.rejected.connect(self.reject)
        self.recover.setDefault(True)
        self.recover.setFocus()
        return buttons

    def _on_clicked(self, button: QAbstractButton) -> None:
        answers: dict[QAbstractButton, RecoveryAnswer] = {
            self.recover: RecoveryAnswer.RECOVER,
            self.save_copy: RecoveryAnswer.SAVE_COPY,
            self.decline: RecoveryAnswer.DECLINE,
        }
        if button in answers:
            self.answer = answers[button]
            self.accept()


def _sentence(question: RecoveryQuestion) -> str:
    return f"上次程序没有正常退出，“{question.name}”有修改没有保存，最后一次修改是{question.when}。"
