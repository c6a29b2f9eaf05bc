"""The findings as rows: what each is known by while its words change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing


class FindingKey(NamedTuple):
    """What a finding is known by, whatever its words and wherever its paragraph moves to.

    `number` tells apart those that say the same about the same. Once it is settled it is another:
    the clerk is done with it.
    """

    rule: str
    subject: str
    number: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row of the list."""

    key: FindingKey
    settled: SettledFinding

    @property
    def finding(self) -> Finding:
        """What the row is about."""
        return self.settled.finding


def finding_rows(
    settled: Iterable[SettledFinding], before: Sequence[FindingRow] = ()
) -> tuple[FindingRow, ...]:
    """A row for each; those of `before` that are still right are taken over as they are."""
    # A check leaves alone what it did not run again, so most findings are the very same objects.
    known = {id(row.finding): row for row in before}
    numbers: dict[tuple[str, str, bool], int] = {}
    rows: list[FindingRow] = []
    for one in settled:
        row = known.get(id(one.finding))
        if row is None or not _says_the_same(row.settled, one):
            row = _row(one)
        rule, subject, number, is_open = row.key
        due = numbers.get((rule, subject, is_open), 0)
        numbers[rule, subject, is_open] = due + 1
        if number != due:
            row = FindingRow(FindingKey(rule, subject, due, is_open), one)
        rows.append(row)
    return tuple(rows)


def _row(settled: SettledFinding) -> FindingRow:
    address = settled.finding.address
    is_open = settled.standing is Standing.OPEN
    return FindingRow(FindingKey(address.rule, address.subject, 0, is_open), settled)


def _says_the_same(one: SettledFinding, other: SettledFinding) -> bool:
    return one.standing is other.standing and one.explanation is other.explanation
