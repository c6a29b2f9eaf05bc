"""The fonts installed on a computer by the names they give themselves."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from xjdesk.typesetting.fonts.font_directory import FontFormatError
from xjdesk.typesetting.fonts.font_folders import InstalledFile
from xjdesk.typesetting.fonts.font_names import name_key, read_names

_LEAST_BYTES = 500_000
"""No font with outlines of the 6763 characters of GB/T 2312 is smaller."""


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """A font in a file, `index` being its place in a collection; `family` is the name to show."""

    path: Path
    index: int
    family: str


class FontCatalogue:
    """Finds installed fonts by name; looks into no more files than it is told to."""

    def __init__(self, files: Iterable[InstalledFile]) -> None:
        self._unread = list(files)
        self._fonts: dict[str, list[InstalledFont]] = {}
        self.broken: dict[str, str] = {}
        """What is wrong with files that could not be read, by their names in small letters."""

    def read_files(self, names: Collection[str]) -> None:
        """Look into the files that have one of these names (in small letters)."""
        chosen = [file for file in self._unread if file.path.name.lower() in names]
        self._unread = [file for file in self._unread if file.path.name.lower() not in names]
        for file in chosen:
            self._read(file)

    def read_rest(self, seconds: float) -> int:
        """Look into the other files, for so long at most; returns how many were left unread.

        Files too small for a Chinese font are not looked into.
        """
        waiting = [file for file in self._unread if file.size >= _LEAST_BYTES]
        self._unread = []
        end = time.monotonic() + seconds
        for number, file in enumerate(waiting):
            if time.monotonic() >= end:
                return len(waiting) - number
            self._read(file)
        return 0

    def find(self, names: Iterable[str]) -> list[InstalledFont]:
        """The fonts read so far that have one of these names, without bold or slanted styles."""
        found: dict[InstalledFont, None] = {}
        for name in names:
            found.update(dict.fromkeys(self._fonts.get(name_key(name), ())))
        return list(found)

    def _read(self, file: InstalledFile) -> None:
        try:
            fonts = read_names(file.path)
        except FontFormatError:
            self.broken[file.path.name.lower()] = "文件已损坏"
            return
        except OSError:
            self.broken[file.path.name.lower()] = "文件无法读取"
            return
        for index, names in enumerate(fonts):
            if names.regular:
                font = InstalledFont(file.path, index, names.shown)
                for key in names.keys:
                    self._fonts.setdefault(key, []).append(font)
