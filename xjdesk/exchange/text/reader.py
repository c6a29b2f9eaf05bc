"""Reading a whole report from plain text."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import Entry
from xjdesk.core.report import Report
from xjdesk.core.row_name import row_name
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.frame_reader import FrameReader
from xjdesk.exchange.text.head_reader import read_head
from xjdesk.exchange.text.narrative_reader import read_narrative
from xjdesk.exchange.text.source import (
    ImportFailedError,
    Ledger,
    Placement,
    Role,
    Unplaced,
    decode_text,
)
from xjdesk.exchange.text.table_reader import TableText, read_table
from xjdesk.storage.form_library import FormLibrary


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """A report read from text, with the account of how it was read.

    `placements` say where every piece went, `unplaced` what found no place, `remarks` (Chinese
    sentences) what was inferred or is missing.
    """

    report: Report
    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...]
    remarks: tuple[str, ...]


def read_report(
    data: bytes, name: str, forms: FormLibrary, form_id: str | None = None
) -> ImportedReport:
    """The report that a text file holds.

    The form is the one of `form_id`, else the one for the year the report speaks of. Raises
    ImportFailedError when the file is no such report, UnknownFormError for an unknown form.
    """
    text = decode_text(data, name)
    year_in_text = _year(text)
    form = forms.form(form_id) if form_id else forms.proposed_for(year_in_text or 0)
    ledger = Ledger(text)
    for line in ledger.lines:
        if marks.PAGE_NUMBER.fullmatch(line.text):
            ledger.place_line(line, Role.CAPTION)
    tables = [found for t in form.tables if (found := read_table(form, t, ledger))]
    frame = FrameReader(ledger, tables[0] if tables else None)
    frame.read()
    head = read_head(ledger)
    year = frame.year or _year(head.fields.get(fields.TITLE, "")) or year_in_text
    if year is None:
        raise ImportFailedError(f"在“{name}”中没有找到报告年度，请确认这是一份年度报告。")
    chapters = read_narrative(form, year, ledger, head.end)
    if not tables and not any(c.paragraphs and c.heading for c in chapters):
        raise ImportFailedError(
            f"在“{name}”中没有认出年度报告的章节和统计表，请检查是否选错了文件。"
        )
    document = _completed(head.fields | frame.fields)
    values: dict[CellAddress, Entry] = {}
    for table in tables:
        values |= table.values
    report = Report(form.id, year, document, chapters, values)
    return ImportedReport(
        report=report,
        placements=tuple(ledger.placements),
        unplaced=ledger.unplaced(),
        remarks=_remarks(form, report, tables),
    )


def _year(text: str) -> int | None:
    """The first year the text names."""
    found = marks.YEAR.search(text)
    return int(found.group(1)) if found else None


def _completed(document: dict[FieldAddress, str]) -> dict[FieldAddress, str]:
    """With the issuer from the signature where the head has none, and the direction inferred.

    A 报告 to an addressee is an upward document (《党政机关公文处理工作条例》第八条(十)).
    """
    completed = dict(document)
    if fields.ORGAN in completed:
        completed.setdefault(fields.ISSUER, completed[fields.ORGAN])
    if fields.ADDRESSEE in completed and "报告" in completed.get(fields.TITLE, ""):
        completed.setdefault(fields.DIRECTION, fields.UPWARD)
    return completed


def _remarks(form: Form, report: Report, tables: list[TableText]) -> tuple[str, ...]:
    remarks: list[str] = []
    if fields.DIRECTION in report.fields:
        remarks.append("按“有主送机关的报告”推定为上行文，如不是请在“公文信息”中更改。")
    if not form.covers(report.year):
        remarks.append(f"没有{report.year}年度的报表格式，暂按“{form.name}”读入，请核对。")
    if not tables:
        remarks.append("没有找到统计表，统计表是空的。")
    for table in tables:
        definition = form.tables[0]
        remarks += [
            f"统计表中没有找到“{row_name(definition, row)}”一行，该格是空的。"
            for row in table.missing
        ]
    remarks += [
        f"章节“{chapter.heading}”不在报表格式之内，已作为另加的章节保留。"
        for chapter in report.chapters
        if form.chapter(chapter.id) is None
    ]
    return tuple(remarks)
