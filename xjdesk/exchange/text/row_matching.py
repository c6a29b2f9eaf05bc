"""Finding which row of a form each row of a text is.

Labels are compared by their letters, misprints allowed for. Of all ways to give the rows of the
text to those of the form, in the same order, the one is taken in which the labels fit best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.table import Row, Table
from xjdesk.exchange.text.likeness import LEAST_LIKENESS, letters, tail_likeness
from xjdesk.exchange.text.row_stream import StreamRow

_MOST_LETTERS = 120
_LETTERS_AFTER = 48
_FARTHEST_NEIGHBOUR = 60
"""Lines between two rows of one table: beyond that the table has been left."""

_GAP_COST = 0.0005
_WORTH_FROM = 0.5
_LEAST_OF_HEADING = 0.9
"""A heading stands before the labels that it heads: that alone makes it somewhat alike."""


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row of the text, the row of the form it is, and how well the label fits (up to 1)."""

    found: StreamRow
    row: Row
    likeness: float


@dataclass(frozen=True, slots=True)
class _Link:
    stream: int
    row: int
    likeness: float


def match_rows(table: Table, rows: Sequence[StreamRow]) -> list[MatchedRow]:
    """The rows of `table` that the text has in one place, in the order of the form."""
    links = [
        _Link(number, at, fit)
        for number, row in enumerate(rows)
        for at, fit in _fits(table, row, _words_after(rows, number))
    ]
    chain = _heaviest_block(rows, _best_chain(rows, links))
    return [MatchedRow(rows[link.stream], table.rows[link.row], link.likeness) for link in chain]


def _fits(table: Table, row: StreamRow, after: str) -> list[tuple[int, float]]:
    before, starts = "", list[int]()
    for piece in row.words[-24:]:
        starts.append(len(before))
        before += letters(piece.text)
    cut = max(0, len(before) - _MOST_LETTERS)
    before, starts = before[cut:], [start - cut for start in starts if start >= cut]
    found: list[tuple[int, float]] = []
    for at, candidate in enumerate(table.rows):
        fit = tail_likeness(candidate.label, before, starts, after)
        if fit >= (LEAST_LIKENESS if candidate.is_indicator else _LEAST_OF_HEADING):
            found.append((at, fit))
    return found


def _words_after(rows: Sequence[StreamRow], number: int) -> str:
    """What a label that is broken around its values may go on with."""
    if rows[number].is_line or number + 1 == len(rows):
        return ""
    following = rows[number + 1]
    return "".join(letters(piece.text) for piece in following.words[:8])[:_LETTERS_AFTER]


def _best_chain(rows: Sequence[StreamRow], links: Sequence[_Link]) -> list[_Link]:
    best: list[float] = []
    previous: list[int | None] = []
    for i, link in enumerate(links):
        top, before = 0.0, None
        for j in range(max(0, i - 400), i):
            other = links[j]
            if other.stream < link.stream and other.row < link.row:
                gap = rows[link.stream].first_line - rows[other.stream].first_line
                worth = best[j] - _GAP_COST * min(gap, _FARTHEST_NEIGHBOUR)
                if worth > top:
                    top, before = worth, j
        best.append(top + link.likeness - _WORTH_FROM)
        previous.append(before)
    chain: list[_Link] = []
    at = max(range(len(links)), key=lambda i: best[i], default=None)
    while at is not None:
        chain.insert(0, links[at])
        at = previous[at]
    return chain


def _heaviest_block(rows: Sequence[StreamRow], chain: Sequence[_Link]) -> list[_Link]:
    """The stretch of the chain, unbroken by much other text, whose labels fit best."""
    blocks: list[list[_Link]] = []
    for link in chain:
        near = blocks and (
            rows[link.stream].first_line - rows[blocks[-1][-1].stream].last_line
            <= _FARTHEST_NEIGHBOUR
        )
        if near:
            blocks[-1].append(link)
        else:
            blocks.append([link])
    return max(blocks, key=lambda block: sum(link.likeness for link in block), default=[])
