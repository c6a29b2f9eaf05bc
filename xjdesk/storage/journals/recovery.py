"""What a recovery journal holds: the document as it was when the program was ended."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from xjdesk.core.change import ChangeError, apply_all
from xjdesk.core.change_log import LoggedChange, logged
from xjdesk.core.errors import UserError
from xjdesk.storage.files.file_reading import ReadError, shown_name
from xjdesk.storage.journals.journal_records import (
    MOST_BYTES,
    HeaderRecord,
    Step,
    bodies,
    header_in,
    steps_in,
)
from xjdesk.storage.project import Project
from xjdesk.storage.project_errors import ProjectError
from xjdesk.storage.project_file import decode_project
from xjdesk.storage.records.content_records import RecordError

_UNREADABLE = "unreadable"
_KEPT_S = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Recoverable:
    """What would come back.

    `base` is the project as it was last saved, opened or begun, in `file` (None: in none yet) with
    the SHA-256 `digest`; `project` is the same with the changes after it, the last one made at
    `changed` (UTC). Not `is_whole`: the end of the journal could not be read.
    """

    journal: Path
    file: Path | None
    digest: str | None
    base: Project
    project: Project
    changed: datetime
    is_whole: bool


class JournalError(UserError):
    """A journal of which nothing can be read."""


def read_journal(path: Path) -> Recoverable:
    """What the journal holds; ReadError or JournalError when it is of no use."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MOST_BYTES:
                raise RecordError("longer than any journal")
            return _recoverable(path, bodies(file))
    except OSError as error:
        sentence = f"恢复日志“{shown_name(path)}”现在读不出来，请退出程序后重新打开再试。"
        raise ReadError(sentence, f"{path}: {error}") from error
    except (RecordError, ProjectError) as error:
        raise JournalError(
            f"恢复日志“{shown_name(path)}”已损坏，其中没有保存的修改找不回来了，"
            "请打开原来的文件或备份继续工作。",
            f"{path}: {getattr(error, 'detail', '') or error}",
        ) from error


def put_away(journal: Path) -> None:
    """Delete a journal that was recovered, or given up and kept as a backup. Never fails."""
    try:
        journal.unlink(missing_ok=True)
    except OSError:
        # Another program holds it. Empty, it is not offered again, and deleted another time.
        with suppress(OSError):
            os.truncate(journal, 0)


def set_aside(journal: Path) -> None:
    """Move a journal that cannot be read where it is not offered again, and kept for a month.

    Where that cannot be done it stays, and nothing is said.
    """
    folder = journal.with_name(_UNREADABLE)
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        aside = journal.replace(folder / journal.name)
        os.utime(aside)


def delete_long_set_aside(folder: Path) -> None:
    """Delete what was set aside from the journals in `folder` more than a month ago."""
    with suppress(OSError), os.scandir(folder / _UNREADABLE) as entries:
        for entry in entries:
            with suppress(OSError):
                if time.time() - entry.stat().st_mtime > _KEPT_S:
                    Path(entry.path).unlink()


def _recoverable(path: Path, lines: Iterator[bytes]) -> Recoverable:
    header = header_in(lines)
    if header.is_newer:
        sentence = (
            f"恢复日志“{shown_name(path)}”由更新版本的西吉填报写成，请用新版本找回其中的修改。"
        )
        raise JournalError(sentence, f"{path}: journal {header.journal}, format {header.format}")
    base = _base(header, path)
    report, changed, is_whole = base.report, header.since, True
    log: list[LoggedChange] = []
    try:
        for step in steps_in(lines):
            report = apply_all(report, step.changes)
            _log(log, step)
            changed = step.when
    except (RecordError, ChangeError, OSError):
        is_whole = False
    return Recoverable(
        journal=path,
        file=None if header.file is None else Path(header.file),
        digest=header.digest,
        base=base,
        project=replace(base, report=report, changes=(*base.changes, *log)),
        changed=changed,
        is_whole=is_whole,
    )


def _log(log: list[LoggedChange], step: Step) -> None:
    # Each change goes on from the last entry or takes it back: none before these is touched, and
    # they need not be copied for every letter of a long day.
    touched = slice(max(0, len(log) - len(step.changes)), None)
    log[touched] = logged(tuple(log[touched]), step.changes, step.when, step.who)


def _base(header: HeaderRecord, path: Path) -> Project:
    base = decode_project(header.base, path)
    if (base.document_id, base.report.form_id) != (header.document, header.form):
        raise RecordError("the header names another document or form than it holds")
    return base
