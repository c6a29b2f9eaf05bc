"""The words by which checks of the document as a whole know persons, years, organs and names.

Read from the TOML text of `resources/phrases/document-words.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from xjdesk.core.severity import Severity
from xjdesk.core.toml_section import TomlSection
from xjdesk.core.word_lists import word_lists


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


def read_document_words(text: str) -> DocumentWords:
    """The words that the TOML `text` lists; WordListsError when it is no such list.

    As in every such file a missing list is empty, and a name that is not known an error.
    """
    source = word_lists("document-words", text)
    source.expect_only(field.name for field in fields(DocumentWords))
    return DocumentWords(
        person_titles=source.words("person_titles"),
        lower_organs=source.words("lower_organs"),
        township_endings=source.words("township_endings"),
        document_kinds=source.words("document_kinds"),
        kind_modifiers=source.words("kind_modifiers"),
        requests=source.words("requests"),
        plan_headings=source.words("plan_headings"),
        period_words=source.words("period_words"),
        relative_times=tuple(map(_relative_time, source.sections("relative_times"))),
        yearly_documents=tuple(
            YearlyDocument(entry.text("word"), entry.number("lag"))
            for entry in source.sections("yearly_documents")
        ),
        self_names=tuple(map(_guarded, source.sections("self_names"))),
        own_names=tuple(
            OwnNames(entry.text("suffix"), entry.words("names"))
            for entry in source.sections("own_names")
        ),
        level_names=tuple(
            LevelNames(entry.words("suffixes"), entry.words("names"))
            for entry in source.sections("level_names")
        ),
        variants=source.groups("variants"),
        quoted_name_heads=source.words("quoted_name_heads"),
    )


def _guarded(source: TomlSection) -> GuardedWord:
    return GuardedWord(
        source.text("word"), source.words("unless_followed"), source.words("unless_preceded")
    )


def _relative_time(source: TomlSection) -> RelativeTime:
    return RelativeTime(
        _guarded(source),
        source.choice("severity", Severity, None),
        source.number("offset") if source.has("offset") else None,
        source.flag("fit_for_plans"),
    )
