"""The new report that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xjdesk.core.address import FieldAddress
from xjdesk.core.begun_report import Part
from xjdesk.core.form import Form


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report in `form` on `year`: an empty one, or with `parts` of that in the file `last_year`.

    `fields` are filled in where they are then still empty.
    """

    form: Form
    year: int
    last_year: Path | None = None
    parts: frozenset[Part] = frozenset()
    fields: Mapping[FieldAddress, str] = field(default_factory=dict[FieldAddress, str])
