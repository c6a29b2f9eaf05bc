"""The project file `.xjd`: one report of one issuer for one year.

Format 2: a zip with these entries, in this order and with fixed dates, so that equal projects give
equal bytes:

    mimetype          application/x-xjdesk-project, stored, first
    manifest.json     format version, program version, document id, SHA-256 of every other entry
    report.json       the report (`storage.records`)
    form.toml         the definition of the form it was written in
    originals/<name>  files the report was imported from, as they were

History: 1 (0.1.0) the first; 2 figures in paragraphs, and explanations of findings: a report
without any is still written as format 1, which older programs read.
"""

from __future__ import annotations

import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from xjdesk import __version__
from xjdesk.core.errors import UserError
from xjdesk.core.report import Report
from xjdesk.storage.atomic_file import write_atomically
from xjdesk.storage.file_reading import read_file, shown_name
from xjdesk.storage.records import RecordError, decode_report, encode_report

FORMAT = 2
_FIRST_FORMAT = 1
MIMETYPE = "application/x-xjdesk-project"

_DATE = (1980, 1, 1, 0, 0, 0)
_MANIFEST, _REPORT, _FORM, _ORIGINALS = "manifest.json", "report.json", "form.toml", "originals/"
_MOST_ENTRIES = 200
_MOST_BYTES = 20 * 1024 * 1024
_MOST_UNPACKED = _MOST_BYTES + 1024 * 1024
"""The content, and on top of it mimetype and manifest."""


@dataclass(frozen=True, slots=True)
class Project:
    """A report with what belongs to its file.

    `form_source` is the TOML text of its form, `document_id` names the document for ever,
    whatever its file is called, `originals` are imported files by name.
    """

    report: Report
    form_source: str
    document_id: str
    originals: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


class ProjectError(UserError):
    """A file that cannot be opened as a project."""


def new_project(
    report: Report, form_source: str, originals: Mapping[str, bytes] | None = None
) -> Project:
    """A project for a new document."""
    return Project(report, form_source, str(uuid.uuid4()), dict(originals or {}))


def read_project(path: Path) -> Project:
    """The project in the file; ReadError or ProjectError when it cannot be read or is none."""
    return decode_project(read_file(path, _MOST_BYTES), path)


def write_project(path: Path, project: Project) -> None:
    """Save the project; the old file stays untouched when that fails.

    WriteError when the file cannot be written, ProjectError when it would be too large to open.
    """
    write_atomically(path, encode_project(project))


def encode_project(project: Project) -> bytes:
    """The bytes of the project file; ProjectError when it would be too large to be opened."""
    entries = {
        _REPORT: encode_report(project.report),
        _FORM: project.form_source.encode(),
        **{_ORIGINALS + name: project.originals[name] for name in sorted(project.originals)},
    }
    if sum(map(len, entries.values())) > _MOST_BYTES:
        raise ProjectError("报告的内容太多，没有保存，请删去不是正文的内容后再保存。")
    manifest = {
        "format": _format_for(project.report),
        "program": __version__,
        "document": project.document_id,
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in entries.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        _add(archive, _MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        for name, data in entries.items():
            _add(archive, name, data)
    return buffer.getvalue()


def decode_project(data: bytes, path: Path) -> Project:
    """The project in the bytes of a file; `path` is only named in a ProjectError."""
    entries = _unpack(data, path)
    if entries.get("mimetype") != MIMETYPE.encode():
        raise _foreign(path, "no or another mimetype entry")
    manifest = _manifest(entries, path)
    if manifest.format > FORMAT:
        sentence = f"“{shown_name(path)}”由更新版本的西吉填报保存，请用新版本打开。"
        raise ProjectError(sentence, f"format {manifest.format}, known up to {FORMAT}")
    content = {n: d for n, d in entries.items() if n not in ("mimetype", _MANIFEST)}
    found = {name: hashlib.sha256(part).hexdigest() for name, part in content.items()}
    if found != manifest.sha256:
        raise _damaged(path, "the sums of the manifest do not match")
    try:
        return Project(
            report=decode_report(content[_REPORT]),
            form_source=content[_FORM].decode(),
            document_id=manifest.document,
            originals={
                name.removeprefix(_ORIGINALS): part
                for name, part in content.items()
                if name.startswith(_ORIGINALS)
            },
        )
    except (RecordError, KeyError, UnicodeDecodeError) as error:
        raise _damaged(path, repr(error)) from error


def _format_for(report: Report) -> int:
    figures = any(p.figures for chapter in report.chapters for p in chapter.paragraphs)
    return FORMAT if figures or report.explanations else _FIRST_FORMAT


@dataclass(frozen=True, slots=True)
class _Manifest:
    format: int
    document: str
    sha256: Mapping[str, str]


def _manifest(entries: Mapping[str, bytes], path: Path) -> _Manifest:
    try:
        values = cast("dict[str, Any]", json.loads(entries[_MANIFEST]))
        return _Manifest(int(values["format"]), str(values["document"]), dict(values["sha256"]))
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise _damaged(path, repr(error)) from error


def _unpack(data: bytes, path: Path) -> dict[str, bytes]:
    """Every entry of the zip, within bounds that no project comes near."""
    if not data.startswith(b"PK"):
        raise _foreign(path, "not a zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _MOST_ENTRIES or sum(i.file_size for i in infos) > _MOST_UNPACKED:
                raise _damaged(path, "unpacks to more than any project")
            if len({info.filename for info in infos}) < len(infos):
                raise _damaged(path, "two entries of one name")
            return {info.filename: archive.read(info) for info in infos}
    except ProjectError:
        raise
    except Exception as error:
        # zipfile and zlib raise a dozen kinds of error on damaged bytes; all mean the same here.
        raise _damaged(path, repr(error)) from error


def _add(
    archive: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED
) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def _foreign(path: Path, detail: str) -> ProjectError:
    return ProjectError(
        f"“{shown_name(path)}”不是西吉填报的项目文件，请选择扩展名为 .xjd 的文件。",
        f"{path}: {detail}",
    )


def _damaged(path: Path, detail: str) -> ProjectError:
    return ProjectError(
        f"“{shown_name(path)}”已损坏，为免数字出错没有打开，请改用备份的副本。",
        f"{path}: {detail}",
    )
