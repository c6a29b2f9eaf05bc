"""What is printed with a table about whose numbers it holds (统计范围)."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.document_fields import SCOPE
from xjdesk.core.report import Report
from xjdesk.core.table import Table


@dataclass(frozen=True, slots=True)
class PrintedScope:
    """The scope of a table and what the form prints before and behind it."""

    before: str
    scope: str
    behind: str

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.before}{self.scope}{self.behind}"


def printed_scope(table: Table, report: Report) -> PrintedScope | None:
    """The scope as the form prints it; None when it prints none or none is chosen."""
    scope = report.field(SCOPE).strip()
    if not table.scope or not scope:
        return None
    before, _, behind = table.scope.partition("{scope}")
    return PrintedScope(before, scope, behind)
