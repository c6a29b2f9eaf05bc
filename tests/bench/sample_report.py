"""The founding document: as the program has it, and as plain text for other engines to set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from xjdesk.app.projects import import_project
from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, apply
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Paragraph, Report
from xjdesk.core.table import Table
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.storage.project import Project

EDITED = ParagraphAddress("overview", 0)
"""The paragraph that is edited between two exports."""


class Role(Enum):
    """What a line of the text is, and so how it is set."""

    MARK = auto()
    NUMBER = auto()
    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    CLOSING = auto()


@dataclass(frozen=True)
class SampleText:
    """The words of a report: what stands before the table, the table, what stands after it."""

    paragraphs: list[tuple[Role, str]]
    rows: list[list[str]]
    imprint: list[str]


def sample_project() -> Project:
    """The founding document as a project."""
    return import_project(Path(str(resource("samples", "xiji-2016.txt"))), shipped_forms()).project


def sample_report() -> tuple[Report, Form]:
    """The founding document and its form."""
    project = sample_project()
    return project.report, shipped_forms().form(project.report.form_id)


def edited(report: Report, addition: str) -> Report:
    """The report with something added to one of its paragraphs."""
    old = report.chapter(EDITED.chapter).paragraphs[EDITED.paragraph]
    return apply(report, Change(EDITED, (old,), (Paragraph(old.text + addition),)))


def plain_text(report: Report, form: Form) -> SampleText:
    """The words of the report, whoever is to set them."""
    paragraphs = [
        (Role.MARK, f"{report.field(fields.ISSUER)}文件"),
        (Role.NUMBER, report.field(fields.NUMBER)),
        (Role.TITLE, report.field(fields.TITLE).replace("\n", "")),
        (Role.HEADING, report.field(fields.ADDRESSEE)),
    ]
    for chapter in report.chapters:
        if chapter.heading:
            paragraphs.append((Role.HEADING, chapter.heading))
        paragraphs += [(Role.BODY, paragraph.text) for paragraph in chapter.paragraphs]
    paragraphs += [(Role.BODY, f"附件：{report.field(fields.ANNEX_NOTE)}")]
    paragraphs += [(Role.CLOSING, report.field(name)) for name in (fields.ORGAN, fields.DATE)]
    (table,) = form.tables
    imprint = [report.field(name) for name in (fields.COPIES_TO, fields.PRINTED_BY)]
    return SampleText(paragraphs, _rows(report, table), imprint)


def _rows(report: Report, table: Table) -> list[list[str]]:
    captions = list(table.captions)
    rows = [captions]
    for row in table.rows:
        values = [
            show_entry(report.value(CellAddress(table.id, row.id, column.id)))
            for column in table.columns
        ]
        rows.append([row.label.replace("\n", ""), row.unit, *values])
    return rows
