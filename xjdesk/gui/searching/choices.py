"""Things to choose from by typing a few words, and which of them the words mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_EXACT, _BEGINS, _HOLDS, _ALL_WORDS, _IN_ORDER = range(5)


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """One thing: what it is called, what is said beside, the words it is also found by.

    `meant` is what is handed on when it is chosen. Where `refusal` says why it cannot be chosen
    now, it is shown all the same.
    """

    name: str
    meant: object
    detail: str = ""
    key: str = ""
    also: str = ""
    refusal: str = ""


def found_by(words: str, choices: Iterable[SearchChoice]) -> list[SearchChoice]:
    """The choices that `words` may mean, the likeliest first; all of them without words.

    A choice is found by a part of its name, by words that all stand somewhere in what is known of
    it, or by characters of its name in their order (另存 finds 另存为, 导P finds 导出 PDF).
    """
    wanted = _folded(words)
    if not wanted:
        return list(choices)
    ranked = ((_rank(wanted, choice), choice) for choice in choices)
    found = [(rank, choice) for rank, choice in ranked if rank is not None]
    return [choice for _, choice in sorted(found, key=lambda pair: pair[0])]


def _rank(wanted: str, choice: SearchChoice) -> int | None:
    name = _folded(choice.name)
    if name == wanted:
        return _EXACT
    if name.startswith(wanted):
        return _BEGINS
    if wanted in name:
        return _HOLDS
    known = _folded(" ".join((choice.name, choice.detail, choice.key, choice.also)))
    if all(word in known for word in wanted.split()):
        return _ALL_WORDS
    return _IN_ORDER if _stand_in_order(wanted, iter(name)) else None


def _stand_in_order(wanted: str, name: Iterator[str]) -> bool:
    return all(character in name for character in wanted if not character.isspace())


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
