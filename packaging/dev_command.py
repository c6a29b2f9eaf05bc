"""Sets the project up on a fresh machine, then runs it or tests it.

    python3 packaging/dev.py run     the window on the founding document; its files, if no display
    python3 packaging/dev.py test    every check, then the tests; what follows `test` goes to pytest

Needs Python and nothing else. The first time takes a minute or two, for the download; later times
start at once unless what the project requires has changed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from dev_environment import Environment
from dev_error import SetUpError
from dev_libraries import OFFSCREEN, WINDOW, install_missing
from dev_steps import OUT, check_steps, perform, run_steps

_ROOT = Path(__file__).resolve().parents[1]


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window would be seen."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    command, extra = arguments[:1], arguments[1:]
    if command != ["test"] and (command != ["run"] or extra):
        print(__doc__, file=sys.stderr)
        return 2
    display = has_display(sys.platform, os.environ)
    try:
        return _test(display, extra) if command == ["test"] else _run(display)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _test(display: bool, pytest_arguments: list[str]) -> int:
    install_missing(OFFSCREEN)
    python = Environment(_ROOT).make_ready()
    return perform(check_steps(python, display, pytest_arguments), _ROOT)


def _run(display: bool) -> int:
    install_missing(OFFSCREEN + WINDOW if display else OFFSCREEN)
    python = Environment(_ROOT).make_ready()
    (_ROOT / OUT).mkdir(exist_ok=True)
    return perform(run_steps(python, display, _ROOT), _ROOT)
