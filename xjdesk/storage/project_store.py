"""Opening and saving projects so that nothing is lost: forms, backups, other people's changes."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from xjdesk.core.errors import UserError
from xjdesk.core.form import Form
from xjdesk.storage.archive import MOST_BYTES
from xjdesk.storage.backups.backup_folder import Backup, BackupFolder, BackupReason
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import shown_name
from xjdesk.storage.files.leftovers import sweep
from xjdesk.storage.files.presence import is_file, is_folder
from xjdesk.storage.files.write_error import WriteError, WriteProblem, write_error
from xjdesk.storage.fitting_form import fitting_form
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import Project
from xjdesk.storage.project_errors import NewerProjectError, ProjectError
from xjdesk.storage.project_file import (
    decode_project,
    decode_stored,
    encode_project,
    read_project_bytes,
)

_LOG = logging.getLogger(__name__)
_NO_BACKUP = "备份没有写成，请检查本机磁盘空间。"


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project with its form as the program knows it now.

    `digest` is the SHA-256 of its file, in hex. What `is_newer` was saved by a newer program and
    may hold what is not known here: it can be looked at, and must not be saved or handed on.
    """

    project: Project
    form: Form
    digest: str
    is_newer: bool = False


@dataclass(frozen=True, slots=True)
class SavedProject:
    """The SHA-256 of the file now written, in hex, and Chinese sentences about the saving."""

    digest: str
    remarks: tuple[str, ...] = ()


class ChangedOutsideError(UserError):
    """The file on disk is not the one that was loaded: somebody else has saved it since."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{shown_name(path)}”打开后又被别人或别的程序改过，为免覆盖没有保存，"
            "请另存为其他文件名，或重新打开后再改。",
            str(path),
        )
        self.path = path


class ProjectStore:
    """Projects in files the user named, and their backups in a folder of the program's own."""

    def __init__(self, forms: FormLibrary, backups: BackupFolder) -> None:
        self._forms = forms
        self.backups = backups

    def open(self, path: Path) -> OpenedProject:
        """The project in the file; ReadError or ProjectError when it cannot be used.

        Labels and relations of its form may have been mended since the file was written,
        addresses stay. A form that is no longer shipped is taken from the file itself.
        """
        opened = self.look(path)
        sweep(path.parent)
        self.backups.note_file(path, opened.project.document_id)
        return opened

    def look(self, path: Path) -> OpenedProject:
        """The same, and leave no trace of it."""
        return self.opened(read_project_bytes(path), path)

    def opened(self, data: bytes, path: Path) -> OpenedProject:
        """The project in the bytes of a file or a backup; `path` is only named in ProjectErrors."""
        stored = decode_stored(data, path)
        try:
            form = self.form_of(stored.project, path)
        except ProjectError as error:
            if stored.is_newer:
                raise NewerProjectError(path, error.detail) from error
            raise
        project = self._with_form(stored.project)
        return OpenedProject(project, form, digest_of(data), stored.is_newer)

    def save(self, path: Path, project: Project, known: str | None) -> SavedProject:
        """Write the project to `path`, after a backup of what stands there and is not known yet.

        `known` is the digest of the file as it was loaded or last saved; None, when whatever is
        there may go. ChangedOutsideError when the file is another by now, WriteError when it
        cannot be written, ProjectError when it would be too large to open: the file is untouched.
        """
        data = encode_project(project)
        theirs = _content(path, len(data))
        # What is to be written may be there: a network drive may have done what it said had failed.
        if theirs is not None and theirs != data and known not in (None, digest_of(theirs)):
            raise ChangedOutsideError(path)
        remarks: set[str] = set()
        if theirs is not None:
            remarks |= self._back_up_replaced(theirs, path, project)
        write_atomically(path, data)
        _verify(path, data)
        remarks |= self._back_up(project.document_id, data, BackupReason.SAVED)
        self.backups.note_file(path, project.document_id)
        sweep(path.parent)
        return SavedProject(digest_of(data), tuple(sorted(remarks)))

    def keep_unsaved(self, project: Project) -> bool:
        """Keep as a backup what the user gives up; whether that was done."""
        try:
            data = encode_project(project)
        except ProjectError as error:
            _LOG.warning("%s | %s", error.sentence, error.detail)
            return False
        return not self._back_up(project.document_id, data, BackupReason.UNSAVED)

    def keep_theirs(self, path: Path, project: Project) -> bool:
        """Keep as a backup what `project` is to replace at `path`; whether that was done.

        WriteError when it cannot be read.
        """
        theirs = _content(path, 0)
        return theirs is None or not self._back_up_replaced(theirs, path, project)

    def newest_good_backup(self, path: Path) -> Backup | None:
        """The newest backup, of the document that was last at `path`, that can be worked with.

        One of what the user gave up only where there is no other.
        """
        document_id = self.backups.document_at(path)
        backups = self.backups.of(document_id) if document_id else ()
        for backup in sorted(backups, key=lambda b: b.reason is BackupReason.UNSAVED):
            try:
                self.opened_backup(backup)
            except UserError as error:
                _LOG.warning("backup passed over: %s", error.detail)
            else:
                return backup
        return None

    def opened_backup(self, backup: Backup) -> OpenedProject:
        """The project in a backup, to be worked with; ReadError or ProjectError when it cannot."""
        opened = self.opened(backup.read(), backup.path)
        if opened.is_newer:
            raise NewerProjectError(backup.path, "not for looking at only")
        return opened

    def form_of(self, project: Project, path: Path) -> Form:
        """The form of the project as the program knows it now; UnfitFormError names `path`."""
        return fitting_form(self._with_form(project), path, is_shipped=self._is_shipped(project))

    def _with_form(self, project: Project) -> Project:
        if not self._is_shipped(project):
            return project
        return replace(project, form_source=self._forms.source(project.report.form_id))

    def _is_shipped(self, project: Project) -> bool:
        return project.report.form_id in self._forms

    def _back_up_replaced(self, theirs: bytes, path: Path, project: Project) -> set[str]:
        """Keep what is about to be overwritten: an older format, another document, or damage."""
        if len(theirs) > MOST_BYTES:
            return {"原来的文件太大，没有留备份。"}
        try:
            document_id = decode_project(theirs, path).document_id
        except ProjectError:
            document_id = project.document_id
        return self._back_up(document_id, theirs, BackupReason.REPLACED)

    def _back_up(self, document_id: str, data: bytes, reason: BackupReason) -> set[str]:
        try:
            self.backups.keep(document_id, data, reason)
        except UserError as error:
            _LOG.warning("%s | %s", error.sentence, error.detail)
            return {_NO_BACKUP}
        return set()


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(data).hexdigest()


def _content(path: Path, size: int) -> bytes | None:
    """What the file holds, None when there is none; WriteError when it keeps that to itself.

    What cannot be read must not be overwritten by `size` bytes either: it could not be kept. No
    project is as large as what is not read; of such a file its beginning is told.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        if is_folder(path):
            return None
        raise write_error(path, error, size, existed=is_file(path)) from error


def _verify(path: Path, data: bytes) -> None:
    """WriteError when the file is not what was written.

    One that cannot be read at this moment, as a virus scanner has it, passes: what was written was
    read back before it took the name.
    """
    try:
        is_as_written = path.read_bytes() == data
    except FileNotFoundError as error:
        sentence = f"文件“{shown_name(path)}”刚写好就不见了，可能被杀毒软件移走，请另存到别处。"
        raise WriteError(sentence, f"{path}: {error}", WriteProblem.OTHER) from error
    except OSError as error:
        _LOG.warning("not verified: %s", error)
        return
    if not is_as_written:
        sentence = f"文件“{shown_name(path)}”写入后核对不符，请另存到其他磁盘。"
        raise WriteError(sentence, str(path), WriteProblem.OTHER)
