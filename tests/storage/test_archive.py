from __future__ import annotations

import hashlib
import io
import json
import zipfile
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.storage.stored_formats import stored_entries, stored_project, zipped
from xjdesk.storage.archive import MIMETYPE, Archive, pack, unpack
from xjdesk.storage.project_errors import (
    DamagedProjectError,
    ForeignFileError,
    NewerProjectError,
    ProjectError,
)

_PATH = Path("报告.xjd")
_NEWEST = 3
_ARCHIVE = Archive(3, "document", {"report.json": b"{}", "originals/原件.txt": b"x"})


def _sealed(entries: dict[str, bytes]) -> bytes:
    return zipped(entries, hashlib.sha256(entries["manifest.json"]).hexdigest().encode())


def _entries_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_manifest(**changed: object) -> bytes:
    """An archive whose manifest says so, and is summed as it should be."""
    entries = _entries_of(pack(_ARCHIVE))
    manifest: dict[str, Any] = {**json.loads(entries["manifest.json"]), **changed}
    return _sealed({**entries, "manifest.json": json.dumps(manifest).encode()})


def test_what_was_packed_is_unpacked() -> None:
    assert unpack(pack(_ARCHIVE), _PATH, _NEWEST) == _ARCHIVE


def test_equal_archives_give_equal_bytes() -> None:
    entries = {"report.json": b"{}", "originals/原件.txt": b"x"}
    assert pack(Archive(3, "document", entries)) == pack(_ARCHIVE)


def test_the_mimetype_comes_first_and_unpacked() -> None:
    data = pack(_ARCHIVE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert data[30:].startswith(b"mimetype" + MIMETYPE.encode())


def test_the_comment_is_the_sum_of_the_manifest() -> None:
    entries = _entries_of(pack(_ARCHIVE))
    assert _sealed(entries) == pack(_ARCHIVE)
    for comment in (b"", b"0" * 64):
        with pytest.raises(DamagedProjectError):
            unpack(zipped(entries, comment), _PATH, _NEWEST)


def test_a_manifest_for_which_its_sum_does_not_stand_is_refused() -> None:
    """A damaged document id or number of the format that a CRC does not show."""
    entries = _entries_of(pack(_ARCHIVE))
    comment = hashlib.sha256(entries["manifest.json"]).hexdigest().encode()
    for old, new in ((b"document", b"dokument"), (b'"format": 3', b'"format": 2')):
        changed = {**entries, "manifest.json": entries["manifest.json"].replace(old, new, 1)}
        assert changed != entries
        with pytest.raises(DamagedProjectError):
            unpack(zipped(changed, comment), _PATH, _NEWEST)


@pytest.mark.parametrize(
    "number",
    ["0", "-1", "true", "1.5", "3.0", "3e0", '"3"', "null", "[]", "NaN", "1e999", "1001"]
    + ["1" + "0" * digits for digits in (30, 5000, 200_000)],
    ids=lambda text: str(text)[:9] + str(len(str(text))),
)
def test_a_number_that_is_no_format_is_refused(number: str) -> None:
    entries = _entries_of(pack(_ARCHIVE))
    manifest = entries["manifest.json"].replace(b'"format": 3', f'"format": {number}'.encode())
    assert manifest != entries["manifest.json"]
    with pytest.raises(DamagedProjectError):
        unpack(_sealed({**entries, "manifest.json": manifest}), _PATH, _NEWEST)


@pytest.mark.parametrize("document", ["", "../../evil", "a/b", "C:", "x" * 65, "文", 5])
def test_a_document_id_that_could_lead_elsewhere_is_refused(document: object) -> None:
    with pytest.raises(DamagedProjectError):
        unpack(_with_manifest(document=document), _PATH, _NEWEST)


def test_what_is_not_known_in_the_manifest_is_refused_but_of_a_newer_program() -> None:
    with pytest.raises(DamagedProjectError, match="已损坏"):
        unpack(_with_manifest(signed_by="王芳"), _PATH, _NEWEST)
    assert unpack(_with_manifest(signed_by="王芳", format=4), _PATH, _NEWEST).format == 4


@pytest.mark.parametrize(
    "data",
    [
        _with_manifest(format=4, sha256={}),
        zipped(_entries_of(_with_manifest(format=4)), b"another way of sealing"),
        _sealed({**_entries_of(_with_manifest(format=4)), "signature.bin": b"?"}),
    ],
    ids=["sums", "seal", "entry"],
)
def test_what_cannot_be_read_and_is_newer_is_said_to_be_so(data: bytes) -> None:
    with pytest.raises(NewerProjectError, match="更新版本"):
        unpack(data, _PATH, _NEWEST)


@pytest.mark.parametrize(
    "manifest", ["[" * 200_000, '{"a":' * 200_000, "[]", "null", "{}", "", "x"]
)
def test_a_manifest_that_is_none_is_refused(manifest: str) -> None:
    entries = {**_entries_of(pack(_ARCHIVE)), "manifest.json": manifest.encode()}
    with pytest.raises(DamagedProjectError):
        unpack(_sealed(entries), _PATH, _NEWEST)


def test_a_manifest_that_holds_a_depth_of_what_is_not_known_is_refused() -> None:
    entries = _entries_of(pack(_ARCHIVE))
    for depth in (100, 900, 990, 5000):
        deep = b'{"x":' + b"[" * depth + b"]" * depth + b","
        manifest = entries["manifest.json"].replace(b"{", deep, 1)
        with pytest.raises(DamagedProjectError):
            unpack(_sealed({**entries, "manifest.json": manifest}), _PATH, _NEWEST)


def test_entries_of_two_files_never_make_a_third() -> None:
    """Whatever entries of two states of one document are put together: all or none of a kind."""
    old = _entries_of(pack(_ARCHIVE))
    new = _entries_of(
        pack(Archive(3, "document", {"report.json": b"[]", "originals/原件.txt": b"y"}))
    )
    assert old.keys() == new.keys()
    kept = [unpack(pack(_ARCHIVE), _PATH, _NEWEST), unpack(_sealed(new), _PATH, _NEWEST)]
    opened = 0
    for chosen in product((old, new), repeat=len(old)):
        mixed = {name: part[name] for name, part in zip(old, chosen, strict=True)}
        for manifest in (old, new):
            comment = hashlib.sha256(manifest["manifest.json"]).hexdigest().encode()
            try:
                archive = unpack(zipped(mixed, comment), _PATH, _NEWEST)
            except DamagedProjectError:
                continue
            assert archive in kept
            opened += 1
    # The mimetype is the same in both.
    assert opened == 4


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_entry_is_refused(number: int) -> None:
    entries = stored_entries(number)
    for name, data in entries.items():
        if name == "manifest.json":
            continue
        comment = hashlib.sha256(entries["manifest.json"]).hexdigest().encode()
        changed = zipped({**entries, name: data + b" "}, comment if number > 2 else b"")
        with pytest.raises(ProjectError):
            unpack(changed, _PATH, _NEWEST)


def test_an_older_file_with_a_comment_is_refused() -> None:
    entries = stored_entries(2)
    unpack(zipped(entries), _PATH, _NEWEST)
    with pytest.raises(DamagedProjectError):
        unpack(_sealed(entries), _PATH, _NEWEST)


@pytest.mark.parametrize(
    "data",
    [b"", bytes(10_000), stored_project(3)[:-1], b"\1\2\3" * 100],
    ids=["empty", "zeros", "cut", "garbage"],
)
def test_a_file_that_a_power_cut_left_empty_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(DamagedProjectError, match=r"“报告\.xjd”已损坏.*备份"):
        unpack(data, _PATH, _NEWEST)


def test_another_kind_of_file_is_called_by_its_name_and_told_what_to_do_with() -> None:
    with pytest.raises(ForeignFileError, match=r"“报告\.xjd”是 PDF 文件，不是.*另存为") as caught:
        unpack(b"%PDF-1.7\n", _PATH, _NEWEST)
    assert caught.value.sentence.count("。") == 1
    with pytest.raises(ForeignFileError, match=r"“a\.dat”不是.*请选择扩展名为 \.xjd 的文件。"):
        unpack(b"\1\2\3", Path("a.dat"), _NEWEST)


def test_too_much_is_not_packed() -> None:
    with pytest.raises(ProjectError, match="太多"):
        pack(Archive(3, "document", {"a": bytes(21 * 1024 * 1024)}))
