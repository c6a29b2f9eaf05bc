"""The title as it is read."""

from __future__ import annotations

from xjdesk.core.document_fields import TITLE
from xjdesk.core.report import Report


def title_line(report: Report) -> str:
    """The title on one line."""
    return "".join(line.strip() for line in report.field(TITLE).splitlines())
