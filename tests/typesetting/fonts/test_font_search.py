from __future__ import annotations

import shutil
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import newTable

from xjdesk.resource_files import resource
from xjdesk.typesetting.fonts import font_catalogue
from xjdesk.typesetting.fonts.font_file import FontError
from xjdesk.typesetting.fonts.font_names import FontNames
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face

CHINESE, ENGLISH = 0x0804, 0x0409
FAMILY, STYLE = 1, 2


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


def _named(data: bytes, chinese: str, english: str = "", style: str = "Regular") -> bytes:
    """The font with these names for those it has."""
    table: Any = newTable("name")
    table.names = []
    for text, number, language in (
        (chinese, FAMILY, CHINESE),
        (english, FAMILY, ENGLISH),
        (style, STYLE, ENGLISH),
    ):
        if text:
            table.setName(text, number, 3, 1, language)
    names = table.compile(None)
    entry = _table_entry(data, b"name")
    place = struct.pack(">II", len(data), len(names))
    return data[: entry + 8] + place + data[entry + 16 :] + names


def _as_collection(members: Sequence[bytes]) -> bytes:
    """The fonts in one file, their tables moved behind the new head."""
    head_bytes = 12 + 4 * len(members)
    starts = [head_bytes + sum(map(len, members[:number])) for number in range(len(members))]
    head = struct.pack(f">4s{2 + len(starts)}I", b"ttcf", 0x00010000, len(starts), *starts)
    moved = bytearray(head + b"".join(members))
    for start in starts:
        (count,) = struct.unpack_from(">H", moved, start + 4)
        for entry in range(start + 12, start + 12 + 16 * count, 16):
            (offset,) = struct.unpack_from(">I", moved, entry + 8)
            struct.pack_into(">I", moved, entry + 8, offset + start)
    return bytes(moved)


@pytest.fixture(scope="session")
def song() -> bytes:
    """A font to be given other names."""
    return resource("fonts", "songti.ttf").read_bytes()


def _told(fonts: FontSet, words: str) -> bool:
    return any(words in notice for notice in fonts.notices)


def test_bundled_fonts_stand_in_and_the_screen_is_told(bundled: Path) -> None:
    fonts = find_fonts([], bundled)
    chosen = fonts.files[Face.XIAOBIAOSONG]
    assert chosen.path == bundled / "xiaobiaosong.ttf"
    assert (chosen.substituted_for, chosen.bundled) == ("方正小标宋简体", True)
    assert (
        "未找到方正小标宋简体，发文机关标志和标题改用随程序附带的宋体粗体（XJ XiaoBiaoSong）。"
        in fonts.notices
    )
    assert len(fonts.notices) == 5
    assert all(file.bundled for file in fonts.files.values())


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("仿宋_GB2312", Face.FANGSONG),
        ("仿宋", Face.FANGSONG),
        ("楷体_GB2312", Face.KAITI),
        ("楷体", Face.KAITI),
        ("黑体", Face.HEITI),
        ("宋体", Face.SONGTI),
        ("方正小标宋简体", Face.XIAOBIAOSONG),
        ("方正小标宋_GBK", Face.XIAOBIAOSONG),
        ("FangSong_GB2312", Face.FANGSONG),
        ("KaiTi", Face.KAITI),
        ("SimHei", Face.HEITI),
        ("SimSun", Face.SONGTI),
        ("FZXiaoBiaoSong-B05S", Face.XIAOBIAOSONG),
        ("FZXiaoBiaoSong-B05", Face.XIAOBIAOSONG),
    ],
)
def test_font_is_found_by_its_name_whatever_its_file_is_called(
    name: str, face: Face, song: bytes, bundled: Path, tmp_path: Path
) -> None:
    named = _named(song, "", name) if name.isascii() else _named(song, name, "Some Font")
    (tmp_path / "单位要求的字体(2).TTF").write_bytes(named)
    fonts = find_fonts([tmp_path], bundled)
    chosen = fonts.files[face]
    assert (chosen.path.parent, chosen.family) == (tmp_path, name)
    assert (chosen.substituted_for, chosen.bundled) == ("", False)
    assert sum(file.path.parent == tmp_path for file in fonts.files.values()) == 1
    assert len(fonts.notices) == 4


def test_gb2312_cut_of_fangsong_is_preferred(song: bytes, bundled: Path, tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes(_named(song, "仿宋"))
    (tmp_path / "仿宋_GB2312.TTF").write_bytes(_named(song, "仿宋_GB2312"))
    assert find_fonts([tmp_path], bundled).files[Face.FANGSONG].family == "仿宋_GB2312"


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("华文仿宋", Face.FANGSONG),
        ("方正仿宋_GBK", Face.FANGSONG),
        ("华文楷体", Face.KAITI),
        ("华文中宋", Face.XIAOBIAOSONG),
    ],
)
def test_near_font_is_taken_before_the_bundled_one_and_told(
    name: str, face: Face, song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.ttf").write_bytes(_named(song, name))
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[face].family == name
    assert fonts.files[face].substituted_for
    assert _told(fonts, f"改用{name}。")


def test_real_font_in_a_strange_file_is_taken_before_a_near_one_in_its_own(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "stzhongs.ttf").write_bytes(_named(song, "华文中宋"))
    (tmp_path / "标题.ttf").write_bytes(_named(song, "方正小标宋简体"))
    chosen = find_fonts([tmp_path], bundled).files[Face.XIAOBIAOSONG]
    assert (chosen.family, chosen.substituted_for) == ("方正小标宋简体", "")


@pytest.mark.parametrize("file", ["a.ttf", "simhei.ttf", "fzxbsjw.ttf"])
@pytest.mark.parametrize("name", ["微软雅黑", "等线", "方正小标宋繁体", "方正小标宋简体 粗"])
def test_other_fonts_play_no_face_whatever_their_files_are_called(
    name: str, file: str, song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / file).write_bytes(_named(song, name))
    assert all(file.bundled for file in find_fonts([tmp_path], bundled).files.values())


@pytest.mark.parametrize("style", ["Bold", "Light Italic", "粗体"])
def test_other_styles_of_a_family_play_no_face(
    style: str, song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.ttf").write_bytes(_named(song, "宋体", style=style))
    assert all(file.bundled for file in find_fonts([tmp_path], bundled).files.values())


def test_font_is_found_at_its_place_in_a_collection(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    members = [_named(song, "新宋体", "NSimSun"), _named(song, "宋体", "SimSun")]
    (tmp_path / "songs.ttc").write_bytes(_as_collection(members))
    fonts = find_fonts([tmp_path], bundled)
    chosen = fonts.files[Face.SONGTI]
    assert (chosen.path.name, chosen.index, chosen.family) == ("songs.ttc", 1, "宋体")
    assert fonts.metrics(Face.SONGTI).advance("国") == 1.0


def test_folders_within_folders_are_searched(song: bytes, bundled: Path, tmp_path: Path) -> None:
    inner = tmp_path / "truetype" / "字体"
    inner.mkdir(parents=True)
    (inner / "a.ttf").write_bytes(_named(song, "黑体"))
    fonts = find_fonts([tmp_path / "missing", tmp_path], bundled)
    assert fonts.files[Face.HEITI].path == inner / "a.ttf"
    assert fonts.metrics(Face.HEITI).advance("国") == 1.0


def test_fonts_that_windows_has_removed_are_not_used(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "Deleted").mkdir()
    (tmp_path / "Deleted" / "simhei.ttf").write_bytes(_named(song, "黑体"))
    assert find_fonts([tmp_path], bundled).files[Face.HEITI].bundled


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
    spoil: Callable[[bytes], bytes], reason: str, song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "simfang.ttf").write_bytes(spoil(_named(song, "仿宋")))
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.FANGSONG].path == bundled / "fangsong.ttf"
    assert _told(fonts, f"simfang.ttf不可用（{reason}）")


def test_second_choice_is_taken_where_the_first_may_not_be_embedded(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    restricted = _with_licence(_named(song, "方正小标宋简体"), 0x0002)
    (tmp_path / "fzxbsjw.ttf").write_bytes(restricted)
    (tmp_path / "stzhongs.ttf").write_bytes(_named(song, "华文中宋"))
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.XIAOBIAOSONG].family == "华文中宋"
    assert _told(
        fonts,
        "fzxbsjw.ttf不可用（字体许可不允许嵌入文件），发文机关标志和标题改用华文中宋。",
    )


def test_locked_font_is_passed_over_and_told(
    song: bytes, bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "simfang.ttf").write_bytes(song)

    def refuse(path: Path) -> tuple[FontNames, ...]:
        raise PermissionError(path)

    monkeypatch.setattr(font_catalogue, "read_names", refuse)
    fonts = find_fonts([tmp_path], bundled)
    assert fonts.files[Face.FANGSONG].bundled
    assert _told(fonts, "simfang.ttf不可用（文件无法读取）")


def test_search_without_time_looks_at_the_usual_files_and_says_what_it_left(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    (tmp_path / "simfang.ttf").write_bytes(_named(song, "仿宋"))
    for number in range(3):
        (tmp_path / f"{number}.ttf").write_bytes(_named(song, "黑体"))
    fonts = find_fonts([tmp_path], bundled, seconds=0)
    assert fonts.files[Face.FANGSONG].family == "仿宋"
    assert fonts.files[Face.HEITI].bundled
    assert _told(fonts, "还有3个没有来得及查看")


def test_strange_files_are_left_alone_when_every_face_has_its_font(
    song: bytes, bundled: Path, tmp_path: Path
) -> None:
    usual = {
        "simfang.ttf": "仿宋",
        "simkai.ttf": "楷体",
        "simhei.ttf": "黑体",
        "simsun.ttc": "宋体",
        "fzxbsjw.ttf": "方正小标宋简体",
    }
    for file, name in usual.items():
        (tmp_path / file).write_bytes(_named(song, name))
    (tmp_path / "a.ttf").write_bytes(_named(song, "仿宋_GB2312"))
    fonts = find_fonts([tmp_path], bundled)
    assert {file.family for file in fonts.files.values()} == {*usual.values(), "XJ KaiTi"}
    assert fonts.notices == ()


def test_one_usable_font_plays_every_face(song: bytes, bundled: Path, tmp_path: Path) -> None:
    installed, damaged = tmp_path / "installed", tmp_path / "damaged"
    installed.mkdir()
    damaged.mkdir()
    (installed / "simsun.ttc").write_bytes(_named(song, "宋体"))
    shutil.copy(bundled / "faces.toml", damaged)
    fonts = find_fonts([installed], damaged)
    assert {file.path.name for file in fonts.files.values()} == {"simsun.ttc"}
    assert len(fonts.notices) == 4


def test_without_any_font_the_user_is_told_what_to_do(bundled: Path, tmp_path: Path) -> None:
    shutil.copy(bundled / "faces.toml", tmp_path)
    with pytest.raises(FontError, match="请重新安装"):
        find_fonts([], tmp_path)
    with pytest.raises(FontError, match="请重新安装"):
        find_fonts([], tmp_path / "missing")
