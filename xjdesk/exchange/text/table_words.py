"""The words of a table as its form prints them: labels of rows, captions of columns."""

from __future__ import annotations

from functools import cached_property

from xjdesk.core.form import Form
from xjdesk.core.table import Table
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.chapter_matching import bare_heading
from xjdesk.exchange.text.likeness import (
    LEAST_LIKENESS,
    label_likeness,
    letters,
    likeness,
    spellings,
)

_SAME_HEADING = 0.85
_SHORTEST_MISPRINT, _LONGEST_WORD = 4, 80


class TableWords:
    """Tells the words of one table from others."""

    def __init__(self, form: Form, table: Table) -> None:
        self.table = table
        self.units = form.units()
        names = (bare_heading(chapter.heading) for chapter in form.chapters)
        self._headings = frozenset(map(letters, names)) - {""}
        self._known: dict[str, bool] = {}

    @cached_property
    def labels(self) -> frozenset[str]:
        """The letters of every label in each of its spellings."""
        return frozenset(way for row in self.table.rows for way in spellings(row.label))

    @cached_property
    def captions(self) -> frozenset[str]:
        """The letters of every caption."""
        words = (*self.table.captions, *marks.HEADER_WORDS)
        return frozenset(letters(caption) for caption in words) - {""}

    @cached_property
    def _longest_captions(self) -> list[str]:
        return sorted(self.captions, key=len, reverse=True)

    @cached_property
    def _run_on(self) -> str:
        printed = [*map(letters, self.table.captions), *(letters(r.label) for r in self.table.rows)]
        return "\n".join(printed)

    def is_row_label(self, text: str) -> bool:
        """Whether a text is the label of a row, letter for letter."""
        return letters(text) in self.labels

    def is_caption_part(self, text: str) -> bool:
        """Whether a text is a caption, several, or a part of one that is broken."""
        found = letters(text)
        return any(found in caption for caption in self.captions) or not self._uncaptioned(found)

    def _uncaptioned(self, found: str) -> str:
        """What is left of the letters of a text without the captions in it."""
        if len(found) > _LONGEST_WORD:
            return found
        for caption in self._longest_captions:
            found = found.replace(caption, "")
        return found

    def is_part(self, text: str) -> bool:
        """Whether a text is a label or caption, or a part of one, and no chapter's heading."""
        found = letters(text)
        if any(likeness(found, name) >= _SAME_HEADING for name in self._headings):
            return False
        return found in self._run_on or self.knows(text) or not self._uncaptioned(found)

    def knows(self, text: str) -> bool:
        """Whether a text is a label or caption, allowing for misprints."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._is_known(text)
        return known

    def _is_known(self, text: str) -> bool:
        found = letters(text)
        if not found:
            return False
        if found in self.labels or found in self.captions:
            return True
        if not _SHORTEST_MISPRINT <= len(found) <= _LONGEST_WORD:
            return False
        rows = (row.label for row in self.table.rows)
        return any(
            label_likeness(word, text) >= LEAST_LIKENESS for word in (*rows, *self.table.captions)
        )
