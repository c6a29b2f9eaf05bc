"""Recognising a table that stands in a text with its words alone: nothing was filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xjdesk.core.form import Form
from xjdesk.core.table import LabelPlace, Table
from xjdesk.exchange.text.likeness import letters
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.table_words import TableWords

_LEAST_SHARE = 0.4
"""Of the letters of all captions and labels, what has to stand together to be the table."""


def place_blank_table(form: Form, table: Table, ledger: Ledger) -> None:
    """Enter the captions and labels of a table without values, where they stand together."""
    words = TableWords(form, table)
    best: list[Line] = []
    for run in _runs(ledger.free_lines(), words):
        if _letters_in(run) > _letters_in(best):
            best = run
    labels = () if table.labels is LabelPlace.NOWHERE else (row.label for row in table.rows)
    printed = sum(len(letters(word)) for word in (*table.captions, *labels))
    if _letters_in(best) >= _LEAST_SHARE * printed:
        for line in best:
            ledger.place_line(line, Role.CAPTION)


def _runs(lines: Sequence[Line], words: TableWords) -> list[list[Line]]:
    """The stretches of lines that hold nothing but words of the table."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        cells = [cell for cell in re.split(r"[\t|｜]", line.raw) if cell.strip()]
        if cells and all(map(words.is_part, cells)):
            runs[-1].append(line)
        elif cells:
            runs.append([])
    return runs


def _letters_in(lines: Sequence[Line]) -> int:
    return sum(len(letters(line.text)) for line in lines)
