"""From when on a text is too much like last year's, as data.

Read from TOML text: `resources/phrases/last-year.toml`, which says what each number is for.
"""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.word_lists import WordListsError, word_lists


@dataclass(frozen=True, slots=True)
class Alikeness:
    """The numbers of the file, by their keys; `percent` is 1 to 100, the others above 0."""

    percent: int
    fewest_characters: int
    stretch: int


def read_alikeness(text: str) -> Alikeness:
    """The numbers in the TOML `text`; WordListsError when it does not hold them."""
    source = word_lists("last-year", text)
    source.expect_only(("alike_percent", "fewest_characters", "stretch"))
    found = Alikeness(
        source.number("alike_percent"), source.number("fewest_characters"), source.number("stretch")
    )
    if not 0 < found.percent <= 100 or found.fewest_characters < 1 or found.stretch < 1:
        raise WordListsError("last-year: a number is out of its bounds")
    return found
