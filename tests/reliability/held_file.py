"""A file that another program keeps open, so that it can be read but not replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from tests.reliability.faults import HELD


@contextmanager
def held_open(path: Path) -> Iterator[None]:
    """Hold the file meanwhile, as Excel does."""
    if os.name == "nt":
        # Whoever opens a file without further ado lets nobody replace or delete it.
        with path.open("rb"):
            yield
        return
    real = os.replace

    def replace(source: str | Path, target: str | Path) -> None:
        if Path(target) == path:
            raise HELD.make()
        real(source, target)

    with mock.patch.object(os, "replace", replace):
        yield
