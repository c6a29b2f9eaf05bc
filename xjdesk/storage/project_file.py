"""The project file `.xjd`: one report of one issuer for one year.

Format 5: a zip with these entries, in this order and with fixed dates, so that equal projects give
equal bytes:

    mimetype          application/x-xjdesk-project, stored, first
    manifest.json     format version, program version, document id, SHA-256 of every other entry
    report.json       the report (`records.report_records`)
    changes.jsonl     the change log (`records.change_records`), oldest first
    form.toml         the definition of the form it was written in
    originals/<name>  files the report was imported from, as they were (`files.original_names`)

The comment of the zip is the SHA-256 of manifest.json, in hex.

History: 1 (0.1.0) the first; 2 figures in paragraphs, and explanations of findings; 3 the change
log, and the sum of the manifest; 4 figures that are a phrase about the year before; 5 notes about
rows. Older files are read by way of `records.migrations`, and written in the present format. What
is not known here, an entry or a field, makes a file unreadable: it would be lost when the file is
saved. Of a file from a newer program it is passed over, and the rest is for being looked at only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from xjdesk.storage.archive import MOST_BYTES, Archive, pack, unpack
from xjdesk.storage.embedded_form import MOST_FORM_BYTES
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.file_reading import read_file
from xjdesk.storage.files.original_names import is_original_name, original_names
from xjdesk.storage.project import Project
from xjdesk.storage.project_errors import DamagedProjectError, NewerProjectError, ProjectError
from xjdesk.storage.records.change_records import encode_log, log_from, log_values
from xjdesk.storage.records.content_records import RecordError, size_in_values
from xjdesk.storage.records.migrations import Records, migrated
from xjdesk.storage.records.report_records import encode_report, report_from

FORMAT = 5

_REPORT, _CHANGES, _FORM, _ORIGINALS = "report.json", "changes.jsonl", "form.toml", "originals/"
_FIRST_LOGGED_FORMAT = 3
_MOST_REPORT_BYTES = 4 * 1024 * 1024
_MOST_REPORT_VALUES = 100_000
"""A report has a thousand or two, and what is read takes a hundred times as much memory."""


@dataclass(frozen=True, slots=True)
class StoredProject:
    """A project, and the format of the file it was read from."""

    project: Project
    format: int

    @property
    def is_newer(self) -> bool:
        """Whether the file may hold what this program does not know: to be looked at only."""
        return self.format > FORMAT


def read_project_bytes(path: Path) -> bytes:
    """The bytes of a file that may be a project; ReadError when it cannot be read."""
    return read_file(path, MOST_BYTES)


def read_project(path: Path) -> Project:
    """The project in the file; ReadError or ProjectError when it cannot be read or is none."""
    return decode_project(read_project_bytes(path), path)


def write_project(path: Path, project: Project) -> None:
    """Save the project; the old file stays untouched when that fails.

    WriteError when the file cannot be written, ProjectError when it would be too large to open.
    """
    write_atomically(path, encode_project(project))


def encode_project(project: Project) -> bytes:
    """The bytes of the project file; ProjectError when they could not be opened again."""
    report = encode_report(project.report)
    if _is_too_much(report):
        raise ProjectError("报告的内容太多，没有保存，请删去不是正文的内容后再保存。")
    names = original_names(project.originals)
    entries = {
        _REPORT: report,
        _CHANGES: encode_log(project.changes),
        _FORM: project.form_source.encode(),
        **{_ORIGINALS + names[name]: project.originals[name] for name in names},
    }
    data = pack(Archive(FORMAT, project.document_id, entries))
    if not _is_readable(data, entries):
        raise ProjectError(
            "报告中有写进文件后不能再打开的内容，没有保存，请撤销最近的修改后再保存。"
        )
    return data


def decode_project(data: bytes, path: Path) -> Project:
    """The project in the bytes of a file; `path` is only named in a ProjectError.

    NewerProjectError for the file of a newer program: it must not be worked with.
    """
    stored = decode_stored(data, path)
    if stored.is_newer:
        raise NewerProjectError(path, f"format {stored.format}, known up to {FORMAT}")
    return stored.project


def decode_stored(data: bytes, path: Path) -> StoredProject:
    """The project in the bytes of a file, also of a newer one as far as it is understood."""
    archive = unpack(data, path, FORMAT)
    try:
        return StoredProject(_project(archive), archive.format)
    except (ValueError, RecursionError) as error:
        if archive.format > FORMAT:
            raise NewerProjectError(path, repr(error)) from error
        raise DamagedProjectError(path, repr(error)) from error


def _is_readable(data: bytes, entries: Mapping[str, bytes]) -> bool:
    """Whether the bytes of a file give back what was put into it."""
    try:
        project = decode_project(data, Path())
    except ProjectError:
        return False
    again = (encode_report(project.report), encode_log(project.changes))
    return again == (entries[_REPORT], entries[_CHANGES])


def _project(archive: Archive) -> Project:
    is_newer = archive.format > FORMAT
    if not is_newer:
        _refuse_unknown(archive)
    records = _records(archive)
    return Project(
        report=report_from(records.report, is_newer=is_newer),
        form_source=_form_source(archive),
        document_id=archive.document_id,
        originals=dict(_originals(archive)),
        changes=log_from(records.changes, is_newer=is_newer),
    )


def _refuse_unknown(archive: Archive) -> None:
    for name in archive.entries:
        is_known = name in (_REPORT, _FORM) or name.startswith(_ORIGINALS)
        if not is_known and not (name == _CHANGES and archive.format >= _FIRST_LOGGED_FORMAT):
            raise RecordError(f"{name} is not known")


def _originals(archive: Archive) -> Iterator[tuple[str, bytes]]:
    for entry, data in archive.entries.items():
        name = entry.removeprefix(_ORIGINALS)
        if name != entry:
            if not is_original_name(name):
                raise RecordError(f"{entry} leads elsewhere")
            yield name, data


def _records(archive: Archive) -> Records:
    """The records of the file, in the present format."""
    data = _entry(archive, _REPORT)
    if _is_too_much(data):
        raise RecordError("the report holds too much")
    report = msgspec.json.decode(data, type=dict[str, Any])
    log = _entry(archive, _CHANGES) if archive.format >= _FIRST_LOGGED_FORMAT else b""
    return migrated(Records(report, log_values(log)), archive.format, FORMAT)


def _is_too_much(report: bytes) -> bool:
    return len(report) > _MOST_REPORT_BYTES or size_in_values(report) > _MOST_REPORT_VALUES


def _form_source(archive: Archive) -> str:
    data = _entry(archive, _FORM)
    if len(data) > MOST_FORM_BYTES:
        raise RecordError("the form holds too much")
    return data.decode()


def _entry(archive: Archive, name: str) -> bytes:
    if name not in archive.entries:
        raise RecordError(f"{name} is missing")
    return archive.entries[name]
