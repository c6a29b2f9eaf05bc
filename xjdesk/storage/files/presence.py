"""Whether something is at a path, on drives that may be pulled out or hang.

The methods of `Path` raise what some drives say as they vanish; here that is no.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is a file or folder; where that cannot be told there is none."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Whether there is a file; where that cannot be told there is none."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether there is a folder; where that cannot be told there is none."""
    return os.path.isdir(path)  # noqa: PTH112
