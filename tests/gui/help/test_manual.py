"""What the manual says of menus, keys, pages and pictures is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from xjdesk.gui.commands.key_list import KeyEntry, KeyGroup, keys_of_menus, other_keys
from xjdesk.gui.commands.menu_walk import menu_commands, plain_name
from xjdesk.gui.help.manual import Manual, Topic, keys_text, read_manual
from xjdesk.gui.main_window import MainWindow
from xjdesk.resource_files import resource

_PATH = re.compile(r"「([^」]*)」")
_KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Za-z]+|[0-9/=-]|(?:方向键|加号|减号|回车|[←→↑↓]))|\bF\d+\b"
)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LARGEST_BYTES, _WIDEST_PX = 80_000, 640


@pytest.fixture
def manual(empty_window: MainWindow) -> Manual:
    groups = keys_of_menus(menu_commands(empty_window.ui.menuBar))
    return read_manual(resource, [*groups, *other_keys(resource)])


def _menu_paths(window: MainWindow) -> set[str]:
    """All entries and all menus, as paths from the topmost menu."""
    bar = window.ui.menuBar
    paths = {"→".join((*one.path, one.name)) for one in menu_commands(bar)}
    menus = (menu for menu in bar.findChildren(QMenu) if menu.title())
    return paths | {_path_of(menu) for menu in menus}


def _path_of(menu: QMenu) -> str:
    above = menu.parentWidget()
    name = plain_name(menu.title())
    return f"{_path_of(above)}→{name}" if isinstance(above, QMenu) else name


def _wrong_paths(text: str, paths: set[str]) -> list[str]:
    return [path for path in _PATH.findall(text) if path not in paths]


def _known_keys(window: MainWindow) -> set[str]:
    groups = [*keys_of_menus(menu_commands(window.ui.menuBar)), *other_keys(resource)]
    entries = (entry for group in groups for entry in group.entries)
    return {key for entry in entries for key in entry.keys.split("，")}


def _wrong_keys(text: str, known: set[str]) -> list[str]:
    return [key for key in _KEY.findall(text) if not any(key == one for one in known)]


def test_every_file_is_in_the_contents_once(manual: Manual) -> None:
    files = {
        file.name
        for file in resource("help").iterdir()
        if file.name.endswith(".md") and file.name != "README.md"
    }
    names = [page.name for page in manual.pages]
    assert len(names) == len(set(names))
    assert set(names) - {"keys.md"} == files


def test_every_page_begins_with_its_title(manual: Manual) -> None:
    for page in manual.pages:
        assert page.text.startswith(f"# {page.title}\n"), page.name


def test_every_part_of_the_window_has_one_page(manual: Manual) -> None:
    for topic in Topic:
        assert sum(topic in page.topics for page in manual.pages) == 1, topic


def test_every_link_leads_to_a_page(manual: Manual) -> None:
    links = [(page.name, link) for page in manual.pages for link in _LINK.findall(page.text)]
    assert len(links) > 5
    assert [link for link in links if manual.page(link[1]) is None] == []


def _pictures(manual: Manual) -> Iterator[tuple[str, str]]:
    for page in manual.pages:
        yield from _PICTURE.findall(page.text)


def test_every_menu_that_is_named_exists(manual: Manual, empty_window: MainWindow) -> None:
    paths = _menu_paths(empty_window)
    wrong = {page.name: _wrong_paths(page.text, paths) for page in manual.pages}
    assert {name: told for name, told in wrong.items() if told} == {}
    assert sum(len(_PATH.findall(page.text)) for page in manual.pages) > 40


def test_every_key_that_is_named_exists(manual: Manual, empty_window: MainWindow) -> None:
    known = _known_keys(empty_window)
    wrong = {
        page.name: _wrong_keys(page.text, known) for page in manual.pages if page.name != "keys.md"
    }
    assert {name: told for name, told in wrong.items() if told} == {}
    assert sum(len(_KEY.findall(page.text)) for page in manual.pages) > 40


def test_menus_and_keys_that_do_not_exist_are_told(empty_window: MainWindow) -> None:
    paths, known = _menu_paths(empty_window), _known_keys(empty_window)
    assert _wrong_paths("「文件→保存」「视图→外观」「文件→发送」", paths) == ["文件→发送"]
    assert _wrong_keys("Ctrl+S、Shift+F8、F8、Ctrl+Shift+Q、F11。", known) == [
        "Ctrl+Shift+Q",
        "F11",
    ]


def test_the_page_of_keys_is_made_of_them(manual: Manual) -> None:
    page = manual.page("keys.md")
    assert page is not None
    assert "| Ctrl+S | 保存 |" in page.text
    assert "| Shift+回车 | 转到上一格 |" in page.text


def test_a_bar_in_a_key_does_not_end_its_field() -> None:
    text = keys_text("快捷键", [KeyGroup("组", (KeyEntry("Ctrl+|", "甲\n乙"),))])
    assert "| Ctrl+\\| | 甲 乙 |" in text


def test_a_page_is_read_without_the_signs_of_markdown(manual: Manual) -> None:
    for page in manual.pages:
        assert page.words.startswith(page.title)
        assert not re.search(r"\*\*|\]\(|^\||^#|---", page.words, re.MULTILINE), page.name
    page = manual.page("quick-start.md")
    assert page is not None
    assert "见 保存、备份和恢复。" in page.words


def test_pictures_are_there_small_and_described(manual: Manual, qtbot: QtBot) -> None:
    pictures = list(_pictures(manual))
    assert len(pictures) >= 5
    for words, name in pictures:
        data = resource("help", name).read_bytes()
        image = QImage.fromData(data)
        assert words
        assert len(data) <= _LARGEST_BYTES, name
        assert 0 < image.width() <= _WIDEST_PX, name
