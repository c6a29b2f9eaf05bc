from __future__ import annotations

import struct
from pathlib import Path

import pytest

from xjdesk.typesetting.fonts.font_check import font_objection

INSTALLABLE, RESTRICTED, PREVIEW_AND_PRINT, EDITABLE = 0x0000, 0x0002, 0x0004, 0x0008
NO_SUBSETS, BITMAPS_ONLY = 0x0100, 0x0200


def _with_licence(font: Path, fs_type: int, folder: Path) -> Path:
    data = bytearray(font.read_bytes())
    (count,) = struct.unpack_from(">H", data, 4)
    entry = next(p for p in range(12, 12 + 16 * count, 16) if data[p : p + 4] == b"OS/2")
    (offset,) = struct.unpack_from(">I", data, entry + 8)
    struct.pack_into(">H", data, offset + 8, fs_type)
    path = folder / "font.ttf"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("fs_type", [INSTALLABLE, PREVIEW_AND_PRINT, EDITABLE])
def test_licence_that_lets_a_document_carry_the_font_is_enough(
    fs_type: int, bundled: Path, tmp_path: Path
) -> None:
    assert font_objection(_with_licence(bundled / "songti.ttf", fs_type, tmp_path), 0) == ""


def test_freest_of_several_licences_of_an_old_font_counts(bundled: Path, tmp_path: Path) -> None:
    path = _with_licence(bundled / "songti.ttf", RESTRICTED | EDITABLE, tmp_path)
    assert font_objection(path, 0) == ""


@pytest.mark.parametrize(
    "fs_type",
    [RESTRICTED, NO_SUBSETS, BITMAPS_ONLY, EDITABLE | NO_SUBSETS, PREVIEW_AND_PRINT | BITMAPS_ONLY],
)
def test_licence_that_forbids_a_subset_of_outlines_is_respected(
    fs_type: int, bundled: Path, tmp_path: Path
) -> None:
    path = _with_licence(bundled / "songti.ttf", fs_type, tmp_path)
    assert font_objection(path, 0) == "字体许可不允许嵌入文件"


@pytest.mark.parametrize("file", ["fangsong", "kaiti", "heiti", "xiaobiaosong", "songti"])
def test_bundled_fonts_can_be_used(file: str, bundled: Path) -> None:
    assert font_objection(bundled / f"{file}.ttf", 0) == ""


def test_place_beyond_the_fonts_of_a_file_is_none(bundled: Path) -> None:
    assert font_objection(bundled / "songti.ttf", 1) == "文件已损坏"


def test_missing_file_cannot_be_read(tmp_path: Path) -> None:
    assert font_objection(tmp_path / "a.ttf", 0) == "文件无法读取"
