"""Running a whole process, to be timed."""

from __future__ import annotations

import os
import subprocess
import sys


def run_process(*command: str, **environment: str) -> None:
    """Run a command to its end; CalledProcessError when it fails."""
    # As installed: the byte code of our own modules is compiled once, not at every start.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env={**inherited, **environment})


def run_python(*arguments: str) -> None:
    """Run this Python to its end."""
    run_process(sys.executable, *arguments)
