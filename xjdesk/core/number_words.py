"""The words by which numbers in running text are told apart, as data.

Read from TOML text: the list in `resources/phrases/number-words.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import cast

from xjdesk.core.errors import UserError


class NumberWordsError(UserError):
    """A list of number words that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"数字用语表有误，无法使用（{problem}），请重新安装本程序。", problem)


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words at one place around a number that say how exactly it is meant.

    `none` are words that only look like one of the others there: 签约 before a number is no 约.
    """

    about: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    nearly: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words around and with numbers.

    `units` count things (件, 人次), `not_units` only begin like one (分别), `periods` count time
    (天, 个工作日). `names` and `idioms` are fixed
    expressions with a numeral in them (三公经费; 进一步). `hotlines` are numbers known by heart
    (12345), `contact_labels` announce a number to call or write to (电话), `streets` end what a
    house number follows (街), `rooms` stand behind the number of a storey or room (楼, 室).
    `before` stand in front of a number (约), `inside` between it and its unit (余), `behind`
    after both (左右).
    """

    units: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()
    contact_labels: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    before: Hedges = Hedges()
    inside: Hedges = Hedges()
    behind: Hedges = Hedges()


_HEDGES = ("before", "inside", "behind")


def read_number_words(text: str) -> NumberWords:
    """The words that the TOML `text` lists; NumberWordsError when it is no such list.

    A list that is missing is empty, so that a later list may leave out what it does not need; a
    name that is not known is an error, because its words would be lost without a word.
    """
    try:
        source: Mapping[str, object] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NumberWordsError(str(error)) from error
    plain = {key: value for key, value in source.items() if key not in _HEDGES}
    return NumberWords(
        **_lists("", plain, {f.name for f in fields(NumberWords)}),
        before=_hedges("before", source),
        inside=_hedges("inside", source),
        behind=_hedges("behind", source),
    )


def _hedges(name: str, source: Mapping[str, object]) -> Hedges:
    section = source.get(name, {})
    if not isinstance(section, dict):
        raise NumberWordsError(f"{name} must be a table")
    known = {f.name for f in fields(Hedges)}
    return Hedges(**_lists(f"{name}.", cast("dict[str, object]", section), known))


def _lists(where: str, source: Mapping[str, object], known: set[str]) -> dict[str, tuple[str, ...]]:
    for key in source:
        if key not in known:
            raise NumberWordsError(f"{where}{key} is not known")
    return {key: _words(where + key, value) for key, value in source.items()}


def _words(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise NumberWordsError(f"{where} must be a list")
    words = cast("list[object]", value)
    if not all(isinstance(word, str) and word for word in words):
        raise NumberWordsError(f"{where} must hold words")
    return tuple(cast("list[str]", words))
