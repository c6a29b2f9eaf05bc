"""Explanations (情况说明): what the clerk says about a finding, bound to the values it is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EarlierExplanation:
    """A reason that was written for other values; kept as history."""

    text: str
    basis: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The clerk's answer to a query, or with an empty `text` the dismissal of a hint.

    `basis` is what the finding was based on when it was written: the values of both sides, or the
    words. It holds for as long as the finding has the same basis. `earlier` are the reasons given
    before for other values, oldest first.
    """

    text: str
    basis: str
    earlier: tuple[EarlierExplanation, ...] = ()

    def rewritten(self, text: str, basis: str) -> Explanation:
        """A new answer; this one becomes history when it was written for other values."""
        earlier = self.earlier
        if self.text and self.basis != basis:
            earlier = (*earlier, EarlierExplanation(self.text, self.basis))
        return Explanation(text, basis, earlier)
