"""What it costs to break a title at each place: 词意完整 (GB/T 9704-2012, 7.3.1) in numbers.

A cost of 100 is about what is saved by making two lines of like length out of one of 20 characters
and one of 3.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from xjdesk.typesetting.lines.line_breaking import allowed_breaks
from xjdesk.typesetting.titles.tokens import CLOSING, Token, TokenKind, tokens_of
from xjdesk.typesetting.titles.units import issuer_end, units_of
from xjdesk.typesetting.titles.words import WordList

FORBIDDEN = float("inf")
UNNATURAL = 90.0
"""From here on a break parts what belongs together: a word, a name, a quotation."""

_IN_WORD = 200.0
_IN_UNKNOWN = 100.0
_IN_UNIT = 100.0
_BEFORE_PARTICLE = 160.0
_AFTER_ABOUT = 160.0
_BEFORE_BRACKETS = 80.0
_BEFORE_LAST_BRACKETS = -20.0
"""（征求意见稿） is better on a line of its own than with the end of a broken title."""
_AFTER_ACT = 80.0
_AFTER_ACT_BEFORE_NAME = 40.0
_BETWEEN_ORGANS = 50.0
_BETWEEN_LEANING = 40.0
_AFTER_ISSUER = 8.0
_AFTER_PARTICLE = {"、": 18.0, "，": 8.0, "；": 8.0}
_AFTER_OTHER_PARTICLE = 20.0
_AFTER_LAST_PARTICLE = 85.0
"""通知 and its like do not stand alone below what they are about."""

_LINE_ENDS = {
    TokenKind.ORGAN: 10.0,
    TokenKind.CLOSE: 16.0,
    TokenKind.LEANING: 25.0,
    TokenKind.DOCUMENT_KIND: 25.0,
    TokenKind.PLACE: 45.0,
    TokenKind.TIME: 40.0,
    TokenKind.SUBJECT: 45.0,
    TokenKind.ACT: 45.0,
    TokenKind.NUMBER: 45.0,
    TokenKind.UNKNOWN: 45.0,
}
"""What it costs that a line ends with such a token, where nothing else is said of the pair."""

_LINE_BEGINS = {
    TokenKind.TIME: 8.0,
    TokenKind.ORGAN: 10.0,
    TokenKind.PLACE: 15.0,
    TokenKind.OPEN: 16.0,
    TokenKind.NUMBER: 45.0,
    TokenKind.UNKNOWN: 45.0,
    TokenKind.LEANING: 95.0,
    TokenKind.DOCUMENT_KIND: 60.0,
}
"""What it costs that a line begins with such a token; the dearer of the two counts."""

_NAMES = (TokenKind.PLACE, TokenKind.ORGAN)
_BRACKETS = frozenset("（(〔[﹙")

Fits = Callable[[int, int], bool]
"""Whether the characters from one place up to another fit on one line."""


def break_costs(text: str, words: WordList, fits: Fits, issuer: str = "") -> list[float]:
    """For every i what breaking before character i costs; FORBIDDEN by 禁则 and at both ends.

    Quotations and names of organs that fit on a line are kept whole, among them `issuer` and what
    stands before 关于 or the year at the beginning: a title begins with its issuer.
    """
    tokens = tokens_of(text, words)
    costs = [_IN_WORD] * (len(text) + 1)
    for token in tokens:
        if token.kind is TokenKind.UNKNOWN:
            costs[token.start : token.end] = [_IN_UNKNOWN] * (token.end - token.start)
    acts = _acts_behind_about(tokens)
    for before, after in pairwise(tokens):
        costs[after.start] = _cost_between(text, before, after, before in acts)
    if head := issuer_end(tokens):
        begin = tokens[head].start
        costs[begin] = min(costs[begin], _AFTER_ISSUER)
    for start, end in units_of(text, tokens, issuer):
        if fits(start, end):
            costs[start + 1 : end] = [cost + _IN_UNIT for cost in costs[start + 1 : end]]
    for i, allowed in enumerate(allowed_breaks(text)):
        if not allowed or i in (0, len(text)):
            costs[i] = FORBIDDEN
    return costs


def _acts_behind_about(tokens: tuple[Token, ...]) -> frozenset[Token]:
    """The acts that stand right behind 关于, or behind another such act."""
    found: set[Token] = set()
    for before, after in pairwise(tokens):
        is_behind = before.kind is TokenKind.ABOUT or before in found
        if is_behind and after.kind is TokenKind.ACT:
            found.add(after)
    return frozenset(found)


def _cost_between(text: str, before: Token, after: Token, is_act: bool) -> float:
    """The cost of a break between two tokens; `is_act`: the first says what 关于 speaks of."""
    if before.kind is TokenKind.BLANK or after.kind is TokenKind.BLANK:
        return 0.0 if before.kind is TokenKind.BLANK else _BEFORE_PARTICLE
    if after.kind is TokenKind.PARTICLE:
        return _BEFORE_PARTICLE
    if before.kind is TokenKind.ABOUT:
        return _AFTER_ABOUT
    if after.kind is TokenKind.ABOUT:
        return 0.0
    if after.kind is TokenKind.OPEN and text[after.start] in _BRACKETS:
        is_last = text[-1] in CLOSING and text.rfind(text[after.start]) == after.start
        return _BEFORE_LAST_BRACKETS if is_last else _BEFORE_BRACKETS
    if is_act:
        is_name = after.kind is TokenKind.OPEN or after.kind in _NAMES
        return _AFTER_ACT_BEFORE_NAME if is_name else _AFTER_ACT
    return _cost_of_pair(text, before, after)


def _cost_of_pair(text: str, before: Token, after: Token) -> float:
    """The same for two tokens of which neither forbids or asks for a break."""
    match before.kind, after.kind:
        case TokenKind.PARTICLE, TokenKind.DOCUMENT_KIND:
            return _AFTER_LAST_PARTICLE
        case TokenKind.PARTICLE, _:
            return _AFTER_PARTICLE.get(text[before.start], _AFTER_OTHER_PARTICLE)
        case TokenKind.ORGAN, TokenKind.ORGAN:
            return _BETWEEN_ORGANS
        case TokenKind.LEANING, TokenKind.LEANING:
            return _BETWEEN_LEANING
        case _:
            return max(_LINE_ENDS.get(before.kind, 0.0), _LINE_BEGINS.get(after.kind, 0.0))
