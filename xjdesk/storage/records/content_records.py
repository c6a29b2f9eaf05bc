"""What stands at the places of a report, as it is written in files: plain records.

Numbers are text, so that decimals stay exact; addresses are in their text form. A field that is
not known here is passed over: whoever must not lose it compares (`is_all`).
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from xjdesk.core.address import FindingAddress, parse_cell_address
from xjdesk.core.explanation import EarlierExplanation, Explanation
from xjdesk.core.figure import Figure, FigureKind, FigureSource, Operand
from xjdesk.core.numbers import Entry, show_number
from xjdesk.core.report import Paragraph

_MOST_DECIMALS = 4
_NUMBER = re.compile(r"-?[0-9]{1,28}(\.[0-9]{1,28})?")
"""Longer than any that can be typed: sums and quotients of those are stored as well."""
_HALF = re.compile("[\ud800-\udfff]")


class RecordError(ValueError):
    """Bytes or values that are no record of what they should be."""


class FigureRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number in a paragraph that comes from cells: addresses, and plain numbers as text."""

    start: int
    end: int
    kind: FigureKind
    operands: tuple[str, ...]
    decimals: int = 0
    unit: str = ""


class ParagraphRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph."""

    text: str
    figures: tuple[FigureRecord, ...] = ()


class EntryRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A filled cell: either its number or the text that is none."""

    number: str | None = None
    text: str | None = None


class EarlierRecord(msgspec.Struct, frozen=True):
    """A reason written for other values."""

    text: str
    basis: str


class ExplanationRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was said about the finding of `rule` about `subject`."""

    rule: str
    subject: str
    text: str
    basis: str
    earlier: tuple[EarlierRecord, ...] = ()


def size_in_values(data: bytes) -> int:
    """How many values some JSON holds at most: what reading it costs, in memory and in time."""
    return sum(map(data.count, (b",", b"[", b"{")))


def paragraph_record(paragraph: Paragraph) -> ParagraphRecord:
    """The paragraph as a record."""
    text = storable(paragraph.text)
    return ParagraphRecord(text, tuple(map(_figure_record, paragraph.figures)))


def paragraph_from(record: ParagraphRecord) -> Paragraph:
    """The paragraph of a record; RecordError when its figures do not lie in its text."""
    if not record.figures:
        return Paragraph(record.text)
    figures = tuple(map(_figure, record.figures))
    ends = [0, *(figure.end for figure in figures)]
    for figure, before in zip(figures, ends, strict=False):
        if not before <= figure.start < figure.end <= len(record.text):
            raise RecordError("a figure stands outside its paragraph or in another")
    return Paragraph(record.text, figures)


def entry_record(entry: Entry) -> EntryRecord:
    """What a filled cell holds, as a record."""
    if isinstance(entry, Decimal):
        return EntryRecord(number=show_number(entry))
    return EntryRecord(text=storable(entry))


def entry_from(record: EntryRecord) -> Entry:
    """What the cell of a record holds; RecordError when it is neither number nor text."""
    if record.number is not None and record.text is None:
        return _number(record.number)
    if record.text and record.number is None:
        return record.text
    raise RecordError("a cell holds either a number or text")


def explanation_record(address: FindingAddress, said: Explanation) -> ExplanationRecord:
    """What was said about a finding, as a record."""
    earlier = tuple(EarlierRecord(storable(e.text), storable(e.basis)) for e in said.earlier)
    return ExplanationRecord(
        storable(address.rule),
        storable(address.subject),
        storable(said.text),
        storable(said.basis),
        earlier,
    )


def explanation_from(record: ExplanationRecord) -> tuple[FindingAddress, Explanation]:
    """What was said, and about which finding."""
    earlier = tuple(EarlierExplanation(e.text, e.basis) for e in record.earlier)
    address = FindingAddress(record.rule, record.subject)
    return address, Explanation(record.text, record.basis, earlier)


def is_all(record: msgspec.Struct, value: object) -> bool:
    """Whether the record holds all that the JSON value does from which it was made."""
    return msgspec.json.encode(record, order="sorted") == msgspec.json.encode(value, order="sorted")


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character, from a broken paste, becomes one �.

    One for one, so that figures stay where they are.
    """
    return _HALF.sub("\ufffd", text)


def _figure_record(figure: Figure) -> FigureRecord:
    source = figure.source
    operands = tuple(
        show_number(operand) if isinstance(operand, Decimal) else str(operand)
        for operand in source.operands
    )
    unit = storable(source.unit)
    return FigureRecord(figure.start, figure.end, source.kind, operands, source.decimals, unit)


def _figure(record: FigureRecord) -> Figure:
    operands = tuple(map(_operand, record.operands))
    if len(operands) != (1 if record.kind is FigureKind.VALUE else 2):
        raise RecordError(f"a figure of kind {record.kind} with {len(operands)} operands")
    if not 0 <= record.decimals <= _MOST_DECIMALS:
        raise RecordError(f"a figure with {record.decimals} decimals")
    if record.unit and record.kind is not FigureKind.YEAR_ON_YEAR:
        raise RecordError(f"a figure of kind {record.kind} with a unit")
    source = FigureSource(record.kind, operands, record.decimals, record.unit)
    return Figure(record.start, record.end, source)


def _operand(text: str) -> Operand:
    return parse_cell_address(text) if text.count(".") == 2 else _number(text)


def _number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text) or show_number(number := Decimal(text)) != text:
        raise RecordError(f"{text:.40} is no number")
    return number
