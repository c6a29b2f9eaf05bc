"""Relations (勾稽关系) as a form states them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xjdesk.core.formula import Condition, this_year_name
from xjdesk.core.severity import Severity


class RelationKind(StrEnum):
    """What a relation speaks about.

    FORMULA is a condition between cells. The others state, for every cell they apply to, that a
    number has the right shape (ENTRY), that a heading row is empty (HEADING), that no indicator
    is blank (BLANK), that the year is the sum of its quarters (QUARTERS), that it does not swing
    beyond a factor against last year (SWING).
    """

    FORMULA = "formula"
    ENTRY = "entry"
    HEADING = "heading"
    BLANK = "blank"
    QUARTERS = "quarters"
    SWING = "swing"


class Over(StrEnum):
    """What a formula's bare names are, and so what it is repeated over.

    COLUMNS: names are rows, one instance for every column. ROWS: names are columns, one instance
    for every indicator row.
    """

    COLUMNS = "columns"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a form with what is said when it does not hold.

    `message` is a Chinese sentence saying what ought to hold; `remedies` at least two ways out.
    `condition` is None unless the kind is FORMULA; `factor` is for SWING, as are the `rows` it
    speaks of, which are all where none are named.
    """

    id: str
    kind: RelationKind
    table: str
    severity: Severity
    message: str
    remedies: tuple[str, ...]
    condition: Condition | None = None
    over: Over = Over.COLUMNS
    factor: int = 0
    rows: tuple[str, ...] = ()

    @property
    def looks_back(self) -> bool:
        """Whether it holds cells against those of last year."""
        names = self.condition.names() if self.condition is not None else ()
        return self.kind is RelationKind.SWING or any(map(this_year_name, names))
