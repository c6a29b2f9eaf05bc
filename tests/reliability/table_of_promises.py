"""Every promise of reliability, in the order of the table."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from tests.reliability import (
    promises_of_locks,
    promises_of_output,
    promises_of_places,
    promises_of_reading,
    promises_of_return,
    promises_of_saving,
    promises_of_the_end,
)
from tests.reliability.promise import Promise

_FAMILIES = (
    promises_of_saving,
    promises_of_places,
    promises_of_reading,
    promises_of_return,
    promises_of_locks,
    promises_of_output,
    promises_of_the_end,
)
"""Modules; what is a promise in them, or a tuple of promises, is a row."""


def _in_module(module: ModuleType) -> Iterator[Promise]:
    for value in vars(module).values():
        for row in value if isinstance(value, tuple) else (value,):
            if isinstance(row, Promise):
                yield row


PROMISES: tuple[Promise, ...] = tuple(row for family in _FAMILIES for row in _in_module(family))

UNMEASURED: dict[str, str] = {
    "Consolidation": "there is none",
    "Power cut": "a kill tests the program, not the plug: what is synced is not cut off here",
}
"""What the table cannot show, and why."""
