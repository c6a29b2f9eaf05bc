"""The report as it is written in a project file: plain records, checked on the way in.

`report.json` holds one `ReportRecord`. Numbers are text, so that decimals stay exact; addresses
are in their text form.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from xjdesk.core.address import FindingAddress, parse_cell_address, parse_field_address
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource, Operand
from xjdesk.core.numbers import Entry, read_entry, show_number
from xjdesk.core.report import Chapter, Paragraph, Report

_MOST_DECIMALS = 4
_HALF = re.compile("[\ud800-\udfff]")


class RecordError(ValueError):
    """Bytes that are no record of a report."""


class FigureRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number in a paragraph that comes from cells: addresses, and plain numbers as text."""

    start: int
    end: int
    kind: FigureKind
    operands: tuple[str, ...]
    decimals: int = 0


class ParagraphRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A paragraph."""

    text: str
    figures: tuple[FigureRecord, ...] = ()


class ChapterRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter."""

    id: str
    heading: str
    paragraphs: tuple[ParagraphRecord, ...]


class EntryRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A filled cell: either its number or the text that is none."""

    number: str | None = None
    text: str | None = None


class EarlierRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reason written for other values."""

    text: str
    basis: str


class ExplanationRecord(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What was said about the finding of `rule` about `subject`."""

    rule: str
    subject: str
    text: str
    basis: str
    earlier: tuple[EarlierRecord, ...] = ()


class ReportRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A report."""

    form: str
    year: int
    fields: dict[str, str]
    chapters: tuple[ChapterRecord, ...]
    values: dict[str, EntryRecord]
    explanations: tuple[ExplanationRecord, ...] = ()


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
                tuple(map(_paragraph_record, c.paragraphs)),
            )
            for c in report.chapters
        ),
        values={str(a): _entry_record(report.values[a]) for a in sorted(report.values)},
        explanations=tuple(
            _explanation_record(a, report.explanations[a]) for a in sorted(report.explanations)
        ),
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
                Chapter(c.id, c.heading, tuple(map(_paragraph, c.paragraphs)))
                for c in record.chapters
            ),
            values={parse_cell_address(a): _entry(e) for a, e in record.values.items()},
            explanations=dict(map(_explanation, record.explanations)),
        )
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error


def _paragraph_record(paragraph: Paragraph) -> ParagraphRecord:
    text = _storable(paragraph.text)
    return ParagraphRecord(text, tuple(map(_figure_record, paragraph.figures)))


def _figure_record(figure: Figure) -> FigureRecord:
    source = figure.source
    operands = tuple(
        show_number(operand) if isinstance(operand, Decimal) else str(operand)
        for operand in source.operands
    )
    return FigureRecord(figure.start, figure.end, source.kind, operands, source.decimals)


def _paragraph(record: ParagraphRecord) -> Paragraph:
    figures = tuple(map(_figure, record.figures))
    ends = [0, *(figure.end for figure in figures)]
    for figure, before in zip(figures, ends, strict=False):
        if not before <= figure.start < figure.end <= len(record.text):
            raise RecordError("a figure stands outside its paragraph or in another")
    return Paragraph(record.text, figures)


def _figure(record: FigureRecord) -> Figure:
    operands = tuple(map(_operand, record.operands))
    if len(operands) != (1 if record.kind is FigureKind.VALUE else 2):
        raise RecordError(f"a figure of kind {record.kind} with {len(operands)} operands")
    if not 0 <= record.decimals <= _MOST_DECIMALS:
        raise RecordError(f"a figure with {record.decimals} decimals")
    return Figure(record.start, record.end, FigureSource(record.kind, operands, record.decimals))


def _operand(text: str) -> Operand:
    return parse_cell_address(text) if text.count(".") == 2 else _number(text)


def _explanation_record(address: FindingAddress, said: Explanation) -> ExplanationRecord:
    earlier = tuple(EarlierRecord(_storable(e.text), _storable(e.basis)) for e in said.earlier)
    return ExplanationRecord(
        address.rule,
        _storable(address.subject),
        _storable(said.text),
        _storable(said.basis),
        earlier,
    )


def _explanation(record: ExplanationRecord) -> tuple[FindingAddress, Explanation]:
    earlier = tuple(EarlierExplanation(e.text, e.basis) for e in record.earlier)
    address = FindingAddress(record.rule, record.subject)
    return address, Explanation(record.text, record.basis, earlier)


def _entry_record(entry: Entry) -> EntryRecord:
    if isinstance(entry, Decimal):
        return EntryRecord(number=show_number(entry))
    return EntryRecord(text=_storable(entry))


def _entry(record: EntryRecord) -> Entry:
    if (record.number is None) == (record.text is None):
        raise RecordError("a cell holds either a number or text")
    if record.number is None:
        return record.text or ""
    return _number(record.number)


def _number(text: str) -> Decimal:
    number = read_entry(text)
    if not isinstance(number, Decimal) or show_number(number) != text:
        raise RecordError(f"{text} is no number")
    return number


def _storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character, from a broken paste, becomes one �.

    One for one, so that figures stay where they are.
    """
    return _HALF.sub("\ufffd", text)
