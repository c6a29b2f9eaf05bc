"""Where a computer keeps its fonts, and which files there may be Chinese fonts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDERS_VARIABLE = "XJDESK_FONT_FOLDERS"
"""Folders to search instead of the system's; set but empty, only the bundled fonts are used."""
_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")
_DEEPEST = 8
_MOST_FILES = 20_000
_REMOVED = "deleted"
"""Windows keeps removed fonts in a folder of this name until it is started again."""


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """A font file and its size in bytes."""

    path: Path
    size: int


def system_font_folders(environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    """The folders of fonts installed for all users, then of those installed for this user.

    `environment` holds the process's environment variables, `platform` is its `sys.platform`. The
    folders need not exist.
    """
    if FOLDERS_VARIABLE in environment:
        return tuple(Path(name) for name in environment[FOLDERS_VARIABLE].split(os.pathsep) if name)
    if platform == "win32":
        return _below(environment, {"WINDIR": "Fonts", "LOCALAPPDATA": "Microsoft/Windows/Fonts"})
    if platform == "darwin":
        shared = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        return shared + _below(environment, {"HOME": "Library/Fonts"})
    own = "XDG_DATA_HOME" if environment.get("XDG_DATA_HOME") else "HOME"
    data = {own: "fonts" if own == "XDG_DATA_HOME" else ".local/share/fonts"}
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return shared + _below(environment, data) + _below(environment, {"HOME": ".fonts"})


def font_files(folders: Iterable[Path]) -> list[InstalledFile]:
    """The font files in the folders and those below them, folder by folder, by name in each.

    A folder that is missing or closed to this user offers none.
    """
    found: list[InstalledFile] = []
    seen: set[tuple[int, int]] = set()
    for folder in folders:
        found.extend(_walk(folder, _DEEPEST, seen))
    return found[:_MOST_FILES]


def _below(environment: Mapping[str, str], places: Mapping[str, str]) -> tuple[Path, ...]:
    """The folder of each variable that is set, and the place in it."""
    return tuple(
        Path(environment[name], place) for name, place in places.items() if environment.get(name)
    )


def _walk(folder: Path, depth: int, seen: set[tuple[int, int]]) -> Iterator[InstalledFile]:
    # A link may lead back up: no folder is entered twice.
    identity = _identity(folder)
    if identity is None or identity in seen:
        return
    seen.add(identity)
    inner: list[Path] = []
    for entry in _entries(folder):
        name = entry.name.lower()
        try:
            if name.endswith(_ENDINGS) and entry.is_file():
                yield InstalledFile(Path(entry.path), entry.stat().st_size)
            elif depth and name != _REMOVED and entry.is_dir():
                inner.append(Path(entry.path))
        except OSError:
            # A link to nowhere, or a file taken away since the folder was listed.
            continue
    for path in inner:
        yield from _walk(path, depth - 1, seen)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
