"""The log file: what went wrong, for whoever helps the user."""

from __future__ import annotations

import logging
from pathlib import Path

from xjdesk.app.folders import log_folder

_NAME, _OLDER_NAME = "xjdesk.log", "xjdesk.1.log"
_MOST_BYTES = 512 * 1024


def start_log() -> None:
    """Send warnings and worse to the log file; without a place to write, go on without one.

    A log that has grown large is kept once, beside a new one.
    """
    root = logging.getLogger()
    if any(isinstance(handler, logging.FileHandler) for handler in root.handlers):
        return
    # A log that cannot be written, on a full disk say, is no reason to print tracebacks.
    logging.raiseExceptions = False
    try:
        path = _writable_log()
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace", delay=True)
    except OSError:
        return
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)


def _writable_log() -> Path:
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _NAME
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.replace(folder / _OLDER_NAME)
    return path
