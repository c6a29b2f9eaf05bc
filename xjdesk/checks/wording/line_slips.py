"""All that is wrong in the wording of one line, by what kind of line it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from xjdesk.checks.reading_limit import is_too_long
from xjdesk.checks.wording.blanks import blanks
from xjdesk.checks.wording.compatibility_forms import compatibility_forms
from xjdesk.checks.wording.dashes_and_dots import dashes_and_dots
from xjdesk.checks.wording.document_numbers import document_numbers
from xjdesk.checks.wording.doubled_marks import doubled_marks
from xjdesk.checks.wording.end_mark import end_mark
from xjdesk.checks.wording.full_width_forms import full_width_forms
from xjdesk.checks.wording.half_width_marks import half_width_marks
from xjdesk.checks.wording.half_width_quotes import half_width_quotes
from xjdesk.checks.wording.heading_numbers import heading_numbers
from xjdesk.checks.wording.list_separators import list_separators
from xjdesk.checks.wording.listed_words import ListedWords
from xjdesk.checks.wording.long_line import long_line
from xjdesk.checks.wording.needless_commas import needless_commas
from xjdesk.checks.wording.ordinal_series import ordinal_series
from xjdesk.checks.wording.pair_separators import pair_separators
from xjdesk.checks.wording.paired_marks import paired_marks
from xjdesk.checks.wording.ranges import half_ranges, range_signs
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.word_list import WordList

LineRule = Callable[[str], Iterator[Slip]]


class LineKind(StrEnum):
    """What a line is.

    A paragraph of the narrative, the heading of a chapter, a line of a field, or one that holds
    names, which may be parted by blanks and are never wrong words.
    """

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FIELD = "field"
    NAMES = "names"


_MARKS: tuple[LineRule, ...] = (
    compatibility_forms,
    full_width_forms,
    doubled_marks,
    paired_marks,
    half_width_marks,
    half_width_quotes,
)
_NUMBERED: tuple[LineRule, ...] = (document_numbers, heading_numbers)
_SENTENCES: tuple[LineRule, ...] = (
    list_separators,
    ordinal_series,
    needless_commas,
    half_ranges,
    range_signs,
    dashes_and_dots,
    end_mark,
    pair_separators,
)


class LineSlips:
    """Finds the slips of a line by all rules for its kind, with the words of one list."""

    def __init__(self, words: WordList) -> None:
        listed = ListedWords(words)
        heading = (*_NUMBERED, *_MARKS, blanks, needless_commas, listed)
        self._rules: dict[LineKind, tuple[LineRule, ...]] = {
            LineKind.PARAGRAPH: (*_NUMBERED, *_MARKS, blanks, *_SENTENCES, listed),
            LineKind.HEADING: heading,
            LineKind.FIELD: (*_MARKS, blanks, listed),
            LineKind.NAMES: _MARKS,
        }

    def __call__(self, text: str, kind: LineKind) -> tuple[Slip, ...]:
        """The slips of `text` in the order of their places; that it is too long, where it is.

        Of what lies within the characters that an earlier rule puts right, nothing more is said.
        """
        if is_too_long(text):
            return (long_line(text),)
        kept: list[Slip] = []
        for rule in self._rules[kind]:
            said = len(kept)
            kept += [slip for slip in rule(text) if not _is_settled(text, slip, kept[:said])]
        return tuple(sorted(kept, key=lambda slip: (slip.start, slip.end)))


def _is_settled(text: str, slip: Slip, others: list[Slip]) -> bool:
    return any(
        other.start <= slip.start
        and slip.end <= other.end
        and (slip.end - slip.start == other.end - other.start or not _is_frame(text, other))
        for other in others
    )


def _is_frame(text: str, slip: Slip) -> bool:
    """Whether a slip is about a pair of marks, and not about what stands between them."""
    new = slip.replacement
    return (
        new is not None
        and slip.end - slip.start > 2
        and new[1:-1] == text[slip.start + 1 : slip.end - 1]
    )
