from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xjdesk.resource_files import resource
from xjdesk.typesetting.fonts.font_check import font_objection
from xjdesk.typesetting.fonts.font_directory import FontFormatError
from xjdesk.typesetting.fonts.font_names import name_key, read_names

WINDOWS, MACINTOSH = 3, 1
CHINESE, ENGLISH = 0x0804, 0x0409
Record = tuple[int, int, int, int, bytes]


def _font(records: list[Record]) -> bytes:
    """A font that has names and nothing else: (platform, encoding, language, kind, text)."""
    strings, entries = b"", b""
    for *head, text in records:
        entries += struct.pack(">6H", *head, len(text), len(strings))
        strings += text
    table = struct.pack(">3H", 0, len(records), 6 + len(entries)) + entries + strings
    entry = struct.pack(">4sIII", b"name", 0, 28, len(table))
    return struct.pack(">4s4H", b"\0\1\0\0", 1, 0, 0, 0) + entry + table


def _english(name: str, kind: int = 1) -> Record:
    return (WINDOWS, 1, ENGLISH, kind, name.encode("utf-16-be"))


def _read_one(data: bytes, folder: Path) -> tuple[str, frozenset[str], bool]:
    path = folder / "文件.ttf"
    path.write_bytes(data)
    (names,) = read_names(path)
    return names.shown, names.keys, names.regular


@pytest.mark.parametrize(
    "record",
    [
        (WINDOWS, 1, CHINESE, 1, "仿宋_GB2312".encode("utf-16-be")),
        # Characters of one byte are filled up to two.
        (WINDOWS, 3, CHINESE, 1, "仿宋".encode("gbk") + b"\0_\0G\0B\0002\0003\0001\0002"),
        (MACINTOSH, 25, 33, 1, "仿宋_GB2312".encode("gbk")),
    ],
)
def test_chinese_name_is_read_in_every_encoding_and_shown(record: Record, tmp_path: Path) -> None:
    shown, keys, _ = _read_one(_font([_english("FangSong_GB2312"), record]), tmp_path)
    assert shown == "仿宋_GB2312"
    assert keys == {"仿宋gb2312", "fangsonggb2312"}


def test_english_name_is_shown_where_there_is_no_chinese_one(tmp_path: Path) -> None:
    assert _read_one(_font([_english("SimHei")]), tmp_path)[0] == "SimHei"


def test_font_without_names_is_shown_as_its_file(tmp_path: Path) -> None:
    assert _read_one(_font([]), tmp_path) == ("文件", frozenset(), True)


@pytest.mark.parametrize(
    ("style", "regular"), [("Regular", True), ("常规", True), ("Bold", False), ("细体", False)]
)
def test_style_is_told_from_the_names(style: str, regular: bool, tmp_path: Path) -> None:
    assert _read_one(_font([_english("A"), _english(style, 2)]), tmp_path)[2] is regular


def test_typographic_style_counts_before_the_old_one(tmp_path: Path) -> None:
    records = [_english("A"), _english("Regular", 2), _english("Light", 17)]
    assert not _read_one(_font(records), tmp_path)[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FZXiaoBiaoSong-B05S", "fzxiaobiaosong b05s"),
        ("仿宋_GB2312", "仿宋ＧＢ２３１２"),
        ("Kaiti SC", "KAITI-SC"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_cuts_of_a_typeface_are_told_apart() -> None:
    names = ["FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05T"]
    assert len({name_key(name) for name in names}) == 3


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_do_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes, ttc: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "random.ttf"
    path.write_bytes((b"ttcf\0\1\0\0\0\0\0\2" if ttc else b"\0\1\0\0\0\1") + data)
    with contextlib.suppress(FontFormatError):
        read_names(path)
    assert font_objection(path, 0)


_SONG = resource("fonts", "songti.ttf").read_bytes()


@given(st.data())
def test_no_damage_to_a_real_font_does_harm(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    spoilt = bytearray(_SONG)
    for _ in range(data.draw(st.integers(1, 8))):
        spoilt[data.draw(st.integers(0, 600))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "spoilt.ttf"
    path.write_bytes(spoilt)
    try:
        names = read_names(path)
    except FontFormatError:
        assert font_objection(path, 0)
    else:
        assert len(names) == 1
        assert isinstance(font_objection(path, 0), str)
