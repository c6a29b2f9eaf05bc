"""Words by which numbers of running text are seen to belong together, as data.

Read from TOML text: `resources/phrases/consistency.toml`, which says what each list is for.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from xjdesk.core.word_lists import WordListsError, word_lists

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsistencyWords:
    """The lists of the file, by their keys."""

    part_openers: Words
    full_openers: Words
    closing_totals: Words
    totals: Words
    wholes: Words
    wider_wholes: Words
    rests: Words
    other_sides: Words
    each: Words
    not_each: Words
    channels: Words
    rising: Words
    falling: Words
    compared: Words
    earlier_years: Words
    grown_to: Words
    shrunk_to: Words
    points: Words
    announcing: Words
    received: Words
    finished: Words
    carried_in: Words
    everything: Words
    asked: Words
    all_finished: Words
    excepted: Words
    denied: Words
    handed_on: Words


def read_consistency_words(text: str) -> ConsistencyWords:
    """The words that the TOML `text` lists; WordListsError when it is no such list or one is empty.

    A check without its words would say too much.
    """
    source = word_lists("consistency", text)
    names = [field.name for field in fields(ConsistencyWords)]
    source.expect_only(names)
    lists = {name: source.words(name) for name in names}
    for name, words in lists.items():
        if not words:
            raise WordListsError(f"consistency: {name} must be a list of words")
    return ConsistencyWords(**lists)
