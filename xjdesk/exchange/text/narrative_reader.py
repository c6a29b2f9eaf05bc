"""Reading the narrative: the preface, and chapters with their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import ChapterDefinition, ChapterKind, Form
from xjdesk.core.outline import heading, numbering
from xjdesk.core.report import Chapter, Paragraph, heading_for
from xjdesk.exchange.text.source import Ledger, Line, Role
from xjdesk.exchange.text.wrapping import Wrapping


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
    form: Form, year: int, ledger: Ledger, start: int, closing: Sequence[int]
) -> Narrative:
    """The chapters of the report, in the order of the source.

    They are the free lines from `start` on, down to the first of the `closing` lines that follows
    the last chapter heading. A chapter the form knows (by its keywords) gets its id; one it does
    not know is kept as a chapter of the report's own. Chapters of the form that the source lacks
    are there, empty.
    """
    lines = _narrative_lines(ledger, start, closing)
    pieces = _pieces(lines)
    ids = _chapter_ids(form, pieces)
    read = [_chapter(i, piece, ledger) for i, piece in zip(ids, pieces, strict=True)]
    joined = any(len(parts) > 1 for piece in pieces for parts in piece.paragraphs)
    return Narrative(_with_missing(form, year, read), joined)


def _narrative_lines(ledger: Ledger, start: int, closing: Sequence[int]) -> list[Line]:
    free = [line for line in ledger.free_lines() if line.index >= start]
    last_heading = max((line.index for line in free if _is_chapter_heading(line)), default=start)
    end = min((index for index in closing if index > last_heading), default=None)
    if end is None:
        # Nothing is narrative that follows all else and holds no chapter: buttons of a website.
        placed = max((placement.line for placement in ledger.placements), default=-1)
        end = placed if placed > last_heading else len(ledger.lines)
    return [line for line in free if line.index < end]


def _is_chapter_heading(line: Line) -> bool:
    found = heading(line.text)
    return found is not None and found.level == 1


def _pieces(lines: list[Line]) -> list[_Piece]:
    pieces = [_Piece("", None)]
    wrapping = Wrapping(lines)
    before: Line | None = None
    for line in lines:
        indent = line.raw.index(line.text)
        if before and pieces[-1].paragraphs and wrapping.continues(before, line):
            pieces[-1].paragraphs[-1].append(_Part(line, indent))
        elif _is_chapter_heading(line):
            found = heading(line.text)
            end = found.end if found else 0
            pieces.append(_Piece(line.text[:end], line))
            if end < len(line.text):
                pieces[-1].paragraphs.append([_Part(line, indent + end)])
        else:
            pieces[-1].paragraphs.append([_Part(line, indent)])
        before = line
    return pieces


def _chapter_ids(form: Form, pieces: list[_Piece]) -> list[str]:
    """The id of every piece; the first, without a heading, is the form's first chapter."""
    ids = [form.chapters[0].id]
    open_chapters = [c for c in form.chapters[1:] if c.kind is ChapterKind.TEXT]
    for number, piece in enumerate(pieces[1:], start=1):
        known = [c for c in open_chapters if _first_mention(piece.heading, c) is not None]
        if known:
            match = min(known, key=lambda c: _first_mention(piece.heading, c) or 0)
            open_chapters.remove(match)
            ids.append(match.id)
        else:
            ids.append(f"added_{number}")
    return ids


def _first_mention(title: str, chapter: ChapterDefinition) -> int | None:
    """Where the first of the chapter's keywords stands in a heading; None without any."""
    found = numbering(title)
    name = title[len(found.text) :] if found else title
    places = [_place(keyword, name) for keyword in chapter.keywords]
    return min((place for place in places if place >= 0), default=None)


def _place(keyword: str, name: str) -> int:
    if keyword.startswith("^"):
        return 0 if name.startswith(keyword[1:]) else -1
    return name.find(keyword)


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
