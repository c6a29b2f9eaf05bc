"""The report as it is written in a project file: plain records, checked on the way in.

`report.json` holds one `ReportRecord`. Numbers are text, so that decimals stay exact; addresses
are in their text form.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from xjdesk.core.address import parse_cell_address, parse_field_address
from xjdesk.core.numbers import Entry, read_entry, show_number
from xjdesk.core.report import Chapter, Paragraph, Report


class RecordError(ValueError):
    """Bytes that are no record of a report."""


class ParagraphRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph."""

    text: str


class ChapterRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter."""

    id: str
    heading: str
    paragraphs: tuple[ParagraphRecord, ...]


class EntryRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A filled cell: either its number or the text that is none."""

    number: str | None = None
    text: str | None = None


class ReportRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report."""

    form: str
    year: int
    fields: dict[str, str]
    chapters: tuple[ChapterRecord, ...]
    values: dict[str, EntryRecord]


def encode_report(report: Report) -> bytes:
    """The report as JSON in UTF-8; equal reports give equal bytes."""
    record = ReportRecord(
        form=report.form_id,
        year=report.year,
        fields={str(a): _storable(report.fields[a]) for a in sorted(report.fields)},
        chapters=tuple(
            ChapterRecord(
                c.id,
                _storable(c.heading),
                tuple(ParagraphRecord(_storable(p.text)) for p in c.paragraphs),
            )
            for c in report.chapters
        ),
        values={str(a): _entry_record(report.values[a]) for a in sorted(report.values)},
    )
    return msgspec.json.format(msgspec.json.encode(record), indent=1)


def decode_report(data: bytes) -> Report:
    """The report that `encode_report` made; RecordError when the bytes are none."""
    try:
        record = msgspec.json.decode(data, type=ReportRecord)
        return Report(
            form_id=record.form,
            year=record.year,
            fields={parse_field_address(a): text for a, text in record.fields.items()},
            chapters=tuple(
                Chapter(c.id, c.heading, tuple(Paragraph(p.text) for p in c.paragraphs))
                for c in record.chapters
            ),
            values={parse_cell_address(a): _entry(e) for a, e in record.values.items()},
        )
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _entry_record(entry: Entry) -> EntryRecord:
    if isinstance(entry, Decimal):
        return EntryRecord(number=show_number(entry))
    return EntryRecord(text=_storable(entry))


def _entry(record: EntryRecord) -> Entry:
    if (record.number is None) == (record.text is None):
        raise RecordError("a cell holds either a number or text")
    if record.number is None:
        return record.text or ""
    number = read_entry(record.number)
    if not isinstance(number, Decimal) or show_number(number) != record.number:
        raise RecordError(f"{record.number} is no number")
    return number


def _storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character, from a broken paste, becomes �."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
