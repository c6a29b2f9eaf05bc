"""Numbers in names, idioms, titles, quoted terms and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.numbers.numeral import CHINESE, DIGIT, MOST_DIGITS, NUMERAL_RUN
from xjdesk.checks.numbers.spotting import Spotter, initials, spotter
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.number_words import NumberWords

_D = f"[{DIGIT}]"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"

_TITLE = re.compile("《[^《》]{1,100}(?:《[^《》]{0,100}》[^《》]{0,100})?》|〈[^〈〉]{1,100}〉")
_TERM = re.compile('“[^“”，。；：！？]{1,30}”|‘[^‘’，。；：！？]{1,30}’|"[^"，。；：！？]{1,30}"')
"""A quoted term; what holds a stop is a quoted sentence, whose numbers count."""

_STANDARD = (
    rf"(?<![{_LATIN}])[A-Z]{{1,5}}(?:/[A-Z]{{1,2}})?\s?{_D}{{2,6}}(?:\.{_D}+)?[-—]{_D}{{4}}(?!{_D})"
)
"""The number of a standard: GB/T 9704-2012."""

_CODES = (
    rf"(?<![{DIGIT}.．]){_D}++(?:[+＋/／×]{_D}++)++",
    rf"(?<![{DIGIT}.．]){_D}++(?:[.．]{_D}++){{2,}}+",
    rf"(?<![{DIGIT}.．]){_D}++[:：·•]{_D}++",
    rf"(?<!{_D}){_D}{{{MOST_DIGITS + 1},}}+(?:[.．]{_D}++)?",
    rf"(?<![{DIGIT}.．,，])[0０]{_D}++(?![.．]{_D})",
)


def word_spotters(words: NumberWords) -> Iterator[Spotter]:
    """What finds the listed names and idioms; not where a longer numeral ends in one (三十分钟)."""
    alone = rf"(?:(?<![{DIGIT}{CHINESE}])(?<!{_D}\s)(?<!第)|(?![{CHINESE}]))"
    yield spotter(alone + any_of(words.names), MentionKind.NAME, initials(words.names))
    yield spotter(alone + any_of(words.idioms), MentionKind.IDIOM, initials(words.idioms))


def quoted_spotters() -> Iterator[Spotter]:
    """What finds the numerals in titles and quoted terms."""
    yield lambda text: _numerals_in(_TITLE, text)
    yield lambda text: _numerals_in(_TERM, text)


def _numerals_in(pattern: re.Pattern[str], text: str) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        for numeral in NUMERAL_RUN.finditer(text, *match.span()):
            yield Mention(*numeral.span(), MentionKind.NAME, *numeral.span())


def code_spotters(words: NumberWords) -> Iterator[Spotter]:
    """What finds hotlines, codes and digits that are one word with letters (A4, 5G, 1+X)."""
    unit = rf"\s?[余多来万亿]?\s?{any_of(words.units)}"
    yield spotter(
        rf"(?<!{_D}){any_of(words.hotlines)}(?![{DIGIT}.．]|{unit})", MentionKind.NAME, DIGIT
    )
    yield spotter(_STANDARD, MentionKind.NAME, "A-Z")
    for pattern in _CODES:
        yield spotter(pattern, MentionKind.NAME, DIGIT)
    latin_unit = any_of(word for word in words.units if word.isascii())
    yield spotter(
        rf"(?<![{DIGIT}{_LATIN}])(?!{_D}++(?:[.．]{_D}++)?{latin_unit}(?![{_LATIN}]))"
        rf"(?![{_LATIN}]++{_D}++{unit})"
        rf"(?=[{DIGIT}+＋.．/_-]{{0,30}}+[{_LATIN}])"
        rf"[{DIGIT}{_LATIN}]++(?:[+＋./_-][{DIGIT}{_LATIN}]++)*+",
        MentionKind.NAME,
        DIGIT + _LATIN,
    )
