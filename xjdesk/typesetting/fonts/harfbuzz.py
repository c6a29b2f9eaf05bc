"""The part of HarfBuzz that is used here, with types: uharfbuzz itself carries none."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast


class Extents(Protocol):
    """A glyph's ink box in font units; `height` is negative, measured down from the top."""

    x_bearing: float
    y_bearing: float
    width: float
    height: float


class HbBlob(Protocol):
    """Bytes held by HarfBuzz."""

    @property
    def data(self) -> bytes:
        """The bytes."""
        ...


class HbFace(Protocol):
    """A font file as HarfBuzz sees it; an unreadable one has no tables and no glyphs."""

    upem: int
    glyph_count: int

    @property
    def blob(self) -> HbBlob:
        """The whole font."""
        ...

    def reference_table(self, tag: str) -> HbBlob:
        """One table; empty when there is none."""
        ...

    def get_name(self, name_id: int, language: str | None = None) -> str | None:
        """A string of the name table."""
        ...


class HbFont(Protocol):
    """A face with measures in font units."""

    def get_nominal_glyph(self, unicode: int) -> int | None:
        """The glyph of a code point."""
        ...

    def get_glyph_h_advance(self, gid: int) -> int:
        """The advance width of a glyph."""
        ...

    def get_glyph_extents(self, gid: int) -> Extents | None:
        """The ink box of a glyph."""
        ...


class _Blobs(Protocol):
    def from_file_path(self, filename: str) -> HbBlob: ...

    def __call__(self, data: bytes) -> HbBlob: ...


class _Library(Protocol):
    Blob: _Blobs
    Face: Callable[[HbBlob, int], HbFace]
    Font: Callable[[HbFace], HbFont]


@dataclass(frozen=True, slots=True)
class OpenFont:
    """A face and its measures."""

    face: HbFace
    font: HbFont


def open_font(path: Path, index: int) -> OpenFont:
    """Map a font file into memory; OSError when it cannot be read."""
    library = cast("_Library", importlib.import_module("uharfbuzz"))
    face = library.Face(_blob(library, path), index)
    return OpenFont(face, library.Font(face))


def _blob(library: _Library, path: Path) -> HbBlob:
    name = str(path)
    # On Windows HarfBuzz reads file names in the C locale: a Chinese folder name is lost there.
    if not name.isascii():
        return library.Blob(path.read_bytes())
    # HarfBuzz reports a file it cannot open with an error of its own; this says it as OSError.
    with path.open("rb"):
        return library.Blob.from_file_path(name)
