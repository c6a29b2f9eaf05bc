from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from xjdesk.typesetting.font_check import examine_font
from xjdesk.typesetting.font_file import FontError
from xjdesk.typesetting.font_search import find_fonts, system_font_folders
from xjdesk.typesetting.pages import Face


def _table_entry(data: bytes, tag: bytes) -> int:
    """Where the table directory speaks of `tag`."""
    (count,) = struct.unpack_from(">H", data, 4)
    return next(p for p in range(12, 12 + 16 * count, 16) if data[p : p + 4] == tag)


def _with_licence(data: bytes, fs_type: int) -> bytes:
    (offset,) = struct.unpack_from(">I", data, _table_entry(data, b"OS/2") + 8)
    return data[: offset + 8] + struct.pack(">H", fs_type) + data[offset + 10 :]


def _without_outlines(data: bytes) -> bytes:
    entry = _table_entry(data, b"glyf")
    return data[:entry] + b"glyx" + data[entry + 4 :]


def _as_collection(data: bytes) -> bytes:
    """The font as the only member of a collection, its tables moved behind the new head."""
    head = struct.pack(">4sIII", b"ttcf", 0x00010000, 1, 16)
    moved = bytearray(data)
    (count,) = struct.unpack_from(">H", data, 4)
    for entry in range(12, 12 + 16 * count, 16):
        (offset,) = struct.unpack_from(">I", data, entry + 8)
        struct.pack_into(">I", moved, entry + 8, offset + len(head))
    return head + bytes(moved)


def test_bundled_fonts_stand_in_and_the_screen_is_told(bundled: Path) -> None:
    fonts = find_fonts([], bundled)
    assert fonts.files[Face.XIAOBIAOSONG].path == bundled / "xiaobiaosong.ttf"
    assert fonts.files[Face.XIAOBIAOSONG].substituted_for == "方正小标宋简体"
    assert (
        "未找到方正小标宋简体，标题改用随程序附带的宋体粗体（XJ XiaoBiaoSong）。" in fonts.notices
    )
    assert len(fonts.notices) == 5


def test_installed_font_is_taken_before_the_bundled_one(bundled: Path, tmp_path: Path) -> None:
    shutil.copy(bundled / "songti.ttf", tmp_path / "SIMFANG.TTF")
    fonts = find_fonts([tmp_path / "missing", tmp_path], bundled)
    chosen = fonts.files[Face.FANGSONG]
    assert (chosen.path, chosen.substituted_for) == (tmp_path / "SIMFANG.TTF", "")
    assert not any("仿宋" in notice for notice in fonts.notices)


def test_collection_is_read(bundled: Path, tmp_path: Path) -> None:
    data = (bundled / "songti.ttf").read_bytes()
    (tmp_path / "simsun.ttc").write_bytes(_as_collection(data))
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.SONGTI].path.name == "simsun.ttc"
    assert fonts.metrics(Face.SONGTI).advance("国") == 1.0


def test_near_font_is_taken_before_the_bundled_one_and_named(bundled: Path, tmp_path: Path) -> None:
    shutil.copy(bundled / "songti.ttf", tmp_path / "STZHONGS.TTF")
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.XIAOBIAOSONG].path.name == "STZHONGS.TTF"
    assert "未找到方正小标宋简体，标题改用XJ SongTi。" in fonts.notices


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[: len(data) // 2], "文件已损坏"),
        (lambda _: b"", "文件已损坏"),
        (lambda _: b"not a font at all", "文件已损坏"),
        (lambda data: _with_licence(data, 0x0002), "字体许可不允许嵌入文件"),
        (lambda data: _with_licence(data, 0x0100), "字体许可不允许嵌入文件"),
        (_without_outlines, "不是可嵌入的 TrueType 字体"),
    ],
)
def test_unusable_font_is_passed_over_and_the_reason_told(
    spoil: Callable[[bytes], bytes], reason: str, bundled: Path, tmp_path: Path
) -> None:
    data = (bundled / "songti.ttf").read_bytes()
    (tmp_path / "simfang.ttf").write_bytes(spoil(data))
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.FANGSONG].path == bundled / "fangsong.ttf"
    assert any(f"simfang.ttf不可用（{reason}）" in notice for notice in fonts.notices)


def test_preview_and_print_permission_is_enough(bundled: Path, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(_with_licence((bundled / "songti.ttf").read_bytes(), 0x0004))
    assert examine_font(path, 0).usable


def test_font_in_a_folder_with_a_chinese_name_is_read(bundled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "字体"
    folder.mkdir()
    shutil.copy(bundled / "songti.ttf", folder / "simfang.ttf")
    fonts = find_fonts([folder], bundled)
    assert fonts.metrics(Face.FANGSONG).advance("国") == 1.0


def test_font_that_cannot_be_opened_is_passed_over(bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").mkdir()
    fonts = find_fonts([tmp_path], bundled)
    assert any("simfang.ttf不可用（文件无法读取）" in notice for notice in fonts.notices)


def test_one_usable_font_plays_every_face(bundled: Path, tmp_path: Path) -> None:
    shutil.copy(bundled / "songti.ttf", tmp_path / "simsun.ttc")
    fonts = find_fonts([tmp_path], tmp_path / "no-bundle")
    assert {file.path.name for file in fonts.files.values()} == {"simsun.ttc"}
    assert len(fonts.notices) == 4


def test_without_any_font_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="请重新安装"):
        find_fonts([tmp_path], tmp_path)


def test_folders_of_windows_are_found_by_its_variables() -> None:
    environment = {"WINDIR": "W", "LOCALAPPDATA": "L"}
    assert system_font_folders(environment) == (
        Path("W", "Fonts"),
        Path("L", "Microsoft", "Windows", "Fonts"),
    )
    assert system_font_folders({}) == ()
