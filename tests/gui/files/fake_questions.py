"""Answers to the questions about project files, given without a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

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


@dataclass(kw_only=True)
class FakeFileQuestions:
    """Answers as it was told to, the last answer again and again, and keeps what it was asked."""

    write_answers: list[WriteAnswer] = field(default_factory=lambda: [WriteAnswer.CANCEL])
    outside_answer: OutsideAnswer = OutsideAnswer.CANCEL
    locked_answer: LockedAnswer = LockedAnswer.CANCEL
    recovery_answer: RecoveryAnswer = RecoveryAnswer.LATER
    opens_backup: bool = False
    chooses: Callable[[BackupList], BackupChoice | None] = lambda _: None
    write_questions: list[WriteQuestion] = field(default_factory=list[WriteQuestion])
    outside_questions: list[Path] = field(default_factory=list[Path])
    locked_questions: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    recovery_questions: list[RecoveryQuestion] = field(default_factory=list[RecoveryQuestion])
    backup_questions: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    backup_lists: list[BackupList] = field(default_factory=list[BackupList])

    def ask_write_failed(self, question: WriteQuestion) -> WriteAnswer:
        self.write_questions.append(question)
        return self.write_answers.pop(0) if len(self.write_answers) > 1 else self.write_answers[0]

    def ask_changed_outside(self, path: Path) -> OutsideAnswer:
        self.outside_questions.append(path)
        return self.outside_answer

    def ask_locked(self, sentence: str, *, may_take_over: bool) -> LockedAnswer:
        self.locked_questions.append((sentence, may_take_over))
        return self.locked_answer

    def ask_recovery(self, question: RecoveryQuestion) -> RecoveryAnswer:
        self.recovery_questions.append(question)
        return self.recovery_answer

    def ask_backup_instead(self, sentence: str, taken: str) -> bool:
        self.backup_questions.append((sentence, taken))
        return self.opens_backup

    def choose_backup(self, backups: BackupList) -> BackupChoice | None:
        self.backup_lists.append(backups)
        return self.chooses(backups)
