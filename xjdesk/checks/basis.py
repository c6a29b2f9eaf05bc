"""The values that a finding was made for, in words that an explanation is bound to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from xjdesk.core.numbers import Entry, show_entry, show_number


def basis_of(entries: Iterable[Entry | None]) -> str:
    """The entries in order; 2 and 2.00 are the same, a blank is 空."""
    return "、".join(map(_shown, entries))


def _shown(entry: Entry | None) -> str:
    if isinstance(entry, Decimal):
        return show_number(entry.normalize())
    return show_entry(entry) or "空"
