"""When Python looks for garbage: not while the program starts, and not as it ends."""

from __future__ import annotations

import atexit
import gc

_USUAL = gc.get_threshold()
_NEW_OBJECTS = 100_000
"""How many are made before Python looks. A start makes up to 70,000, nearly all of which stay; by
Python's own measure it would look a hundred times, in vain."""


def put_off_collection() -> None:
    """Let what this process does at its start, and at its end, go on undisturbed."""
    gc.set_threshold(_NEW_OBJECTS)
    # The system takes the memory of a process back as a whole.
    atexit.register(gc.freeze)


def resume_collection() -> None:
    """Go back to Python's own measure, and look no more at what the start has made: it stays."""
    gc.freeze()
    gc.set_threshold(*_USUAL)
