"""Words that are wrong, doubtful or better said otherwise, as data.

Read from TOML text: the list in `resources/phrases/wording.toml`, and the user's own additions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WordClass(StrEnum):
    """How sure an entry is: WRONG (必错, may be replaced), DOUBTFUL (疑似), HINT (提示)."""

    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word that should not stand: `pattern` is a regular expression.

    `instead` is what it becomes, a template of `re.Match.expand`; empty when there is no fixed
    replacement. `reason` is a Chinese clause for the message.
    """

    pattern: str
    instead: str
    word_class: WordClass
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WordList:
    """The entries, in the order in which they are tried."""

    entries: tuple[WordEntry, ...] = ()

    def with_more(self, other: WordList) -> WordList:
        """This list with the entries of another behind it."""
        return WordList(self.entries + other.entries)
