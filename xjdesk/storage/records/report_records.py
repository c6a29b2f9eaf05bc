"""The report as it is written in a project file, checked on the way in.

`report.json` holds one `ReportRecord`.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR

import msgspec

from xjdesk.core.address import NoteAddress, parse_address, parse_cell_address, parse_field_address
from xjdesk.core.report import Chapter, Report
from xjdesk.storage.records.content_records import (
    EntryRecord,
    ExplanationRecord,
    ParagraphRecord,
    RecordError,
    entry_from,
    entry_record,
    explanation_from,
    explanation_record,
    is_all,
    paragraph_from,
    paragraph_record,
    storable,
)


class ChapterRecord(msgspec.Struct, frozen=True):
    """A chapter."""

    id: str
    heading: str
    paragraphs: tuple[ParagraphRecord, ...]


class ReportRecord(msgspec.Struct, frozen=True):
    """A report."""

    form: str
    year: int
    fields: dict[str, str]
    chapters: tuple[ChapterRecord, ...]
    values: dict[str, EntryRecord]
    explanations: tuple[ExplanationRecord, ...]
    notes: dict[str, str]


def encode_report(report: Report) -> bytes:
    """The report as JSON in UTF-8; equal reports give equal bytes."""
    record = ReportRecord(
        form=storable(report.form_id),
        year=report.year,
        fields={str(a): storable(report.fields[a]) for a in sorted(report.fields)},
        chapters=tuple(
            ChapterRecord(
                storable(c.id), storable(c.heading), tuple(map(paragraph_record, c.paragraphs))
            )
            for c in report.chapters
        ),
        values={str(a): entry_record(report.values[a]) for a in sorted(report.values)},
        explanations=tuple(
            explanation_record(a, report.explanations[a]) for a in sorted(report.explanations)
        ),
        notes={str(a): storable(report.notes[a]) for a in sorted(report.notes)},
    )
    return msgspec.json.format(msgspec.json.encode(record), indent=1)


def decode_report(data: bytes) -> Report:
    """The report that `encode_report` made; RecordError when the bytes are none."""
    try:
        value = msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error
    return report_from(value)


def report_from(value: object, *, is_newer: bool = False) -> Report:
    """The report in a JSON value; RecordError when it is none.

    Nor may it hold anything that is not known here and would be lost, unless it `is_newer`: from
    a newer program, to be looked at only.
    """
    try:
        record = msgspec.convert(value, ReportRecord)
        if not is_newer and not is_all(record, value):
            raise RecordError("the report holds what is not known")
        return _report(record)
    except (ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _report(record: ReportRecord) -> Report:
    if not MINYEAR <= record.year <= MAXYEAR:
        raise RecordError(f"{record.year} is no year")
    if len({chapter.id for chapter in record.chapters}) < len(record.chapters):
        raise RecordError("two chapters of one id")
    explanations = dict(map(explanation_from, record.explanations))
    if len(explanations) < len(record.explanations):
        raise RecordError("two explanations of one finding")
    return Report(
        form_id=record.form,
        year=record.year,
        fields={parse_field_address(a): text for a, text in record.fields.items()},
        chapters=tuple(
            Chapter(c.id, c.heading, tuple(map(paragraph_from, c.paragraphs)))
            for c in record.chapters
        ),
        values={parse_cell_address(a): entry_from(e) for a, e in record.values.items()},
        explanations=explanations,
        notes={_note_address(a): text for a, text in record.notes.items()},
    )


def _note_address(text: str) -> NoteAddress:
    address = parse_address(text)
    if not isinstance(address, NoteAddress):
        raise RecordError(f"{text} is no address of a note")
    return address
