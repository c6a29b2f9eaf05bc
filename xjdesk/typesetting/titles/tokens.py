"""Parting a title into words: those of the list, places, dates, numbers, marks and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from xjdesk.typesetting.lines import punctuation
from xjdesk.typesetting.titles.words import WordKind, WordList

OPENING = punctuation.OPENING | frozenset("([")
CLOSING = punctuation.CLOSING_BRACKETS | frozenset(")]")

_PARTICLES = frozenset("的和及与暨并等、，；：,;:")
_BLANKS = frozenset(" \u3000\xa0")
_ABOUT = "关于"
_SHORT_DOCUMENT_KINDS = frozenset("函令")

_PLACE_SUFFIXES = (
    *("特别行政区", "地区", "林区", "矿区", "新区", "街道", "社区"),
    *("省委", "市委", "州委", "县委", "区委", "旗委"),
    *("省", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "村"),
)
_NATIONAL_SUFFIXES = ("自治区", "自治州", "自治县", "自治旗")
_LONGEST_STEM, _LONGEST_NATIONAL_STEM = 5, 14

_NUMERALS = "[0-9０-９〇零○一二三四五六七八九十百]+"
_TIMES = "年度|年|月份|月|日|季度"
_UNITS = "号|届|次|批|期|个|项|件|条|名|家|所|轮|组|级|周年|师|团|连"
_SPAN = f"{_NUMERALS}(?:[至～~—–-]+{_NUMERALS})*"
_TIME = re.compile(f"第?{_SPAN}(?:{_TIMES})")
_NUMBER = re.compile(f"第?{_SPAN}(?:{_UNITS})|第{_NUMERALS}|[0-9０-９]+")
_LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,\-_/:@%+#&=?~']*")


class TokenKind(Enum):
    """What a token does where a title is broken: a kind of word, or what rules find."""

    ORGAN = auto()
    SUBJECT = auto()
    LEANING = auto()
    ACT = auto()
    DOCUMENT_KIND = auto()
    PLACE = auto()
    ABOUT = auto()
    TIME = auto()
    NUMBER = auto()
    PARTICLE = auto()
    OPEN = auto()
    CLOSE = auto()
    BLANK = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `start` up to, not including, `end` of a title."""

    start: int
    end: int
    kind: TokenKind


_KIND_OF_WORD = {kind: TokenKind[kind.name] for kind in WordKind}

_WORD_PRICE = 1.0
_PRICES = {
    TokenKind.PARTICLE: 0.2,
    TokenKind.OPEN: 0.2,
    TokenKind.CLOSE: 0.2,
    TokenKind.BLANK: 0.2,
    TokenKind.ABOUT: 0.5,
    TokenKind.PLACE: 2.0,
    TokenKind.UNKNOWN: 3.0,
}
"""Of all partings the cheapest is taken; a word and what is not named here have one price."""

_STEM_PRICE = 0.5
_PLACE_IN_STEM_PRICE = 2.0
"""固原市西吉县 is two places; but 萍乡市 is one."""

_Priced = tuple[Token, float]


def tokens_of(text: str, words: WordList) -> tuple[Token, ...]:
    """The tokens of `text`, in order and without gaps; characters in no word form UNKNOWN ones."""
    found_words = [list(words.words_at(text, start)) for start in range(len(text))]
    prices = [0.0] + [float("inf")] * len(text)
    last: dict[int, Token] = {}
    for start in range(len(text)):
        for token, price in _tokens_at(text, start, found_words):
            if prices[start] + price < prices[token.end]:
                prices[token.end] = prices[start] + price
                last[token.end] = token
    tokens: list[Token] = []
    at = len(text)
    while at > 0:
        tokens.append(last[at])
        at = last[at].start
    return tuple(_joined(reversed(tokens)))


def _tokens_at(
    text: str, start: int, found_words: list[list[tuple[int, WordKind]]]
) -> Iterator[_Priced]:
    """Every token that may begin at `start`, with its price; the longest words first."""
    for end, kind in reversed(found_words[start]):
        yield Token(start, end, _KIND_OF_WORD[kind]), _WORD_PRICE
    if text.startswith(_ABOUT, start):
        yield _priced(start, start + len(_ABOUT), TokenKind.ABOUT)
    character = text[start]
    kind = _kind_of_character(character)
    if kind is TokenKind.UNKNOWN:
        yield from _places_at(text, start, found_words)
        if not (start and character.isdecimal() and text[start - 1].isdecimal()):
            yield from _number_at(text, start)
        if character in _SHORT_DOCUMENT_KINDS and text[start + 1 : start + 2] in ("", *CLOSING):
            yield _priced(start, start + 1, TokenKind.DOCUMENT_KIND)
    yield _priced(start, start + 1, kind)


def _places_at(
    text: str, start: int, found_words: list[list[tuple[int, WordKind]]]
) -> Iterator[_Priced]:
    """A name of a few characters in which no word stands, up to 县, 市, 镇…"""
    for length in range(1, _LONGEST_NATIONAL_STEM + 1):
        stem_end = start + length
        if stem_end >= len(text) or not _is_ideograph(text[stem_end - 1]):
            return
        if any(found[0][0] <= stem_end for found in found_words[start:stem_end] if found):
            return
        price = _PRICES[TokenKind.PLACE] + _STEM_PRICE * length
        if any(inner in _PLACE_SUFFIXES for inner in text[start + 1 : stem_end]):
            price += _PLACE_IN_STEM_PRICE
        suffixes = _PLACE_SUFFIXES if length <= _LONGEST_STEM else ()
        for suffix in (*_NATIONAL_SUFFIXES, *suffixes):
            if text.startswith(suffix, stem_end):
                yield Token(start, stem_end + len(suffix), TokenKind.PLACE), price


def _number_at(text: str, start: int) -> Iterator[_Priced]:
    if time := _TIME.match(text, start):
        yield _priced(start, time.end(), TokenKind.TIME)
    elif number := _NUMBER.match(text, start) or _LATIN.match(text, start):
        yield _priced(start, number.end(), TokenKind.NUMBER)


def _priced(start: int, end: int, kind: TokenKind) -> _Priced:
    return Token(start, end, kind), _PRICES.get(kind, _WORD_PRICE)


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def _kind_of_character(character: str) -> TokenKind:
    if character in _PARTICLES:
        return TokenKind.PARTICLE
    if character in OPENING:
        return TokenKind.OPEN
    if character in CLOSING:
        return TokenKind.CLOSE
    return TokenKind.BLANK if character in _BLANKS else TokenKind.UNKNOWN


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same with UNKNOWN tokens that follow each other made one."""
    last: Token | None = None
    for token in tokens:
        if last and last.kind is token.kind is TokenKind.UNKNOWN:
            last = replace(last, end=token.end)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last
