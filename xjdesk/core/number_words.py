"""The words by which numbers in running text are told apart, as data.

Read from TOML text: the list in `resources/phrases/number-words.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from xjdesk.core.toml_section import TomlSection
from xjdesk.core.word_lists import word_lists


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


def read_number_words(text: str) -> NumberWords:
    """The words that the TOML `text` lists; WordListsError when it is no such list.

    A list that is missing is empty, so that a later list may leave out what it does not need; a
    name that is not known is an error, because its words would be lost without a word.
    """
    source = word_lists("number-words", text)
    source.expect_only(field.name for field in fields(NumberWords))
    return NumberWords(
        units=source.words("units"),
        not_units=source.words("not_units"),
        periods=source.words("periods"),
        names=source.words("names"),
        idioms=source.words("idioms"),
        hotlines=source.words("hotlines"),
        contact_labels=source.words("contact_labels"),
        streets=source.words("streets"),
        rooms=source.words("rooms"),
        before=_hedges(source.section("before")),
        inside=_hedges(source.section("inside")),
        behind=_hedges(source.section("behind")),
    )


def _hedges(source: TomlSection) -> Hedges:
    names = [field.name for field in fields(Hedges)]
    source.expect_only(names)
    return Hedges(**{name: source.words(name) for name in names})
