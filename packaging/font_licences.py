"""Writes the licence text that goes beside the bundled faces, from the packages' own documents."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

from font_recipe import FontBuildError, Licence


def licence_text(licence: Licence, notices: tuple[str, ...], roots: Mapping[str, Path]) -> str:
    """The full text: the copyright notices of the faces, then the package's licence text.

    `notices` are the copyright notices kept in the source fonts, `roots` the unpacked packages.
    Raises FontBuildError if a document of the package is missing.
    """
    root = roots[licence.package]
    lines = tuple("\n".join(notice.splitlines()) for notice in notices)
    text = _read(root / licence.text)
    if licence.paragraph is None:
        head = _read(root / licence.head) if licence.head else ""
        return "\n\n".join((*lines, head.strip(), text.strip("\n"))) + "\n"
    holders = _paragraph(text, "Files: *")
    terms = _paragraph(text, f"License: {licence.paragraph}")
    _, _, statement = holders.partition("\n")
    return "\n\n".join((*lines, _plain(statement), _plain(terms))) + "\n"


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FontBuildError(f"the licence document {path.name} is missing: {error}") from error
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def _paragraph(text: str, first_line: str) -> str:
    """The paragraph of a machine-readable copyright file that begins with that line."""
    for paragraph in text.split("\n\n"):
        body = paragraph.strip("\n")
        # A paragraph that only cites a licence also has its name, but no text below.
        if body.startswith(first_line + "\n"):
            return body
    raise FontBuildError(f"the copyright document has no paragraph '{first_line}'")


def _plain(paragraph: str) -> str:
    """Take away the layout of a copyright file: one leading blank, a full stop for no line."""
    lines = [line.removeprefix(" ") for line in paragraph.split("\n")]
    return "\n".join("" if line == "." else line for line in lines).strip()
