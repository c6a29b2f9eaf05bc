"""The running text of a report, line by line: headings and paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from xjdesk.checks.document.required_parts import has_text, needs_text
from xjdesk.checks.memo_sizes import MOST_PARAGRAPHS
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Report

_T = TypeVar("_T")

LineAddress = HeadingAddress | ParagraphAddress


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or a paragraph, and the chapter it stands in."""

    address: LineAddress
    text: str
    chapter: Chapter


def unwritten_chapters(form: Form, report: Report) -> frozenset[str]:
    """The chapters whose text is still to come: their headings are only those of the form."""
    asked_for = (chapter.id for chapter in form.chapters if needs_text(chapter))
    return frozenset(id_ for id_ in asked_for if not has_text(report, id_))


def found_in(
    chapters: Iterable[Chapter], scan: Callable[[str], Iterable[_T]]
) -> Iterator[tuple[Line, _T]]:
    """What `scan` finds in each heading and paragraph, in the order of the text."""
    for chapter in chapters:
        for found in scan(chapter.heading):
            yield Line(HeadingAddress(chapter.id), chapter.heading, chapter), found
        for number, paragraph in enumerate(chapter.paragraphs):
            for found in scan(paragraph.text):
                yield Line(ParagraphAddress(chapter.id, number), paragraph.text, chapter), found


def remembered(scan: Callable[[str], _T]) -> Callable[[str], _T]:
    """`scan`, which reads one line, with its results kept: a key pressed re-reads one line."""
    return lru_cache(MOST_PARAGRAPHS)(scan)
