"""The container of a project file: a zip that says itself what is in it.

Fixed order and dates make equal entries equal bytes. The manifest holds the sums of the entries,
and from format 3 on the comment of the zip holds that of the manifest: no byte that says anything
of the report is left unsummed. On the way in everything is bounded before it is unpacked.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from xjdesk import __version__
from xjdesk.storage.files.bounded_zip import BoundedZip, ZipFaultError
from xjdesk.storage.files.file_kind import FileKind, kind_of
from xjdesk.storage.project_errors import (
    DamagedProjectError,
    ForeignFileError,
    NewerProjectError,
    ProjectError,
)

MIMETYPE = "application/x-xjdesk-project"
SUFFIX = ".xjd"
MOST_BYTES = 20 * 1024 * 1024
"""What the content of a project may come to, packed and unpacked."""

_MIMETYPE, _MANIFEST = "mimetype", "manifest.json"
_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST_FORMAT, _FIRST_SEALED_FORMAT = 1, 3
_MOST_FORMATS = 1000
_MOST_MANIFEST_BYTES = 256 * 1024
_MOST_UNPACKED = MOST_BYTES + 1024 * 1024
"""The content, and on top of it mimetype and manifest."""
_DOCUMENT_ID = re.compile("[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Archive:
    """Format version, document id, and the entries by name."""

    format: int
    document_id: str
    entries: Mapping[str, bytes]


class _Manifest(msgspec.Struct, frozen=True):
    """What `manifest.json` holds; `sha256` by the names of all entries but the first two."""

    format: int
    program: str
    document: str
    sha256: dict[str, str]


def pack(archive: Archive) -> bytes:
    """The bytes of the file; ProjectError when it would be too large to be opened."""
    if sum(map(len, archive.entries.values())) > MOST_BYTES:
        raise ProjectError("报告的内容太多，没有保存，请删去不是正文的内容后再保存。")
    record = _Manifest(archive.format, __version__, archive.document_id, _sums(archive.entries))
    manifest = msgspec.json.format(msgspec.json.encode(record), indent=1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        _add(packed, _MIMETYPE, MIMETYPE.encode(), zipfile.ZIP_STORED)
        _add(packed, _MANIFEST, manifest)
        for name, data in archive.entries.items():
            _add(packed, name, data)
        packed.comment = _seal(archive.format, manifest)
    return buffer.getvalue()


def unpack(data: bytes, path: Path, newest: int) -> Archive:
    """What is in the bytes of a file; `path` is only named in errors.

    ForeignFileError when it is another kind of file, DamagedProjectError when it is not whole, and
    NewerProjectError when it cannot be read and is of a later format than `newest`.
    """
    try:
        packed = BoundedZip(data)
        manifest = packed.read(_MANIFEST, _MOST_MANIFEST_BYTES)
        found = _manifest(manifest)
    except (ValueError, RecursionError) as error:
        raise _unreadable(data, path, repr(error)) from error
    try:
        if packed.comment != _seal(found.format, manifest):
            raise ZipFaultError("the comment is not the sum of the manifest")
        if found.format <= newest and not _is_all(found, manifest):
            raise ZipFaultError("the manifest holds what is not known")
        return Archive(found.format, found.document, _entries(packed, found))
    except (ValueError, RecursionError) as error:
        if found.format > newest:
            raise NewerProjectError(path, f"format {found.format}: {error}") from error
        raise _unreadable(data, path, repr(error)) from error


def _unreadable(data: bytes, path: Path, detail: str) -> ProjectError:
    """Why a file cannot be read: another kind of file, or one of ours that is damaged.

    One of ours may begin with anything by now; where a power cut took it away, with nothing.
    """
    kind = kind_of(data)
    if kind in (FileKind.PROJECT, FileKind.EMPTY) or not data.strip(b"\0"):
        return DamagedProjectError(path, detail)
    if kind is FileKind.UNKNOWN and path.suffix.lower() == SUFFIX:
        return DamagedProjectError(path, detail)
    return ForeignFileError(path, detail, kind)


def _manifest(data: bytes) -> _Manifest:
    found = msgspec.json.decode(data, type=_Manifest)
    if not _FIRST_FORMAT <= found.format <= _MOST_FORMATS:
        raise ZipFaultError("there is no such format")
    if not _DOCUMENT_ID.fullmatch(found.document):
        # It becomes part of the names of files.
        raise ZipFaultError("the document id is none")
    return found


def _is_all(found: _Manifest, manifest: bytes) -> bool:
    """Whether nothing stands in the manifest but what is known here."""
    return msgspec.json.encode(found, order="sorted") == msgspec.json.encode(
        msgspec.json.decode(manifest), order="sorted"
    )


def _entries(packed: BoundedZip, manifest: _Manifest) -> dict[str, bytes]:
    entries = packed.read_all(_MOST_UNPACKED)
    if next(iter(entries)) != _MIMETYPE or entries.pop(_MIMETYPE) != MIMETYPE.encode():
        raise ZipFaultError("no or another mimetype entry")
    del entries[_MANIFEST]
    if _sums(entries) != manifest.sha256:
        raise ZipFaultError("the sums of the manifest do not match")
    return entries


def _seal(number: int, manifest: bytes) -> bytes:
    """What the comment of the zip holds in that format."""
    return hashlib.sha256(manifest).hexdigest().encode() if number >= _FIRST_SEALED_FORMAT else b""


def _sums(entries: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in entries.items()}


def _add(
    packed: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED
) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    packed.writestr(info, data)
