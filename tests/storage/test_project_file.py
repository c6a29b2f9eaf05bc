from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.report import Chapter, Paragraph, Report
from xjdesk.storage.file_reading import ReadError
from xjdesk.storage.project_file import (
    FORMAT,
    Project,
    ProjectError,
    decode_project,
    encode_project,
    new_project,
    read_project,
    write_project,
)

_NAME = Path("报告.xjd")
_TEXT = st.text(max_size=20)
_IDS = st.text("abcxyz_019", min_size=1, max_size=6)
_REPORTS = st.builds(
    Report,
    form_id=_TEXT,
    year=st.integers(2000, 2100),
    fields=st.dictionaries(st.builds(FieldAddress, _IDS, _IDS), _TEXT, max_size=4),
    chapters=st.lists(
        st.builds(Chapter, _IDS, _TEXT, st.lists(_TEXT.map(Paragraph), max_size=3).map(tuple)),
        max_size=3,
    ).map(tuple),
    values=st.dictionaries(
        st.builds(CellAddress, _IDS, _IDS, _IDS),
        st.decimals(-(10**12), 10**12, places=2) | _TEXT,
        max_size=6,
    ),
)


def _project() -> Project:
    values = {CellAddress("t", "r", "c"): Decimal("2.50"), CellAddress("t", "s", "c"): "/"}
    chapters = (Chapter("one", "一、", (Paragraph("正文。"),)),)
    report = Report("f", 2016, {FieldAddress("a", "b"): "文"}, chapters, values)
    return Project(report, "id = 'f'", "document", {"原件.txt": "原文".encode()})


def _with_entry(data: bytes, name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return buffer.getvalue()


def test_a_saved_project_opens_equal(tmp_path: Path) -> None:
    path = tmp_path / "西吉 2016.xjd"
    project = new_project(_project().report, "form", {"a.txt": b"x"})
    write_project(path, project)
    assert read_project(path) == project
    assert new_project(project.report, "").document_id != project.document_id


@given(_REPORTS)
def test_any_report_survives_saving(report: Report) -> None:
    project = Project(report, "", "id", {})
    opened = decode_project(encode_project(project), _NAME)
    assert opened == project
    decimals = [str(v) for v in project.report.values.values()]
    assert [str(opened.report.values[a]) for a in project.report.values] == decimals


def test_equal_projects_give_equal_bytes() -> None:
    assert encode_project(_project()) == encode_project(_project())


def test_the_mimetype_comes_first_and_unpacked() -> None:
    with zipfile.ZipFile(io.BytesIO(encode_project(_project()))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_a_changed_entry_is_refused() -> None:
    data = encode_project(_project())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        report = archive.read("report.json").replace(b"2.50", b"2.51")
    with pytest.raises(ProjectError, match="已损坏"):
        decode_project(_with_entry(data, "report.json", report), _NAME)


def test_no_flipped_bit_and_no_cut_changes_a_report_unnoticed() -> None:
    data = encode_project(_project())
    chance = random.Random(1)
    cut = [data[: chance.randrange(len(data))] for _ in range(150)]
    damaged = list(cut)
    for _ in range(300):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        damaged.append(bytes(flipped))
    refused = 0
    for case in damaged:
        try:
            opened = decode_project(case, _NAME)
        except ProjectError as error:
            refused += "报告.xjd" in error.sentence
        else:
            assert opened == _project()
    # Every cut is refused; a few bits of a zip, such as those of a date, say nothing of the report.
    assert refused > len(cut) + 200


def test_a_newer_format_is_refused_with_the_reason() -> None:
    data = encode_project(_project())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["format"] = FORMAT + 1
    newer = _with_entry(data, "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(ProjectError, match="更新版本"):
        decode_project(newer, _NAME)


@pytest.mark.parametrize("data", [b"", b"PK", b"hello", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(ProjectError):
        decode_project(data, _NAME)


def test_a_bomb_is_refused_unread() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("report.json", b"0" * (30 * 1024 * 1024))
    with pytest.raises(ProjectError, match="已损坏"):
        decode_project(buffer.getvalue(), _NAME)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="找不到文件“无"):
        read_project(tmp_path / "无.xjd")
    with pytest.raises(ReadError, match="无法读取"):
        read_project(tmp_path)
    with pytest.raises(ReadError, match="无法读取"):
        read_project(Path("a\0b"))


def test_half_a_character_does_not_stand_in_the_way_of_saving() -> None:
    chapter = Chapter("one", "", (Paragraph("前\ud83d后"),))
    project = Project(Report("f", 2016, {}, (chapter,), {}), "", "id", {})
    opened = decode_project(encode_project(project), _NAME)
    assert opened.report.chapters[0].paragraphs[0].text.startswith("前\ufffd")


@pytest.mark.parametrize("number", ["9E+999999", "1E+99999999999", "NaN", "１２", "1" * 40, "0x1"])
def test_a_number_no_cell_can_hold_is_refused(number: str) -> None:
    data = encode_project(_project())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        report = archive.read("report.json").replace(b"2.50", number.encode())
        manifest = json.loads(archive.read("manifest.json"))
    manifest["sha256"]["report.json"] = hashlib.sha256(report).hexdigest()
    forged = _with_entry(data, "report.json", report)
    forged = _with_entry(forged, "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(ProjectError, match="已损坏"):
        decode_project(forged, _NAME)


@pytest.mark.parametrize("manifest", ["[" * 200_000, '{"format": 1e999}', "[]", "null", "{}"])
def test_a_manifest_that_is_none_is_refused(manifest: str) -> None:
    data = _with_entry(encode_project(_project()), "manifest.json", manifest.encode())
    with pytest.raises(ProjectError, match="已损坏"):
        decode_project(data, _NAME)


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.xjd"
    project = Project(_project().report, "", "id", {"a": b"x" * (21 * 1024 * 1024)})
    with pytest.raises(ProjectError, match="太多"):
        write_project(path, project)
    assert not path.exists()
