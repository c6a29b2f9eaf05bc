"""Builds the bundled fonts in resources/fonts from pinned Debian packages.

    python3 packaging/build_fonts.py [--cache DIR] [--check]

Needs Debian or a system derived from it (apt-get, dpkg) and fontTools.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from font_recipe import FontBuildError, Recipe, load_recipe

_HERE = Path(__file__).resolve().parent
_FONTS = _HERE.parent / "resources" / "fonts"
_README = "README.md"


def build(recipe: Recipe, cache: Path) -> dict[str, bytes]:
    """Build every file that belongs in resources/fonts, by file name.

    `cache` holds the package files and what is unpacked from them. Raises FontBuildError.
    """
    from font_licences import licence_text
    from font_outlines import BuiltFace, build_face
    from font_packages import unpack_packages
    from font_readme import readme_with_table
    from font_repertoire import characters

    roots = unpack_packages(recipe.packages, cache)
    faces: dict[str, BuiltFace] = {}
    for face in recipe.faces:
        print(f"building {face.file} from {face.member}", file=sys.stderr)
        faces[face.file] = build_face(
            face,
            roots[face.package] / face.path,
            characters(face.repertoire, roots["unicode-data"]),
            recipe.licence(face.licence).title,
            recipe.changed_on,
        )
    files = {name: built.data for name, built in faces.items()}
    for licence in recipe.licences:
        notices = [faces[face.file].notice for face in recipe.faces if face.licence == licence.file]
        text = licence_text(licence, tuple(dict.fromkeys(notices)), roots)
        files[licence.file] = text.encode()
    readme = (_FONTS / _README).read_text(encoding="utf-8")
    files[_README] = readme_with_table(readme, recipe, faces).encode()
    return files


def differing(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """Names of the built files that `folder` lacks or holds with another SHA-256."""
    return [
        name
        for name, data in files.items()
        if not (folder / name).is_file()
        or hashlib.sha256((folder / name).read_bytes()).digest() != hashlib.sha256(data).digest()
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 built or equal, 1 with one sentence on the error stream otherwise."""
    parser = argparse.ArgumentParser(description="Build the fonts in resources/fonts.")
    parser.add_argument("--cache", type=Path, help="folder that keeps the package files")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, compare with the files already there"
    )
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="xjdesk-fonts-") as scratch:
            cache = options.cache or Path(scratch)
            return _finish(load_recipe(_HERE / "fonts.toml"), cache.resolve(), options.check)
    except FontBuildError as error:
        print(f"build_fonts: {error}.", file=sys.stderr)
        return 1


def _finish(recipe: Recipe, cache: Path, check: bool) -> int:
    installed = _fonttools_version()
    files = build(recipe, cache)
    changed = differing(files, _FONTS)
    if check and changed:
        raise FontBuildError(
            f"a rebuild with fontTools {installed} gives other files than the ones committed, "
            f"which were built with {recipe.fonttools}: {', '.join(changed)}"
        )
    for name in changed:
        (_FONTS / name).write_bytes(files[name])
    print("unchanged" if not changed else f"written: {', '.join(changed)}")
    return 0


def _fonttools_version() -> str:
    try:
        import fontTools
    except ImportError as error:
        raise FontBuildError("fontTools is not installed (package python3-fonttools)") from error
    return fontTools.version


if __name__ == "__main__":
    sys.exit(main())
