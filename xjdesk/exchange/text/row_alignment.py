"""Finding the rows of a form's table in running text.

The labels are known from the form, so the text may break them anywhere: white space and
punctuation are passed over on both sides. A label counts only where it has the shape of a table
row: nothing but numbering stands before it in its cell, and after it the cell ends or a unit or a
number follows. Of all such places the chain is taken that follows the order of the form and
accounts for the most characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xjdesk.core.table import Row, Table
from xjdesk.exchange.text.likeness import letters, spellings
from xjdesk.exchange.text.source import Line

_FARTHEST_NEIGHBOUR = 300
"""Letters between two rows of one table: beyond that the table has been left."""

_FARTHEST_CANDIDATE = 500
"""Places that look like rows between two rows of one table: more than any real text has."""

_BEFORE_LABEL = re.compile(r"(?:.*[\s|｜])?[\d一二三四五六七八九十、.．（）()﹙﹚其中:：]*")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A character of the source: index of its line, and its column."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of the table and the first and last character of its label in the source."""

    row: Row
    first: Position
    last: Position


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: int
    start: int
    end: int


def find_rows(table: Table, lines: Sequence[Line]) -> tuple[FoundRow, ...]:
    """The rows of `table` that the text has in one place, in order."""
    stream: list[str] = []
    positions: list[Position] = []
    for line in lines:
        for column, character in enumerate(line.raw):
            for letter in letters(character):
                stream.append(letter)
                positions.append(Position(line.index, column))
    by_index = {line.index: line for line in lines}
    candidates = [
        candidate
        for candidate in _candidates(table, "".join(stream))
        if _is_row_shaped(
            by_index,
            table.rows[candidate.row],
            positions[candidate.start],
            positions[candidate.end - 1],
        )
    ]
    chain = _best_chain(sorted(candidates, key=lambda c: (c.start, c.row)))
    return tuple(
        FoundRow(table.rows[c.row], positions[c.start], positions[c.end - 1])
        for c in _heaviest_block(chain)
    )


def _candidates(table: Table, stream: str) -> Iterator[_Candidate]:
    for number, row in enumerate(table.rows):
        seen: set[int] = set()
        for label in spellings(row.label):
            for match in re.finditer(re.escape(label), stream):
                if match.start() not in seen:
                    seen.add(match.start())
                    yield _Candidate(number, match.start(), match.end())


def _is_row_shaped(lines: dict[int, Line], row: Row, first: Position, last: Position) -> bool:
    before = lines[first.line].raw[: first.column]
    after = lines[last.line].raw[last.column + 1 :]
    end, value = r"(?:\s|$|[|｜])", r"[\d０-９.,，．]+"
    unit = re.escape(row.unit) if row.unit else ""
    follows = rf"[）)﹚：:。]*(?:[（(]|{end}|{unit}(?:{end}|{value})|{value}(?:{unit})?{end})"
    return bool(_BEFORE_LABEL.fullmatch(before) and re.match(follows, after))


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest chain of rows in order that do not overlap; of equals the one closest packed."""
    best: list[tuple[int, int]] = []
    previous: list[int | None] = []
    for i, candidate in enumerate(candidates):
        top, link = (0, 0), None
        for j in range(max(0, i - _FARTHEST_CANDIDATE), i):
            before = candidates[j]
            if before.row < candidate.row and before.end <= candidate.start:
                weight, spread = best[j]
                scored = (weight, spread - (candidate.start - before.end))
                if link is None or scored > top:
                    top, link = scored, j
        best.append((top[0] + candidate.end - candidate.start, top[1]))
        previous.append(link)
    chain: list[_Candidate] = []
    at = max(range(len(candidates)), key=lambda i: best[i], default=None)
    while at is not None:
        chain.insert(0, candidates[at])
        at = previous[at]
    return chain


def _heaviest_block(chain: Sequence[_Candidate]) -> list[_Candidate]:
    """The stretch of the chain, unbroken by other text, that accounts for the most characters."""
    blocks: list[list[_Candidate]] = []
    for candidate in chain:
        if blocks and candidate.start - blocks[-1][-1].end <= _FARTHEST_NEIGHBOUR:
            blocks[-1].append(candidate)
        else:
            blocks.append([candidate])
    return max(blocks, key=lambda block: sum(c.end - c.start for c in block), default=[])
