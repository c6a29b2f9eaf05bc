"""Reading on from the first part of a list to its last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xjdesk.checks.consistency.lines import AND, Clause, Numbered
from xjdesk.checks.consistency.part_list import Part
from xjdesk.checks.consistency.part_words import PartWords

_LEAST_GROUPS = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts as far as the list surely goes; `is_closed` when nothing follows that might belong."""

    parts: tuple[Part, ...]
    is_closed: bool


class ListingReader:
    """Reads parts of one unit, as long as the clauses surely go on with the list."""

    def __init__(self, words: PartWords) -> None:
        self._words = words

    def listing(self, clauses: Sequence[Clause], at: int, unit: str) -> Listing:
        """The parts from clause `at` on."""
        parts: list[Part] = []
        for place, clause in enumerate(clauses[at:], at):
            if parts and clause.mark in ("；", "。"):
                return Listing(tuple(parts), is_closed=True)
            part = self.part(clause, parts, unit)
            if part is not None:
                parts.append(part)
            elif clause.numbers:
                if not self.give_share(parts, clause):
                    return Listing(tuple(parts), is_closed=False)
            elif clause.mark != "、" and not _is_before_pause(clauses, place):
                rest = _same_group(clauses, place + 1)
                return Listing(tuple(parts), not any(c.counts for c in rest))
        return Listing(tuple(parts), is_closed=bool(parts))

    def part(self, clause: Clause, before: Sequence[Part], unit: str) -> Part | None:
        """The clause as one more part of that unit, or None when it is none."""
        if not clause.numbers or not clause.numbers[0].is_count:
            return None
        number, others = clause.numbers[0], clause.numbers[1:]
        if number.mention.unit != unit or not _ends(number, others, self._words):
            return None
        opener = self._words.opener(number.label)
        label = number.label if before else number.label.removeprefix(opener)
        if not label or self._words.is_of_each(label) or (before and opener):
            return None
        is_tied = bool(before) and _is_tied(clause, before[-1].label, label)
        if before and not is_tied:
            is_repeated = label in {part.label for part in before}
            if is_repeated or not self.is_of_one_side((before[0].label, label)):
                return None
        share = others[0] if others else None
        return Part(label, number.mention, is_tied, share)

    def give_share(self, parts: list[Part], clause: Clause) -> bool:
        """Give the last part the percentage that the clause tells; False when it tells none."""
        if len(clause.numbers) != 1 or not self._words.is_share(clause.numbers[0]):
            return False
        if parts and parts[-1].share is None:
            parts[-1] = replace(parts[-1], share=clause.numbers[0])
        return True

    def groups(self, clauses: Sequence[Clause], at: int) -> list[tuple[Part, ...]] | None:
        """The parts by unit where three or more semicolon groups are built alike, else None.

        其中，甲局1件，收取420元；乙局2件，收取290元；…
        """
        groups: list[list[Numbered]] = [[]]
        for clause in same_sentence(clauses, at):
            if clause.mark == "；":
                groups.append([])
            if self._words.opener(clause.words) and clause is not clauses[at]:
                return None
            groups[-1] += clause.numbers
        shapes = {tuple(n.mention.unit for n in group if n.is_count) for group in groups}
        if len(groups) < _LEAST_GROUPS or len(shapes) != 1:
            return None
        units = shapes.pop()
        if len(set(units)) != len(units):
            return None
        counts = [[n for n in group if n.is_count] for group in groups]
        columns = list(zip(*counts, strict=True))
        labels = [[number.label for number in column] for column in columns]
        if any(self._words.is_of_each(label) for column in labels for label in column):
            return None
        if not all(map(self.is_of_one_side, labels)):
            return None
        return [
            tuple(Part(number.label, number.mention, is_tied=True) for number in column)
            for column in columns
        ]

    def is_of_one_side(self, labels: Sequence[str]) -> bool:
        """Whether all labels look at the whole from the side of the first: no 上年、前年."""
        first = self._words.sides(labels[0])
        return all(self._words.sides(label) <= first for label in labels)


def _ends(number: Numbered, others: Sequence[Numbered], words: PartWords) -> bool:
    """Whether nothing but its own share follows the number in its clause."""
    if not others:
        return not number.tail
    return len(others) == 1 and words.is_share(others[0])


def _is_tied(clause: Clause, before: str, label: str) -> bool:
    if clause.mark in ("、", AND) or label.startswith(("以及", "和", "及")):
        return True
    return before.startswith("“") and label.startswith("“")


def _is_before_pause(clauses: Sequence[Clause], at: int) -> bool:
    return at + 1 < len(clauses) and clauses[at + 1].mark == "、"


def same_sentence(clauses: Sequence[Clause], at: int) -> Iterator[Clause]:
    """The clauses from clause `at` to the end of its sentence."""
    for clause in clauses[at:]:
        if clause.sentence != clauses[at].sentence:
            return
        yield clause


def _same_group(clauses: Sequence[Clause], at: int) -> Iterator[Clause]:
    for clause in clauses[at:]:
        if clause.mark in ("；", "。"):
            return
        yield clause
