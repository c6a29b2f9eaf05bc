"""The list of fonts in resources/fonts/faces.toml is whole and consistent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from xjdesk.typesetting.fonts.font_file import FontError
from xjdesk.typesetting.fonts.font_names import name_key
from xjdesk.typesetting.fonts.font_wishes import FontWishes, read_wishes
from xjdesk.typesetting.pages import Face


@pytest.fixture
def wishes(bundled: Path) -> FontWishes:
    return read_wishes(bundled / "faces.toml")


def test_every_face_is_wished_for_once(wishes: FontWishes) -> None:
    expected = [face for face in Face if face is not Face.RARE]
    assert sorted(wish.face for wish in wishes.faces) == sorted(expected)


def test_every_bundled_file_is_there(wishes: FontWishes, bundled: Path) -> None:
    files = [wish.bundled for wish in wishes.faces] + [wishes.rare.bundled]
    assert all((bundled / file).is_file() for file in files)


def test_every_text_for_the_screen_is_written(wishes: FontWishes) -> None:
    texts = [text for wish in wishes.faces for text in (wish.use, wish.usual, wish.described)]
    assert all(texts)
    assert wishes.rare.use


def test_no_name_and_no_file_stands_for_two_fonts(wishes: FontWishes) -> None:
    fonts = [font for wish in wishes.faces for font in wish.fonts]
    names = Counter(name_key(name) for font in fonts for name in font.names)
    files = Counter(file for font in fonts for file in font.files)
    assert [key for key, count in (names + files).items() if count > 1] == []


def test_every_font_has_a_name_and_files_in_small_letters(wishes: FontWishes) -> None:
    for wish in wishes.faces:
        for font in wish.fonts:
            assert font.names
            assert all(map(name_key, font.names))
            assert all(file == file.lower() and Path(file).suffix for file in font.files)


def test_near_fonts_come_after_the_real_ones_and_the_usual_one_is_real(wishes: FontWishes) -> None:
    for wish in wishes.faces:
        near = [font.near for font in wish.fonts]
        assert near == sorted(near)
        assert any(wish.usual in font.names for font in wish.fonts if not font.near)


@pytest.mark.parametrize(
    "text",
    [
        "faces = [",
        "faces = []",
        '[rare]\nuse = "a"\nbundled = "b"\n[[faces]]\nface = "隶书"',
        '[rare]\nuse = "a"\nbundled = "b"\nunknown = 1\n',
    ],
)
def test_spoilt_list_is_an_error_of_the_installation(text: str, tmp_path: Path) -> None:
    path = tmp_path / "faces.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FontError, match="请重新安装"):
        read_wishes(path)
