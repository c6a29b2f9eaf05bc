"""What in a title is kept on one line where it fits: quotations and the names of organs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from xjdesk.typesetting.titles.tokens import CLOSING, OPENING, Token, TokenKind

_NAMES = (TokenKind.PLACE, TokenKind.ORGAN)
_IN_NAMES = (*_NAMES, TokenKind.SUBJECT, TokenKind.LEANING)
_AFTER_ISSUER = (TokenKind.ABOUT, TokenKind.TIME, TokenKind.OPEN, TokenKind.ACT)

Unit = tuple[int, int]
"""Start and end, in characters."""


def units_of(text: str, tokens: tuple[Token, ...], issuer: str) -> Iterator[Unit]:
    """Every unit of the title, in no order; they may lie in one another."""
    yield from _quotations(text, tokens)
    head = issuer_end(tokens)
    for is_blank, group in groupby(tokens[:head], lambda token: token.kind is TokenKind.BLANK):
        members = list(group)
        if not is_blank:
            yield members[0].start, members[-1].end
    yield from _organs(tokens[head:])
    start = text.find(issuer) if issuer else -1
    while start >= 0:
        yield start, start + len(issuer)
        start = text.find(issuer, start + len(issuer))


def issuer_end(tokens: tuple[Token, ...]) -> int:
    """How many tokens name the issuer, or issuers: those before 关于, the year or a quotation."""
    return next((i for i, token in enumerate(tokens) if token.kind in _AFTER_ISSUER), 0)


def _organs(tokens: tuple[Token, ...]) -> Iterator[Unit]:
    """Names of organs: 西吉县政务公开领导小组, 自治区人民政府办公厅."""
    for is_named, group in groupby(tokens, lambda token: token.kind in _IN_NAMES):
        members = list(group) if is_named else []
        names = [member for member in members if member.kind in _NAMES]
        organs = [name for name in names if name.kind is TokenKind.ORGAN]
        if organs and names[0].start < organs[-1].start:
            yield names[0].start, organs[-1].end


def _quotations(text: str, tokens: tuple[Token, ...]) -> Iterator[Unit]:
    """Everything between quotation marks or brackets, with the marks and what must follow them."""
    numbers = {token.start: number for number, token in enumerate(tokens)}
    open_at: list[int] = []
    for i, character in enumerate(text):
        if character in OPENING:
            open_at.append(i)
        elif character in CLOSING and open_at:
            yield open_at.pop(), _tail_end(text, tokens, numbers[i])


def _tail_end(text: str, tokens: tuple[Token, ...], number: int) -> int:
    """Where that ends which stays with a closing mark: further marks, and 的通知."""
    end = tokens[number].end
    rest = iter(tokens[number + 1 :])
    for token in rest:
        if token.kind is TokenKind.CLOSE:
            end = token.end
        elif text[token.start : token.end] == "的":
            kind = next(rest, None)
            if kind is None or kind.kind is not TokenKind.DOCUMENT_KIND:
                break
            end = kind.end
        else:
            break
    return end
