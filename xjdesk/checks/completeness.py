"""How much of what a report has to hold is filled in, and where the next blank is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xjdesk.checks.requirements import Requirements
from xjdesk.checks.rule import topic_of
from xjdesk.core.address import Aside, Place
from xjdesk.core.change import Change
from xjdesk.core.report import Report


@dataclass(frozen=True, slots=True)
class Completeness:
    """For each requirement, in their order: filled in, blank, or not asked for (None)."""

    states: tuple[bool | None, ...]

    @property
    def filled(self) -> int:
        """How many are filled in."""
        return self.states.count(True)

    @property
    def asked(self) -> int:
        """How many there are to be filled in, those that are included."""
        return len(self.states) - self.states.count(None)

    def part(self, numbers: Iterable[int]) -> Completeness:
        """That of some of the requirements."""
        return Completeness(tuple(self.states[number] for number in numbers))


def completeness(required: Requirements, report: Report) -> Completeness:
    """How complete `report` is."""
    return Completeness(tuple(requirement.state(report) for requirement in required.all))


def completed(
    required: Requirements, report: Report, changes: Iterable[Change], before: Completeness
) -> Completeness:
    """How complete `report` is, which `changes` made from the one that `before` is about."""
    topics = {topic_of(c.address) for c in changes if not isinstance(c.address, Aside)}
    touched = {number for topic in topics for number in required.touching.get(topic, ())}
    states = list(before.states)
    for number in touched:
        states[number] = required.all[number].state(report)
    return Completeness(tuple(states))


def next_blank(required: Requirements, state: Completeness, after: Place | None) -> Place | None:
    """Where the first blank behind `after` is, then from the beginning; None without a blank.

    Without `after` it is the first of all.
    """
    blanks = [
        requirement.place
        for requirement, filled in zip(required.all, state.states, strict=True)
        if filled is False
    ]
    here = -1 if after is None else required.position(after)
    behind = (place for place in blanks if required.position(place) > here)
    return next(behind, blanks[0] if blanks else None)
