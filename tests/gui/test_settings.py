"""What is remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from xjdesk.gui.settings import Settings
from xjdesk.typesetting.page_options import Letterhead, PageOptions


def _reopened(path: Path, settings: Settings) -> Settings:
    settings.write()
    return Settings(path)


@pytest.mark.parametrize("count", [0, 1, 2, 9, 12])
def test_recent_files_come_back_latest_first(tmp_path: Path, count: int) -> None:
    settings = Settings(tmp_path / "a.ini")
    files = [tmp_path / f"年报 {number}.xjd" for number in range(count)]
    for path in files:
        settings.add_recent_file(path)
    again = _reopened(tmp_path / "a.ini", settings)
    assert again.recent_files() == tuple(reversed(files))[:9]


def test_a_file_used_again_is_named_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    first, second = tmp_path / "1.xjd", tmp_path / "2.xjd"
    for path in (first, second, first):
        settings.add_recent_file(path)
    assert settings.recent_files() == (first, second)
    settings.forget_recent_file(first)
    assert settings.recent_files() == (second,)


def test_shape_and_folder_come_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    settings.keep_window(QByteArray(b"shape"), QByteArray(b"state"))
    settings.add_recent_file(tmp_path / "a.xjd")
    again = _reopened(tmp_path / "a.ini", settings)
    assert again.geometry() == QByteArray(b"shape")
    assert again.state() == QByteArray(b"state")
    assert again.folder() == tmp_path


def test_what_is_missing_or_broken_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "a.ini").write_bytes(
        b"[window]\ngeometry=true\n[files]\nfolder=/no/such/folder\nrecent\\size=x\n"
    )
    settings = Settings(tmp_path / "a.ini")
    assert settings.geometry().isEmpty()
    assert settings.folder() == Path.home()
    assert settings.recent_files() == ()


@pytest.mark.parametrize("letterhead", Letterhead)
@pytest.mark.parametrize("double_sided", [True, False])
def test_page_options_come_back(tmp_path: Path, letterhead: Letterhead, double_sided: bool) -> None:
    options = PageOptions(double_sided, letterhead)
    settings = Settings(tmp_path / "a.ini")
    settings.keep_page_options(options)
    assert _reopened(tmp_path / "a.ini", settings).page_options() == options


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("letterhead=wide", PageOptions()),
        ("letterhead=preprinted, none", PageOptions()),
        ("letterhead=@ByteArray(none)", PageOptions(letterhead=Letterhead.NONE)),
        ("letterhead=@Invalid()", PageOptions()),
        ("double_sided=maybe", PageOptions()),
        ("double_sided=false", PageOptions(double_sided=False)),
        ("double_sided=", PageOptions()),
    ],
)
def test_broken_page_options_are_the_usual_ones(
    tmp_path: Path, line: str, options: PageOptions
) -> None:
    (tmp_path / "a.ini").write_text(f"[page]\n{line}\n", encoding="utf-8")
    assert Settings(tmp_path / "a.ini").page_options() == options
