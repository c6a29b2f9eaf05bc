"""Running a module of the tests as a program of its own, for what would disturb the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

_ROOT = Path(__file__).parents[1]
_T = TypeVar("_T")


def tell(values: object) -> None:
    """In that program: print what it came to, plain values or records, for the one that waits."""
    print(msgspec.json.encode(values).decode())


def said_by(
    module: str,
    kind: type[_T],
    *arguments: object,
    environment: Mapping[str, str] | None = None,
) -> _T:
    """What the module, named from this folder on, tells when it is run with these arguments.

    AssertionError, with what it had to say, when it fails; ValidationError when that is no `kind`.
    """
    command = [sys.executable, "-m", f"tests.{module}", *map(str, arguments)]
    ended = subprocess.run(
        command,
        cwd=_ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return msgspec.json.decode(ended.stdout, type=kind)
