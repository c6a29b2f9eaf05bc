"""Where something stands in a report: stable names for cells, fields, headings and paragraphs.

An address never changes, whatever its label becomes. Its text form is what the command line prints
and what the project file stores.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class CellAddress:
    """One cell of a statistics table; text form `table.row.column`."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class FieldAddress:
    """One field of the official document; text form `letterhead/number`."""

    group: str
    name: str

    def __str__(self) -> str:
        return f"{self.group}/{self.name}"


@dataclass(frozen=True, slots=True)
class YearAddress:
    """The year the report speaks about; text form `report/year`."""

    def __str__(self) -> str:
        return "report/year"


@dataclass(frozen=True, slots=True, order=True)
class HeadingAddress:
    """The heading of a chapter; text form `narrative/<chapter>/heading`."""

    chapter: str

    def __str__(self) -> str:
        return f"narrative/{self.chapter}/heading"


@dataclass(frozen=True, slots=True, order=True)
class ParagraphAddress:
    """A paragraph of a chapter, counted from 0; text form `narrative/<chapter>/<paragraph>`.

    In a change it is the place where paragraphs are replaced, so it may equal the number of
    paragraphs (append).
    """

    chapter: str
    paragraph: int

    def __str__(self) -> str:
        return f"narrative/{self.chapter}/{self.paragraph}"


@dataclass(frozen=True, slots=True, order=True)
class SpanAddress:
    """Characters `start` up to, not including, `end` of a paragraph.

    Text form `narrative/<chapter>/<paragraph>:<start>-<end>`.
    """

    chapter: str
    paragraph: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"narrative/{self.chapter}/{self.paragraph}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, order=True)
class FindingAddress:
    """What the clerk says about one finding; text form `findings/<rule>/<subject>`.

    `subject` is what the finding is about, in words that stay when its values change. A slash in
    `rule` is written %2F.
    """

    rule: str
    subject: str

    def __str__(self) -> str:
        rule = self.rule.replace("%", "%25").replace("/", "%2F")
        return f"findings/{rule}/{self.subject}"


@dataclass(frozen=True, slots=True, order=True)
class NoteAddress:
    """What the clerk notes for themselves about a row; text form `notes/<table>/<row>`."""

    table: str
    row: str

    def __str__(self) -> str:
        return f"notes/{self.table}/{self.row}"


Aside = FindingAddress | NoteAddress
"""What is said about the report, and stands nowhere in it: it is never printed nor checked."""

TextAddress = FieldAddress | HeadingAddress | ParagraphAddress
"""Where one stretch of words stands that is read as a whole."""

Address = CellAddress | FieldAddress | YearAddress | HeadingAddress | ParagraphAddress | Aside
"""What a change can be made at."""

Place = CellAddress | FieldAddress | YearAddress | HeadingAddress | ParagraphAddress | SpanAddress
"""What a finding can point at."""


_GROUPS_OF_OTHERS = ("report", "narrative", "findings", "notes")
"""What the text forms of addresses begin with that are no fields."""


def parse_cell_address(text: str) -> CellAddress:
    """Read `table.row.column`; ValueError when it is not of that shape."""
    table, row, column = text.split(".")
    if "/" in text:
        raise ValueError(f"{text} is no address of a cell")
    return CellAddress(table, row, column)


def parse_field_address(text: str) -> FieldAddress:
    """Read `group/name`; ValueError when it is not of that shape."""
    group, name = text.split("/")
    if group in _GROUPS_OF_OTHERS:
        raise ValueError(f"{text} is no address of a field")
    return FieldAddress(group, name)


def parse_address(text: str) -> Address:
    """Read the text form of any address a change can be made at; ValueError when it is none."""
    address = _read(text)
    if str(address) != text:
        raise ValueError(f"{text} is no address")
    return address


def _read(text: str) -> Address:
    if text == str(YearAddress()):
        return YearAddress()
    group, _, rest = text.partition("/")
    match group:
        case "findings":
            rule, subject = rest.split("/", 1)
            return FindingAddress(rule.replace("%2F", "/").replace("%25", "%"), subject)
        case "notes":
            table, row = rest.split("/")
            return NoteAddress(table, row)
        case "narrative":
            chapter, place = rest.rsplit("/", 1)
            return HeadingAddress(chapter) if place == "heading" else _paragraph(chapter, place)
        case _:
            return parse_field_address(text) if "/" in text else parse_cell_address(text)


def _paragraph(chapter: str, place: str) -> ParagraphAddress:
    if not (place.isascii() and place.isdigit()):
        raise ValueError(f"{place} is no place in a chapter")
    return ParagraphAddress(chapter, int(place))
