"""The table of the bundled faces in resources/fonts/README.md."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from font_outlines import BuiltFace
from font_recipe import FontBuildError, Recipe

_BEGIN = "<!-- faces: written by packaging/build_fonts.py -->\n"
_END = "<!-- end of faces -->\n"
_HEADINGS = ("File", "Stands for", "Family", "Source", "Licence", "Glyphs", "Bytes", "SHA-256")


def readme_with_table(readme: str, recipe: Recipe, built: Mapping[str, BuiltFace]) -> str:
    """The README with the table of faces brought up to date; the prose around it stays.

    Raises FontBuildError if the marks around the table are gone.
    """
    before, begin, rest = readme.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise FontBuildError("resources/fonts/README.md has lost the marks around its table")
    return before + begin + _table(recipe, built) + end + after


def _table(recipe: Recipe, built: Mapping[str, BuiltFace]) -> str:
    rows = [_HEADINGS, ("---",) * len(_HEADINGS)]
    for face in recipe.faces:
        font = built[face.file]
        licence = recipe.licence(face.licence)
        rows.append(
            (
                face.file,
                face.stands_for,
                face.family,
                f"{face.member}, {face.package} {recipe.package(face.package).version}",
                f"[{licence.title}]({licence.file})",
                str(font.glyphs),
                str(len(font.data)),
                hashlib.sha256(font.data).hexdigest(),
            )
        )
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
