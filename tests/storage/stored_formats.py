"""Project files of every format, made of the texts in `formats` as the programs made them.

The texts are what programs of that format wrote for `sample_project`, and are never changed. A new
format gets a folder of its own.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).with_name("formats")
_DATE = (1980, 1, 1, 0, 0, 0)
_IN_ORDER = ("mimetype", "manifest.json", "report.json", "changes.jsonl", "form.toml")
_FIRST_WITH_SUM_OF_MANIFEST = 3
PRESENT = max(int(folder.name) for folder in _FOLDER.iterdir())


def stored_formats() -> tuple[int, ...]:
    """The formats of which there are texts."""
    return tuple(sorted(int(folder.name) for folder in _FOLDER.iterdir()))


def stored_entries(number: int) -> dict[str, bytes]:
    """The entries of the project file in that format, in order."""
    folder = _FOLDER / str(number)
    entries = {"mimetype": b"application/x-xjdesk-project"}
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    for name in sorted(names, key=lambda n: (n not in _IN_ORDER, n in _IN_ORDER and _place(n))):
        entries[name] = (folder / name).read_bytes()
    return entries


def stored_project(number: int) -> bytes:
    """The project file in that format, byte for byte."""
    return _sealed(stored_entries(number), number)


def whole_project(
    changed: Mapping[str, bytes | None], number: int = PRESENT, **manifest: object
) -> bytes:
    """The same with other entries, None for none, and all sums right."""
    old = stored_entries(number)
    entries = {name: data for name, data in {**old, **changed}.items() if data is not None}
    sums = {
        name: hashlib.sha256(data).hexdigest()
        for name, data in entries.items()
        if name not in ("mimetype", "manifest.json")
    }
    told: dict[str, object] = {**json.loads(old["manifest.json"]), "sha256": sums, **manifest}
    entries["manifest.json"] = json.dumps(told).encode()
    return _sealed(entries, number)


def zipped(entries: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """The entries as the programs zip them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, _DATE)
            is_packed = name != "mimetype"
            info.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
        archive.comment = comment
    return buffer.getvalue()


def _sealed(entries: Mapping[str, bytes], number: int) -> bytes:
    manifest = hashlib.sha256(entries["manifest.json"]).hexdigest().encode()
    return zipped(entries, manifest if number >= _FIRST_WITH_SUM_OF_MANIFEST else b"")


def _place(name: str) -> int:
    return _IN_ORDER.index(name)
