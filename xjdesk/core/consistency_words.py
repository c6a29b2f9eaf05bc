"""Words by which numbers of running text are seen to belong together, as data.

Read from TOML text: `resources/phrases/consistency.toml`, which says what each list is for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import cast

from xjdesk.core.errors import UserError

Words = tuple[str, ...]


class ConsistencyWordsError(UserError):
    """A list of words that cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"数字核对用语表有误，无法使用（{problem}），请重新安装本程序。", problem)


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
    """The words that the TOML `text` lists; ConsistencyWordsError when it is no such list."""
    try:
        source: Mapping[str, object] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConsistencyWordsError(str(error)) from error
    known = [field.name for field in fields(ConsistencyWords)]
    for name in source:
        if name not in known:
            raise ConsistencyWordsError(f"{name} is not known")
    return ConsistencyWords(**{name: _words(name, source.get(name)) for name in known})


def _words(name: str, value: object) -> Words:
    if not isinstance(value, list) or not value:
        raise ConsistencyWordsError(f"{name} must be a list of words")
    words = cast("list[object]", value)
    if not all(isinstance(word, str) and word for word in words):
        raise ConsistencyWordsError(f"{name} must hold words")
    return tuple(cast("list[str]", words))
