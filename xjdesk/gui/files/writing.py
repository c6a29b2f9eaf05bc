"""Writing a file, and asking what to do when that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from xjdesk.gui.dialogs import Dialogs, FileKind
from xjdesk.gui.files.questions import WriteAnswer, WriteQuestion
from xjdesk.gui.waiting import waiting
from xjdesk.storage.files.presence import is_there
from xjdesk.storage.files.write_error import WriteError, WriteProblem

_LOG = logging.getLogger("xjdesk.gui")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Written(Generic[_T]):
    """Where a file was written in the end, and what came of it."""

    path: Path
    result: _T


def write_or_ask(
    dialogs: Dialogs, path: Path, kind: FileKind, write: Callable[[Path], _T]
) -> Written[_T] | None:
    """Write to `path`, or wherever the user then wants it; None when the user gives up.

    What `write` raises besides WriteError is raised here.
    """
    while True:
        try:
            with waiting():
                return Written(path, write(path))
        except WriteError as error:
            _LOG.warning("%s | %s", error.sentence, error.detail)
            is_held = error.problem is WriteProblem.HELD
            question = WriteQuestion(error, unused_beside(path, "({})") if is_held else None)
            chosen = _path_after(dialogs.ask_write_failed(question), question, path, dialogs, kind)
        if chosen is None:
            return None
        path = chosen


def unused_beside(path: Path, ending: str) -> Path:
    """A name in the same folder that no file has, as Windows makes them: 报告(1).xlsx.

    `ending` goes behind the name; `{}` in it is a number from 1 up.
    """
    number = 1
    while True:
        beside = path.with_name(f"{path.stem}{ending.format(number)}{path.suffix}")
        if not is_there(beside):
            return beside
        number += 1
        if "{}" not in ending:
            ending += "({})"


def _path_after(
    answer: WriteAnswer, question: WriteQuestion, path: Path, dialogs: Dialogs, kind: FileKind
) -> Path | None:
    match answer:
        case WriteAnswer.RETRY:
            return path
        case WriteAnswer.BESIDE:
            return question.beside
        case WriteAnswer.ELSEWHERE:
            return dialogs.choose_save(path, kind)
        case WriteAnswer.CANCEL:
            return None
