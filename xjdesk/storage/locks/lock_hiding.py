"""Keeping lock files out of sight, so that nobody deletes them or sends them along."""

from __future__ import annotations

import sys
from pathlib import Path

_HIDDEN = 0x2


def hide(file: Path) -> None:
    """Mark a file as hidden where the system knows such a mark; nothing is said where it fails.

    A hidden file can be read, written over, replaced and deleted like any other.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(file), _HIDDEN)
