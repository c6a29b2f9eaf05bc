"""The words by which checks of the document as a whole know persons, years, organs and names.

Read from the TOML text of `resources/phrases/document-words.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from xjdesk.core.severity import Severity


@dataclass(frozen=True, slots=True)
class GuardedWord:
    """A word that counts unless one of these texts stands right behind or in front of it."""

    word: str
    unless_followed: tuple[str, ...] = ()
    unless_preceded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelativeTime:
    """A time that is told from the day of writing: 今年, 目前.

    `offset` is the year that is probably meant, counted from the year reported on; None when it is
    no one year. One that is `fit_for_plans` is left alone where the text speaks of the year ahead.
    """

    word: GuardedWord
    severity: Severity
    offset: int | None
    fit_for_plans: bool


@dataclass(frozen=True, slots=True)
class YearlyDocument:
    """A document made anew every year; in a report it may lie `lag` years back."""

    word: str
    lag: int


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What organs whose name ends with `suffix` call themselves, of the known self-names."""

    suffix: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelNames:
    """What organs whose name ends with one of `suffixes` do not call their own area."""

    suffixes: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """All lists; with an empty list nothing is said about what it is for.

    `person_titles` end the name of a person instead of an organ. `lower_organs` begin, and
    `township_endings` end the names of organs below a county. `document_kinds` are 文种,
    `kind_modifiers` what may stand before them. `requests` are 请示 phrases. `plan_headings` occur
    in headings of chapters about the year ahead. `period_words` stand where the period of the
    statistics is told. `self_names` are all names an organ may call itself by, whatever it is.
    `variants` are groups of forms of one term; the first names the group. `quoted_name_heads` are
    nouns that stand now inside, now outside the quotation marks of a name.
    """

    person_titles: tuple[str, ...] = ()
    lower_organs: tuple[str, ...] = ()
    township_endings: tuple[str, ...] = ()
    document_kinds: tuple[str, ...] = ()
    kind_modifiers: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    plan_headings: tuple[str, ...] = ()
    period_words: tuple[str, ...] = ()
    relative_times: tuple[RelativeTime, ...] = ()
    yearly_documents: tuple[YearlyDocument, ...] = ()
    self_names: tuple[GuardedWord, ...] = ()
    own_names: tuple[OwnNames, ...] = ()
    level_names: tuple[LevelNames, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    quoted_name_heads: tuple[str, ...] = ()


def read_document_words(source: str) -> DocumentWords:
    """The words of a TOML text with every list.

    Raises KeyError when a list or a part of an entry is missing, ValueError for an unknown
    severity, tomllib.TOMLDecodeError for a text that is no TOML.
    """
    lists = tomllib.loads(source)
    return DocumentWords(
        person_titles=tuple(lists["person_titles"]),
        lower_organs=tuple(lists["lower_organs"]),
        township_endings=tuple(lists["township_endings"]),
        document_kinds=tuple(lists["document_kinds"]),
        kind_modifiers=tuple(lists["kind_modifiers"]),
        requests=tuple(lists["requests"]),
        plan_headings=tuple(lists["plan_headings"]),
        period_words=tuple(lists["period_words"]),
        relative_times=tuple(map(_relative_time, lists["relative_times"])),
        yearly_documents=tuple(
            YearlyDocument(entry["word"], entry["lag"]) for entry in lists["yearly_documents"]
        ),
        self_names=tuple(map(_guarded, lists["self_names"])),
        own_names=tuple(
            OwnNames(entry["suffix"], tuple(entry["names"])) for entry in lists["own_names"]
        ),
        level_names=tuple(
            LevelNames(tuple(entry["suffixes"]), tuple(entry["names"]))
            for entry in lists["level_names"]
        ),
        variants=_groups(lists["variants"]),
        quoted_name_heads=tuple(lists["quoted_name_heads"]),
    )


def _guarded(entry: Mapping[str, Any]) -> GuardedWord:
    return GuardedWord(
        entry["word"],
        tuple(entry.get("unless_followed", ())),
        tuple(entry.get("unless_preceded", ())),
    )


def _relative_time(entry: Mapping[str, Any]) -> RelativeTime:
    return RelativeTime(
        _guarded(entry),
        Severity(entry["severity"]),
        entry.get("offset"),
        entry.get("fit_for_plans", False),
    )


def _groups(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, groups))
