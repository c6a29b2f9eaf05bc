from __future__ import annotations

import os
from pathlib import Path

import pytest

from xjdesk.typesetting.fonts.font_folders import font_files, system_font_folders


def test_folders_of_windows_are_found_by_its_variables() -> None:
    environment = {"WINDIR": "W", "LOCALAPPDATA": "L", "HOME": "H"}
    assert system_font_folders(environment, "win32") == (
        Path("W", "Fonts"),
        Path("L", "Microsoft", "Windows", "Fonts"),
    )
    assert system_font_folders({}, "win32") == ()


@pytest.mark.parametrize(
    ("environment", "own"),
    [
        ({"HOME": "/home/a"}, ["/home/a/.local/share/fonts", "/home/a/.fonts"]),
        ({"HOME": "/h", "XDG_DATA_HOME": "/data"}, ["/data/fonts", "/h/.fonts"]),
        ({}, []),
    ],
)
def test_folders_of_linux_are_those_of_all_users_and_of_this_one(
    environment: dict[str, str], own: list[str]
) -> None:
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    assert system_font_folders(environment, "linux") == shared + tuple(map(Path, own))


def test_folders_of_macos() -> None:
    assert system_font_folders({"HOME": "/Users/a"}, "darwin") == (
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        Path("/Users/a/Library/Fonts"),
    )


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_folders_named_by_the_user_are_searched_instead_of_the_systems(platform: str) -> None:
    environment = {"WINDIR": "W", "HOME": "/home/a"}
    two = os.pathsep.join(("a", "b"))
    assert system_font_folders({**environment, "XJDESK_FONT_FOLDERS": two}, platform) == (
        Path("a"),
        Path("b"),
    )
    assert system_font_folders({**environment, "XJDESK_FONT_FOLDERS": ""}, platform) == ()


def test_only_font_files_are_listed_folder_by_folder(tmp_path: Path) -> None:
    for name in ("b/z.TTF", "b/readme.txt", "a/x.ttc", "a/deep/y.otf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    (tmp_path / "a" / "w.ttf").mkdir()
    found = font_files([tmp_path / "b", tmp_path / "missing", tmp_path / "a"])
    assert [file.path.name for file in found] == ["z.TTF", "x.ttc", "y.otf"]
    assert {file.size for file in found} == {5}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links")
def test_links_to_nowhere_and_back_up_end(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.ttf").write_bytes(b"12345")
    (inner / "gone.ttf").symlink_to(tmp_path / "nowhere")
    (inner / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [file.path for file in font_files([tmp_path, inner])] == [inner / "a.ttf"]
