"""What sentences of the narrative say about cells, as a form states it.

Words are regular expressions such as 会议|专题会. They are tried within one clause, the words
between two punctuation marks, in which `#` stands for the number with its unit: 收到申请# is said
right before it, #.{0,6}培训 behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.address import CellAddress
from xjdesk.core.formula import Condition
from xjdesk.core.text_demands import Charge, RequiredWords, UnfitWords


@dataclass(frozen=True, slots=True)
class TextTopic:
    """What a stretch of text is about: `words` begin it, and it lasts until another one begins.

    A topic that no phrase asks for keeps numbers away from cells they do not speak of: letters,
    proposals of deputies, hot-line calls.
    """

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell of which cells the number beside them speaks.

    Every one of `words` has to be found in the number's clause, none of `without`, and the text
    has to be about `topic` unless that is empty. The number is that of the cell, or of the sum of
    several; where words are used of different things, it may as well be that of one of `or_cells`:
    收到 is said of this year's applications, or of all that were open. `units` are the counting
    words in use; with one of `mistaken_units` the number is compared as well, and the unit is
    called wrong.
    """

    cells: tuple[CellAddress, ...]
    units: tuple[str, ...]
    words: tuple[str, ...]
    without: tuple[str, ...] = ()
    topic: str = ""
    mistaken_units: tuple[str, ...] = ()
    or_cells: tuple[tuple[CellAddress, ...], ...] = ()

    @property
    def sums(self) -> tuple[tuple[CellAddress, ...], ...]:
        """The cells of each sum that the number may be, the usual one first."""
        return (self.cells, *self.or_cells)


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that state something about cells without a number: 按期办结, 没有收取, 未发生.

    Where all of `words` stand in one clause, in this order, none of `without`, and the text is
    about `topic`, `condition` ought to hold; its names are addresses of cells. With `in_sentence`
    the words may be spread over the clauses of one sentence. `message` is a Chinese sentence
    saying what ought to hold, `remedies` the ways out.
    """

    id: str
    words: tuple[str, ...]
    condition: Condition
    message: str
    remedies: tuple[str, ...]
    without: tuple[str, ...] = ()
    topic: str = ""
    in_sentence: bool = False


@dataclass(frozen=True, slots=True)
class TextRules:
    """All that a form says about its narrative.

    `of_other_times` are words that make a number one of another year, of several years or of a
    plan, unless one `of_this_year` follows; `of_a_part` are words that make it one of some part of
    the organ only. Neither is compared, and claims with them are none. `fillers` may stand between
    words and number, 共计 or 达到; they are passed over.
    """

    topics: tuple[TextTopic, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    claims: tuple[Claim, ...] = ()
    of_other_times: tuple[str, ...] = ()
    of_this_year: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    of_a_part: tuple[str, ...] = ()
    required_words: tuple[RequiredWords, ...] = ()
    unfit_words: tuple[UnfitWords, ...] = ()
    charges: tuple[Charge, ...] = ()
