"""The recipe of the bundled fonts: which packages, which faces, which licence texts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Repertoire = Literal["full", "level1"]
Place = Literal["left", "middle", "right"]


class FontBuildError(Exception):
    """The fonts could not be built; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package pinned by name, version and SHA-256 of the package file."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Licence:
    """Where the licence text of some faces stands in a package.

    `paragraph` names the licence paragraph of a machine-readable copyright file; without it the
    whole of `text` is taken, after the whole of `head` if that is given.
    """

    file: str
    title: str
    package: str
    text: str
    head: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class FullWidth:
    """A character drawn one em wide with the outline of `outline_of`.

    `at` says where the source's advance box stands in the em.
    """

    char: str
    outline_of: str
    at: Place


@dataclass(frozen=True, slots=True)
class Face:
    """One font to build: its source outlines and the names it goes by in the program.

    `member` is the PostScript name of the source, by which it is found in a collection;
    `full_width` lists the characters whose own glyph in the source will not do in Chinese text.
    """

    file: str
    family: str
    stands_for: str
    package: str
    path: str
    member: str
    repertoire: Repertoire
    licence: str
    full_width: tuple[FullWidth, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything the build needs to know; `changed_on` is the date of the last change to it."""

    changed_on: str
    fonttools: str
    packages: tuple[Package, ...]
    licences: tuple[Licence, ...]
    faces: tuple[Face, ...]

    def package(self, name: str) -> Package:
        """The pinned package of that name; raises KeyError if the recipe has none."""
        return {package.name: package for package in self.packages}[name]

    def licence(self, file: str) -> Licence:
        """The licence text kept under that file name; raises KeyError if the recipe has none."""
        return {licence.file: licence for licence in self.licences}[file]


def _face(entry: Mapping[str, Any]) -> Face:
    glyphs = tuple(FullWidth(**glyph) for glyph in entry.get("full_width", ()))
    return Face(**{**entry, "full_width": glyphs})


def load_recipe(path: Path) -> Recipe:
    """Read the recipe; raises FontBuildError if an entry is missing or unknown."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Recipe(
            changed_on=table["changed_on"],
            fonttools=table["fonttools"],
            packages=tuple(Package(**entry) for entry in table["package"]),
            licences=tuple(Licence(**entry) for entry in table["licence"]),
            faces=tuple(_face(entry) for entry in table["face"]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise FontBuildError(f"the font recipe {path.name} cannot be used: {error}") from error
