"""Whether there is a file, on drives that may be pulled out or hang."""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is a file or folder; where that cannot be told there is none."""
    # `Path.exists` raises what some drives say as they vanish.
    return os.path.exists(path)  # noqa: PTH110
