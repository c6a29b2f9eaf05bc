"""Running a module of this folder as a program of its own, for what would disturb the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


def said_by(module: str, *arguments: object, environment: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401  (as JSON has it)
    """What the module prints as JSON when it is run with these arguments.

    AssertionError, with what it had to say, when it fails.
    """
    command = [sys.executable, "-m", f"tests.reliability.{module}", *map(str, arguments)]
    ended = subprocess.run(
        command,
        cwd=_ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
