"""Everything that the checks of the text against itself read in one paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xjdesk.checks.consistency.clash import Clash
from xjdesk.checks.consistency.completion import CompletionCheck, Statements
from xjdesk.checks.consistency.explained_numbers import explained_number_clashes
from xjdesk.checks.consistency.growth import GrowthCheck
from xjdesk.checks.consistency.lines import read_lines
from xjdesk.checks.consistency.missing_counts import missing_count_clashes
from xjdesk.checks.consistency.part_list_reader import PartListReader
from xjdesk.checks.consistency.part_words import PartWords
from xjdesk.checks.consistency.points import PointReader, Points
from xjdesk.checks.consistency.share_sums import ShareSumCheck
from xjdesk.checks.consistency.shares import ShareCheck
from xjdesk.checks.consistency.sums import SumCheck
from xjdesk.checks.numbers.mention import Mention
from xjdesk.checks.reading_limit import is_too_long
from xjdesk.core.consistency_words import ConsistencyWords


@dataclass(frozen=True, slots=True)
class ParagraphContent:
    """What does not fit together in a paragraph, and what others are compared with."""

    clashes: tuple[Clash, ...]
    points: Points
    statements: Statements


class ParagraphReader:
    """Reads paragraphs with the numbers that `read_numbers` finds in them."""

    def __init__(
        self, words: ConsistencyWords, read_numbers: Callable[[str], tuple[Mention, ...]]
    ) -> None:
        part_words = PartWords(words)
        self._read_numbers = read_numbers
        self._part_words = part_words
        self._lists = PartListReader(part_words)
        self._sums = SumCheck(words)
        self._shares = ShareCheck(part_words)
        self._share_sums = ShareSumCheck(part_words)
        self._growth = GrowthCheck(words)
        self._completion = CompletionCheck(words)
        self._points = PointReader(words)

    def content(self, text: str) -> ParagraphContent:
        """What stands in the paragraph `text`; nothing, when it is too long to be read."""
        if is_too_long(text):
            text = ""
        mentions = self._read_numbers(text)
        lines = read_lines(text, mentions)
        lists = self._lists.lists(lines)
        clashes = (
            *self._sums.clashes(lists),
            *self._shares.clashes(text, lines, lists),
            *self._share_sums.clashes(text, lines, lists),
            *missing_count_clashes(self._part_words, text, lines),
            *self._growth.clashes(text, lines),
            *self._completion.clashes(text, lines),
            *explained_number_clashes(text),
        )
        statements = self._completion.statements(text, mentions)
        return ParagraphContent(clashes, self._points.points(text), statements)
