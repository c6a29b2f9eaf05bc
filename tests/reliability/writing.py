"""Attempts at writing a single file, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.reliability.survival import Attempt, files_in
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.leftovers import sweep

OLD = b"old" * 50_000


class Writing(Attempt):
    """Writing `name` by `write`, over `old` where that is given; then it holds `new`."""

    name = "报告.bin"

    def __init__(
        self, folder: Path, write: Callable[[Path], object], new: bytes, old: bytes | None = None
    ) -> None:
        super().__init__(folder)
        self._write, self._new, self._old = write, new, old
        self._path = folder / self.name
        if old is not None:
            self._path.write_bytes(old)

    def run(self) -> None:
        self._write(self._path)

    def start_again(self) -> None:
        sweep(self.folder)

    def loss(self, *, is_done: bool) -> str:
        there = self._path.read_bytes() if self._path.exists() else None
        if left := files_in(self.folder) - {self.name}:
            return f"left over: {left}"
        if is_done:
            return "" if there == self._new else "not what was written"
        return "" if there in (self._old, self._new) else "neither old nor new"


def over_another(folder: Path) -> Attempt:
    """Writing some bytes over others."""
    new = b"new" * 40_000
    return Writing(folder, lambda path: write_atomically(path, new), new, OLD)


def to_a_new_path(folder: Path) -> Attempt:
    """Writing some bytes where there is nothing yet."""
    new = b"new" * 40_000
    return Writing(folder, lambda path: write_atomically(path, new), new)
