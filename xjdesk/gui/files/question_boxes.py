"""The questions about project files, as boxes over the window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from xjdesk.gui.captions import caption
from xjdesk.gui.files.questions import (
    BackupChoice,
    BackupList,
    LockedAnswer,
    OutsideAnswer,
    RecoveryAnswer,
    RecoveryQuestion,
    WriteAnswer,
    WriteQuestion,
)
from xjdesk.gui.program_name import PROGRAM

_A = TypeVar("_A")


class FileQuestionBoxes:
    """Asks over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def ask_write_failed(self, question: WriteQuestion) -> WriteAnswer:
        """What to do about a file that could not be written."""
        answers = {"重试(&R)": WriteAnswer.RETRY}
        if question.beside is not None:
            answers = {
                "已关闭，重试(&R)": WriteAnswer.RETRY,
                f"另存为“{caption(question.beside.name)}”(&B)": WriteAnswer.BESIDE,
            }
        answers["另存到别处(&A)…"] = WriteAnswer.ELSEWHERE
        return self._answer(
            question.error.sentence, answers, WriteAnswer.CANCEL, detail=question.error.detail
        )

    def ask_changed_outside(self, path: Path) -> OutsideAnswer:
        """Whose changes are to stay: the file at `path` was saved by somebody else meanwhile."""
        return self._answer(
            f"“{path.name}”打开以后，又被别人或另一个程序保存过。",
            {
                "两份都留，我的另存(&B)": OutsideAnswer.BESIDE,
                "用我的覆盖(&M)": OutsideAnswer.MINE,
                "改用磁盘上的(&T)": OutsideAnswer.THEIRS,
            },
            OutsideAnswer.CANCEL,
            more="无论怎么选，另一份都会留作备份，可在“文件 → 备份与恢复”中找到。",
        )

    def ask_locked(self, sentence: str, *, may_take_over: bool) -> LockedAnswer:
        """How to open a project that is open elsewhere, as the sentence says."""
        answers = {
            "只读打开(&R)": LockedAnswer.READ_ONLY,
            "打开一份副本(&C)": LockedAnswer.COPY,
        }
        if may_take_over:
            answers["接着编辑(&E)"] = LockedAnswer.TAKE_OVER
        return self._answer(sentence, answers, LockedAnswer.CANCEL)

    def ask_recovery(self, question: RecoveryQuestion) -> RecoveryAnswer:
        """Whether what was not saved is to come back."""
        from xjdesk.gui.files.recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(question, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_backup_instead(self, sentence: str, taken: str) -> bool:
        """Whether to open the backup taken at that time; the sentence tells what is wrong."""
        return self._answer(
            sentence,
            {"打开备份(&O)": True},
            False,
            more=f"最近一份完好的备份是{taken}的，打开后请核对，再保存。",
        )

    def choose_backup(self, backups: BackupList) -> BackupChoice | None:
        """A backup and what to do with it; None when the user goes back."""
        from xjdesk.gui.files.backups_dialog import BackupsDialog

        dialog = BackupsDialog(backups, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice() if accepted else None

    def plain_box(self) -> QMessageBox:
        """A box whose text is text: names of files and people could else pass for HTML."""
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        return box

    def _answer(
        self, text: str, answers: Mapping[str, _A], back: _A, *, more: str = "", detail: str = ""
    ) -> _A:
        """Ask; the first answer is the usual one, 取消 and Esc are `back`."""
        box = self.plain_box()
        box.setWindowTitle(PROGRAM)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(text)
        box.setInformativeText(more)
        if detail:
            box.setDetailedText(detail)
        role = QMessageBox.ButtonRole
        buttons: dict[QPushButton, _A] = {
            box.addButton(label, role.AcceptRole): answer for label, answer in answers.items()
        }
        cancel = box.addButton("取消", role.RejectRole)
        box.setDefaultButton(next(iter(buttons)))
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        return next((answer for button, answer in buttons.items() if button is clicked), back)
