"""Reading the narrative: the preface, and chapters with their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import ChapterDefinition, ChapterKind, Form
from xjdesk.core.outline import heading, numbering
from xjdesk.core.report import Chapter, Paragraph, heading_for
from xjdesk.exchange.text.source import Ledger, Line, Role

_WRAPPED_AT_LEAST = 25
_ENDINGS = "。！？：；…”!?:;."


@dataclass
class _Piece:
    """A stretch of the source between two chapter headings, while it is being read.

    `paragraphs` are lists of (line, first column) whose texts join to one paragraph.
    """

    heading: str
    heading_line: Line | None
    paragraphs: list[list[tuple[Line, int]]] = field(default_factory=list[list[tuple[Line, int]]])


def read_narrative(form: Form, year: int, ledger: Ledger, start: int) -> tuple[Chapter, ...]:
    """The chapters of the report, in the order of the source, from the free lines from `start` on.

    A chapter the form knows (by its keywords) gets its id; one it does not know is kept as a
    chapter of the report's own. Chapters of the form that the source lacks are there, empty.
    """
    pieces = _pieces(_narrative_lines(ledger, start))
    ids = _chapter_ids(form, pieces)
    read = [
        _chapter(chapter_id, piece, ledger) for chapter_id, piece in zip(ids, pieces, strict=True)
    ]
    return _with_missing(form, year, read)


def _narrative_lines(ledger: Ledger, start: int) -> list[Line]:
    """The free lines from `start` on; not those after all else that hold no chapter any more.

    What follows signature, table and imprint (buttons of a website, say) is no narrative.
    """
    free = [line for line in ledger.free_lines() if line.index >= start]
    end = max((placement.line for placement in ledger.placements), default=0)
    if end < start or any(_is_chapter_heading(line) for line in free if line.index > end):
        return free
    return [line for line in free if line.index < end]


def _is_chapter_heading(line: Line) -> bool:
    found = heading(line.text)
    return found is not None and found.level == 1


def _pieces(lines: list[Line]) -> list[_Piece]:
    pieces = [_Piece("", None)]
    before: Line | None = None
    for line in lines:
        found = heading(line.text)
        if found and found.level == 1:
            indent = line.raw.index(line.text)
            pieces.append(_Piece(line.text[: found.end], line))
            if found.end < len(line.text):
                pieces[-1].paragraphs.append([(line, indent + found.end)])
        elif before and pieces[-1].paragraphs and _continues(before, line):
            pieces[-1].paragraphs[-1].append((line, line.raw.index(line.text)))
        else:
            pieces[-1].paragraphs.append([(line, line.raw.index(line.text))])
        before = line
    return pieces


def _continues(before: Line, line: Line) -> bool:
    """Whether a line only goes on with the paragraph of the line right before it.

    So it is where the source breaks its lines by width: the line before is long and ends in the
    middle of a sentence, and this one is not indented.
    """
    return (
        line.index == before.index + 1
        and len(before.text) >= _WRAPPED_AT_LEAST
        and before.text[-1] not in _ENDINGS
        and not line.is_indented
        and numbering(line.text) is None
    )


def _chapter_ids(form: Form, pieces: list[_Piece]) -> list[str]:
    """The id of every piece; the first, without a heading, is the form's first chapter."""
    ids = [form.chapters[0].id]
    open_chapters = [c for c in form.chapters[1:] if c.kind is ChapterKind.TEXT]
    for number, piece in enumerate(pieces[1:], start=1):
        match = next((c for c in open_chapters if _speaks_of(piece.heading, c)), None)
        if match is None:
            ids.append(f"added_{number}")
        else:
            open_chapters.remove(match)
            ids.append(match.id)
    return ids


def _speaks_of(title: str, chapter: ChapterDefinition) -> bool:
    return any(keyword in title for keyword in chapter.keywords)


def _chapter(chapter_id: str, piece: _Piece, ledger: Ledger) -> Chapter:
    line = piece.heading_line
    if line is not None:
        start = line.raw.index(line.text)
        end = start + len(piece.heading)
        ledger.place(line.index, start, end, Role.VALUE, HeadingAddress(chapter_id))
    paragraphs: list[Paragraph] = []
    for parts in piece.paragraphs:
        address = ParagraphAddress(chapter_id, len(paragraphs))
        for part, start in parts:
            ledger.place(part.index, start, len(part.raw.rstrip()), Role.VALUE, address)
        paragraphs.append(Paragraph("".join(part.raw[start:].strip() for part, start in parts)))
    return Chapter(chapter_id, piece.heading, tuple(paragraphs))


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
