"""Which fonts are looked for to play each face: read from `faces.toml` beside the bundled fonts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from xjdesk.typesetting.fonts.font_file import FontError
from xjdesk.typesetting.pages import Face


class WantedFont(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A font by the names it gives itself and the file names under which it is usually installed.

    `files` are in small letters; `near` marks another typeface that only comes close.
    """

    names: tuple[str, ...]
    files: tuple[str, ...]
    near: bool = False


class FaceWish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked for to play a face.

    `use` says where the face stands in a document, `usual` is the font as its users call it,
    `fonts` are in order of preference, `bundled` is our own file and `described` what it is.
    """

    face: Face
    use: str
    usual: str
    fonts: tuple[WantedFont, ...]
    bundled: str
    described: str


class RareWish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bundled file that lends the characters other fonts lack."""

    use: str
    bundled: str


class FontWishes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is looked for."""

    faces: tuple[FaceWish, ...]
    rare: RareWish

    def usual_files(self) -> frozenset[str]:
        """The file names under which wanted fonts are usually installed."""
        return frozenset(file for wish in self.faces for font in wish.fonts for file in font.files)


def read_wishes(path: Path) -> FontWishes:
    """FontError when the file is missing or not what it should be: it belongs to the program."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), FontWishes)
    except (OSError, ValueError) as error:
        sentence = "程序自带的字体清单缺失或损坏，无法排版，请重新安装本程序。"
        raise FontError(sentence, f"{path}: {error}") from error
