"""Tables that no shipped form has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xjdesk.core.table import Row, Table


def with_rows(table: Table, rows: Sequence[Row], **changed: str) -> Table:
    """The table with other rows in its first panel, and other `changed` properties."""
    panel = replace(table.panels[0], rows=tuple(rows))
    return replace(table, panels=(panel, *table.panels[1:]), **changed)
