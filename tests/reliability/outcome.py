"""What comes of a save that cannot be done, as seen by the user."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.reliability.documents import forms
from tests.reliability.survival import files_in
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.files.write_error import WriteError
from xjdesk.storage.project import Project
from xjdesk.storage.project_store import ProjectStore


@dataclass(frozen=True, slots=True)
class Outcome:
    """`problem` is empty when the save succeeded, else the name of a WriteProblem.

    `is_old_intact`: what was there before is there now. `left_over` are new files.
    """

    problem: str
    sentence: str
    is_old_intact: bool
    left_over: tuple[str, ...]


def outcome_of_saving(path: Path, project: Project, backups: Path) -> Outcome:
    """Save the project, and look at what comes of it."""
    store = ProjectStore(forms(), BackupFolder(backups))
    before, files = _bytes_of(path), _files(path)
    problem = sentence = ""
    try:
        store.save(path, project, None)
    except WriteError as error:
        problem, sentence = error.problem.name, error.sentence
    left = tuple(sorted(_files(path) - files - {path.name}))
    return Outcome(problem, sentence, before == _bytes_of(path), left)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _files(path: Path) -> set[str]:
    try:
        return files_in(path.parent)
    except OSError:
        return set()
