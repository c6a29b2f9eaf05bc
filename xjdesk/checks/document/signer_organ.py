"""The organ that signs the document, by whose name its words are judged."""

from __future__ import annotations

from xjdesk.checks.rule import Topic
from xjdesk.core.document_fields import ISSUER, ORGAN
from xjdesk.core.report import Report

_FILE = "文件"
ORGAN_TOPICS: frozenset[Topic] = frozenset((ORGAN, ISSUER))


def signing_organ(report: Report) -> str:
    """署名, or where that is not filled in 发文机关; empty when neither is."""
    organ = report.field(ORGAN).strip() or report.field(ISSUER).strip()
    return organ.removesuffix(_FILE)
