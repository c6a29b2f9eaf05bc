"""A requirement of the standard as data: what it says, what it asks for, how it is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tests.standard.required import Required
from tests.standard.specimen import Specimen


class Force(StrEnum):
    """How binding the standard makes it."""

    MUST = "规"
    NORMALLY = "一般"
    RECOMMENDED = "推荐"
    MAY = "可"
    DERIVED = "推"
    """Follows from the standard, or is decided where it leaves a choice."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured, and where."""

    where: str
    value: float | str


Measure = Callable[[Specimen], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of the table. `variants` are the specimens it is measured on."""

    id: str
    clause: str
    words: str
    force: Force
    required: Required
    variants: tuple[str, ...]
    measure: Measure


def requirement(
    id: str,
    clause: str,
    words: str,
    required: Required,
    variants: tuple[str, ...],
    force: Force = Force.MUST,
) -> Callable[[Measure], Requirement]:
    """Makes of a measure the requirement that it measures."""
    return lambda measure: Requirement(id, clause, words, force, required, variants, measure)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A requirement held against one specimen."""

    found: tuple[Found, ...]
    departures: tuple[Found, ...]

    @property
    def is_met(self) -> bool:
        return bool(self.found) and not self.departures

    @property
    def summary(self) -> str:
        """All that was found, in short."""
        lengths = [f.value for f in self.found if isinstance(f.value, float | int)]
        texts = dict.fromkeys(f.value for f in self.found if isinstance(f.value, str))
        low, high = map(_shown, (min(lengths), max(lengths))) if lengths else ("", "")
        span = low if low == high else f"{low} … {high}"
        return "；".join([*([span] if span else []), *texts]) or "nothing"


def _shown(value: float) -> str:
    """A whole number as it is, a length to 0.01, never -0.00."""
    return str(value) if isinstance(value, int) else f"{round(value, 2) + 0.0:.2f}"


def judge(requirement: Requirement, specimen: Specimen) -> Verdict:
    """Measure and compare. What is not on the pages is a departure, not an error of the test."""
    try:
        found = tuple(requirement.measure(specimen))
    except LookupError as error:
        absent = Found("", f"not found: {error}")
        return Verdict((absent,), (absent,))
    departures = tuple(f for f in found if not requirement.required.admits(f.value))
    return Verdict(found, departures)
