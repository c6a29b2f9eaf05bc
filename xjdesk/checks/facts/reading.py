"""What a number of the narrative is read as."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xjdesk.checks.numbers.mention import Mention
from xjdesk.core.address import CellAddress
from xjdesk.core.phrase import Phrase


class Aside(StrEnum):
    """Why a number is not compared with the table.

    NO_STATISTIC: it counts nothing (a date, a document number, part of a name). PERCENT: no cell
    holds a percentage. OTHER_TIME: it is of another year, of several years, or of a plan. PART: it
    is of a part of the organ. UNKNOWN: no phrase of the form fits it.
    """

    NO_STATISTIC = "no_statistic"
    PERCENT = "percent"
    OTHER_TIME = "other_time"
    PART = "part"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph is read against: the headings above it, the year and the issuer."""

    heading: str
    year: int
    issuer: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A number and the phrases that fit it, the closest first.

    `aside` says why it is not compared, None when it is. A number of several years keeps its
    phrases beside the reason.
    """

    mention: Mention
    phrases: tuple[Phrase, ...] = ()
    aside: Aside | None = None

    @property
    def sums(self) -> tuple[tuple[CellAddress, ...], ...]:
        """The cells of every sum that the number may be, by phrases, the closest first."""
        return tuple(cells for phrase in self.phrases for cells in phrase.sums)
