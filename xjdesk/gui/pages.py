"""The tabs of a document, generated from its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from xjdesk.core.address import (
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.document_fields import (
    FILLING,
    IMPRINT,
    LETTERHEAD,
    SIGNATURE,
    TABLE_SIGN_OFF,
    UNIT,
    FieldGroup,
)
from xjdesk.core.form import ChapterKind, Form
from xjdesk.core.report import Chapter
from xjdesk.core.table import Table
from xjdesk.gui.document import Document
from xjdesk.gui.page import Page, PagePlan
from xjdesk.gui.severity_look import SeverityLook


def page_plans(document: Document, look: SeverityLook) -> tuple[PagePlan, ...]:
    """公文信息, the chapters with their tables, the tables of the annex, 签署与版记."""
    annex = [table for table in document.form.tables if not table.chapter]
    return (
        _fields(document, look, "公文信息", (LETTERHEAD, UNIT, FILLING), with_year=True),
        *_chapters(document, look),
        *(_table(document, look, table, "") for table in annex),
        _fields(document, look, "签署与版记", _closing_groups(document.form)),
    )


def _closing_groups(form: Form) -> tuple[FieldGroup, ...]:
    if all(table.chapter for table in form.tables):
        return (SIGNATURE, IMPRINT)
    return (SIGNATURE, TABLE_SIGN_OFF, IMPRINT)


def _chapters(document: Document, look: SeverityLook) -> Iterator[PagePlan]:
    for chapter in document.report.chapters:
        definition = document.form.chapter(chapter.id)
        if definition is None or definition.kind is ChapterKind.TEXT:
            yield _chapter(document, look, chapter)
            continue
        tables = [table for table in document.form.tables if table.chapter == chapter.id]
        if not tables:
            yield _chapter(document, look, chapter)
        for number, table in enumerate(tables):
            yield _table(document, look, table, chapter.id if number == 0 else "")


def _fields(
    document: Document,
    look: SeverityLook,
    title: str,
    groups: Sequence[FieldGroup],
    *,
    with_year: bool = False,
) -> PagePlan:
    addresses = {field.address for group in groups for field in group.fields}

    def holds(place: Place) -> bool:
        return place in addresses or (with_year and isinstance(place, YearAddress))

    def build(parent: QWidget) -> Page:
        from xjdesk.gui.fields_page import FieldsPage

        return FieldsPage(document, title, groups, look, with_year=with_year, parent=parent)

    return PagePlan(title, holds, build)


def _chapter(document: Document, look: SeverityLook, chapter: Chapter) -> PagePlan:
    definition = document.form.chapter(chapter.id)
    title = definition.tab if definition else chapter.heading

    def holds(place: Place) -> bool:
        return (
            isinstance(place, HeadingAddress | ParagraphAddress | SpanAddress)
            and place.chapter == chapter.id
        )

    def build(parent: QWidget) -> Page:
        from xjdesk.gui.chapter_page import ChapterPage

        return ChapterPage(document, title, chapter, definition, look, parent)

    return PagePlan(title, holds, build)


def _table(document: Document, look: SeverityLook, table: Table, head_of: str) -> PagePlan:
    def holds(place: Place) -> bool:
        if isinstance(place, HeadingAddress | ParagraphAddress | SpanAddress):
            return bool(head_of) and place.chapter == head_of
        return isinstance(place, CellAddress) and place.table == table.id

    def build(parent: QWidget) -> Page:
        from xjdesk.gui.tables.page import TablePage

        return TablePage(document, table, head_of, look, parent)

    return PagePlan(table.tab, holds, build, is_table=True)
