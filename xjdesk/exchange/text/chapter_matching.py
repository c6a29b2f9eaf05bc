"""Telling which chapter of the form each heading of a text begins.

Numbers do not count: they may be wrong. What counts is the words of a heading, and which table
follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xjdesk.core.chapter_keywords import first_mention
from xjdesk.core.form import ChapterDefinition, Form
from xjdesk.core.outline import heading, numbering
from xjdesk.exchange.text.likeness import letters, likeness

_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．，,:：\s]\s*")
_ENDINGS = "。；！？.;!?"
"""What ends a sentence, such as 无其他需要报告的事项。, and no heading without a number."""
_SAME_HEADING = 0.9
_SHORTEST_HEADING = 4
_LONGEST_HEADING = 40
_TABLE_FOLLOWS, _OTHER_TABLE_FOLLOWS = 2.0, -0.8
_LEAST_WORTH = 0.5


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading of the text; `tables` are the chapters whose tables stand below it."""

    text: str
    tables: frozenset[str]


class ChapterHeadings:
    """Tells lines that begin chapters in the texts of one form."""

    def __init__(self, form: Form) -> None:
        self._headings = frozenset(letters(bare_heading(c.heading)) for c in form.chapters) - {""}
        self._labels = frozenset(
            letters(row.label) for table in form.tables for row in table.rows if not row.level
        )

    def end(self, text: str) -> int | None:
        """The length of the chapter heading that a line begins with; None when it begins with none.

        That is a heading of the first level that labels no row, and a line that is a heading of
        the form but for its number.
        """
        found = heading(text)
        if found is not None and found.level == 1:
            return None if letters(text) in self._labels else found.end
        if len(text) > _LONGEST_HEADING or numbering(text) is not None or text[-1] in _ENDINGS:
            return None
        bare = letters(_NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text)
        is_own = any(
            len(name) >= _SHORTEST_HEADING and likeness(name, bare) >= _SAME_HEADING
            for name in self._headings
        )
        return len(text) if is_own else None


def match_chapters(form: Form, headings: Sequence[FoundHeading], with_table: set[str]) -> list[str]:
    """The id of the chapter of each heading, in the form's order; empty for one of no chapter.

    `with_table` are the chapters whose table was found at all.
    """
    chapters = [chapter for chapter in form.chapters if chapter.keywords]
    best: list[list[float]] = [[0.0] * (len(chapters) + 1) for _ in range(len(headings) + 1)]
    for i, found in enumerate(headings):
        for j, chapter in enumerate(chapters):
            worth = _worth(found, chapter, with_table)
            here = best[i][j] + worth if worth >= _LEAST_WORTH else 0.0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], here)
    ids = [""] * len(headings)
    i, j = len(headings), len(chapters)
    while i and j:
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            i, j = i - 1, j - 1
            ids[i] = chapters[j].id
    return ids


def _worth(found: FoundHeading, chapter: ChapterDefinition, with_table: set[str]) -> float:
    name = bare_heading(found.text)
    place = first_mention(found.text, chapter)
    worth = likeness(letters(bare_heading(chapter.heading)), letters(name))
    if place is not None:
        worth += 1.0 + 0.2 / (1 + place)
    elif worth < _SAME_HEADING:
        worth = 0.0
    if chapter.id in found.tables:
        worth += _TABLE_FOLLOWS
    elif chapter.id in with_table:
        worth += _OTHER_TABLE_FOLLOWS
    return worth


def bare_heading(text: str) -> str:
    """A heading without its number, as far as it names no year."""
    found = numbering(text)
    return (text[len(found.text) :] if found else text).split("{")[0]
