"""What decides whether last year's report may be held against this one at all."""

from __future__ import annotations

from xjdesk.checks.rule import Topic
from xjdesk.core.address import YearAddress
from xjdesk.core.document_fields import SCOPE

FITTING_TOPICS: frozenset[Topic] = frozenset((YearAddress(), SCOPE))
"""What `LastYear.fits` reads of a report."""
