"""Reading the narrative: the preface, and chapters with their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph, heading_for
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.chapter_matching import (
    ChapterHeadings,
    FoundHeading,
    match_chapters,
)
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.table_text import TableText
from xjdesk.exchange.text.wrapping import Wrapping

_LONGEST_SITE_LINE = 60


@dataclass(frozen=True, slots=True)
class Narrative:
    """The chapters read; `joined` tells whether lines broken by width were put together."""

    chapters: tuple[Chapter, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A line, from a column on, that is all or a part of a paragraph."""

    line: Line
    start: int

    @property
    def text(self) -> str:
        return self.line.raw[self.start :].strip()


@dataclass
class _Piece:
    """A stretch of the source between two chapter headings, while it is being read."""

    heading: str
    heading_line: Line | None
    paragraphs: list[list[_Part]] = field(default_factory=list[list[_Part]])


def read_narrative(
    form: Form,
    year: int,
    ledger: Ledger,
    start: int,
    closing: Sequence[int],
    tables: Sequence[TableText],
) -> Narrative:
    """The chapters of the report, in the order of the source.

    They are the free lines from `start` on, down to the first of the `closing` lines that follows
    the last chapter heading. A chapter the form knows (by its words, or by its table) gets its id;
    one it does not know is kept as a chapter of the report's own. Chapters of the form that the
    source lacks are there, empty.
    """
    headings = ChapterHeadings(form)
    lines = _narrative_lines(headings, ledger, start, closing)
    pieces = _pieces(headings, lines)
    ids = _chapter_ids(form, pieces, tables)
    read = [_chapter(i, piece, ledger) for i, piece in zip(ids, pieces, strict=True)]
    joined = any(len(parts) > 1 for piece in pieces for parts in piece.paragraphs)
    return Narrative(_with_missing(form, year, read), joined)


def _narrative_lines(
    headings: ChapterHeadings, ledger: Ledger, start: int, closing: Sequence[int]
) -> list[Line]:
    free = [line for line in ledger.free_lines() if line.index >= start]
    headed = (line.index for line in free if headings.end(line.text) is not None)
    last_heading = max(headed, default=start)
    end = min((index for index in closing if index > last_heading), default=None)
    if end is None:
        # Nothing is narrative that follows all else and holds no chapter: buttons of a website.
        placed = max((placement.line for placement in ledger.placements), default=-1)
        end = placed if placed > last_heading else _end_before_site(ledger, last_heading)
    return [line for line in free if line.index < end]


def _end_before_site(ledger: Ledger, last_heading: int) -> int:
    """Where what a website prints below its articles begins; else the end of the source."""
    end = len(ledger.lines)
    for line in reversed(ledger.lines[last_heading + 1 :]):
        if marks.BELOW_ARTICLE.search(line.text) and len(line.text) < _LONGEST_SITE_LINE:
            end = line.index
        elif "。" in line.text or len(line.text) > _LONGEST_SITE_LINE:
            break
    return end


def _pieces(headings: ChapterHeadings, lines: list[Line]) -> list[_Piece]:
    pieces = [_Piece("", None)]
    wrapping = Wrapping(lines)
    before: Line | None = None
    for line in lines:
        indent = line.raw.index(line.text)
        end = headings.end(line.text)
        if before and pieces[-1].paragraphs and wrapping.continues(before, line):
            pieces[-1].paragraphs[-1].append(_Part(line, indent))
        elif end is not None:
            pieces.append(_Piece(line.text[:end], line))
            if end < len(line.text):
                pieces[-1].paragraphs.append([_Part(line, indent + end)])
        else:
            pieces[-1].paragraphs.append([_Part(line, indent)])
        before = line
    return pieces


def _chapter_ids(form: Form, pieces: list[_Piece], tables: Sequence[TableText]) -> list[str]:
    """The id of every piece; the first, without a heading, is the form's first chapter."""
    headed = pieces[1:]
    lines = [piece.heading_line.index for piece in headed if piece.heading_line]
    below: dict[int, set[str]] = {}
    for table in tables:
        above = [number for number, line in enumerate(lines) if line < table.first]
        if above and table.table.chapter:
            below.setdefault(above[-1], set()).add(table.table.chapter)
    found = [
        FoundHeading(piece.heading, frozenset(below.get(number, ())))
        for number, piece in enumerate(headed)
    ]
    with_table = set[str]().union(*below.values())
    ids = match_chapters(form, found, with_table)
    named = [known or f"added_{number}" for number, known in enumerate(ids, start=1)]
    return [form.chapters[0].id, *named]


def _chapter(chapter_id: str, piece: _Piece, ledger: Ledger) -> Chapter:
    line = piece.heading_line
    if line is not None:
        start = line.raw.index(line.text)
        end = start + len(piece.heading)
        ledger.place(line.index, start, end, Role.VALUE, HeadingAddress(chapter_id))
    for number, parts in enumerate(piece.paragraphs):
        address = ParagraphAddress(chapter_id, number)
        for part in parts:
            end = len(part.line.raw.rstrip())
            ledger.place(part.line.index, part.start, end, Role.VALUE, address)
    texts = ("".join(part.text for part in parts) for parts in piece.paragraphs)
    return Chapter(chapter_id, piece.heading, tuple(map(Paragraph, texts)))


def _with_missing(form: Form, year: int, read: list[Chapter]) -> tuple[Chapter, ...]:
    chapters = list(read)
    after = 0
    for definition in form.chapters:
        at = next((i for i, c in enumerate(chapters) if c.id == definition.id), None)
        if at is None:
            chapters.insert(after, Chapter(definition.id, heading_for(definition, year), ()))
            at = after
        after = at + 1
    return tuple(chapters)
