"""Cells that a number in a sentence may come from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name

_MOST = 6
_TELLING = 1.0
"""As much as one word that only a single row has in its name."""
_WORD = re.compile(r"(?=([一-鿿]{2}))")
"""Chinese is written without blanks: every two characters in a row may be a word."""


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    """How well a cell goes with a number: first of all by value, then by unit, then by words."""

    value: bool
    unit: bool
    words: float

    @property
    def is_telling(self) -> bool:
        return self.value or self.words >= _TELLING


def proposals(
    form: Form, report: Report, sentence: str, number: Decimal | None, unit: str
) -> tuple[CellAddress, ...]:
    """The cells that `number` of `unit` in `sentence` is most likely to come from, best first.

    Likely are those that hold the number, and those whose row the sentence names in its own words.
    `number` is None, `unit` empty where it is not known yet. A word counts the less, the more rows
    have it in their names.
    """
    words = {cell: _words(_own_name(form, cell)) for cell in form.indicator_cells()}
    common = Counter(word for own in words.values() for word in own)
    spoken = _words(sentence)
    found: list[tuple[_Likeness, CellAddress]] = []
    for cell, own in words.items():
        likeness = _Likeness(
            value=number is not None and report.value(cell) == number,
            unit=bool(unit) and form.counting(cell).unit == unit,
            words=sum(1 / common[word] for word in sorted(own & spoken)),
        )
        if likeness.is_telling:
            found.append((likeness, cell))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(cell for _, cell in found[:_MOST])


def _own_name(form: Form, cell: CellAddress) -> str:
    name = cell_name(form, cell)
    return f"{name.label} {name.note}"


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
