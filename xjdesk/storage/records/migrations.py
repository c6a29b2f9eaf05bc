"""Bringing the records of older project files up to the present format, one step a function.

A migration works on JSON values as they were read, never on a Report: what a Report is goes on
changing, the records of an old format do not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Records:
    """The JSON value of `report.json`, and those of the lines of `changes.jsonl`."""

    report: dict[str, Any]
    changes: tuple[object, ...]


Migration = Callable[[Records], Records]


def migrated(records: Records, from_format: int, to_format: int) -> Records:
    """The records as a file of `to_format` would hold them; those of a later one stay."""
    for step in range(from_format, to_format):
        records = MIGRATIONS[step](records)
    return records


def _with_explanations(records: Records) -> Records:
    """Format 2 has explanations, and figures, which are left out where there are none."""
    return replace(records, report={"explanations": [], **records.report})


def _with_changes(records: Records) -> Records:
    """Format 3 has a change log, and names the explanations even where there are none."""
    return replace(records, report={"explanations": [], **records.report})


def _as_it_is(records: Records) -> Records:
    """Format 4 has one more kind of figure."""
    return records


def _with_notes(records: Records) -> Records:
    """Format 5 has notes about rows."""
    return replace(records, report={"notes": {}, **records.report})


MIGRATIONS: Mapping[int, Migration] = {
    1: _with_explanations,
    2: _with_changes,
    3: _as_it_is,
    4: _with_notes,
}
"""The migrations by the format that each one starts from; it leads to the next."""
