"""The log file: what went wrong, for whoever helps the user."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from xjdesk.app.folders import log_folder

_NAME = "xjdesk.log"
_MOST_BYTES = 512 * 1024


def start_log() -> None:
    """Send warnings and worse to the log file; without a place to write, go on without one."""
    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / _NAME,
            maxBytes=_MOST_BYTES,
            backupCount=2,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
    except OSError:
        return
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    # A log that cannot be written, on a full disk say, is no reason to print tracebacks.
    logging.raiseExceptions = False
