"""What has to be filled in of a report besides its tables.

The signer of an upward document: 《党政机关公文处理工作条例》第九条(六).
"""

from __future__ import annotations

from xjdesk.core.address import FieldAddress
from xjdesk.core.document_fields import DIRECTION, UPWARD
from xjdesk.core.form import ChapterDefinition, ChapterKind
from xjdesk.core.report import Chapter, Report


def is_filled(report: Report, address: FieldAddress) -> bool:
    """Whether something stands in the field."""
    return bool(report.field(address).strip())


def needs_signer(report: Report) -> bool:
    """Whether the document has to name its signer: an upward one."""
    return report.field(DIRECTION) == UPWARD


def needs_text(definition: ChapterDefinition) -> bool:
    """Whether the form asks for text in the chapter."""
    return definition.required and definition.kind is ChapterKind.TEXT


def has_text(report: Report, chapter_id: str) -> bool:
    """Whether the report has such a chapter with words in it."""
    chapter = chapter_in(report, chapter_id)
    return chapter is not None and any(p.text.strip() for p in chapter.paragraphs)


def chapter_in(report: Report, chapter_id: str) -> Chapter | None:
    """The chapter of that id; None where the report has none."""
    return next((chapter for chapter in report.chapters if chapter.id == chapter_id), None)
