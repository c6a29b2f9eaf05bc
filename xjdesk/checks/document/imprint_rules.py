"""Check of the last line of the imprint: who printed the document, and when.

GB/T 9704-2012, 7.4.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import advise
from xjdesk.checks.rule import Rule, Topic
from xjdesk.checks.standards import LAYOUT
from xjdesk.core.document_fields import PRINTED_BY, PRINTED_ON, field_at
from xjdesk.core.report import Report
from xjdesk.core.severity import Severity


def imprint_rules() -> Iterator[Rule]:
    """The rules about 印发机关 and 印发日期."""
    yield _PairRule()


@dataclass(frozen=True, slots=True)
class _PairRule:
    @property
    def topics(self) -> frozenset[Topic]:
        return frozenset((PRINTED_BY, PRINTED_ON))

    def check(self, report: Report) -> Iterator[Finding]:
        """P-35: where one of the two is told the other is told too."""
        blank = [a for a in (PRINTED_BY, PRINTED_ON) if not report.field(a).strip()]
        if len(blank) != 1:
            return
        label = field_at(blank[0]).label
        other = next(field_at(a).label for a in (PRINTED_BY, PRINTED_ON) if a != blank[0])
        yield Finding(
            rule="P-35",
            severity=Severity.QUERY,
            where=(blank[0],),
            message=f"填写了{other}，没有填写{label}。按{LAYOUT}，版记的印发机关和"
            "印发日期同在一行。",
            remedies=advise(f"填写{label}。", f"不印版记的，把{other}也清空。"),
            basis=label,
        )
