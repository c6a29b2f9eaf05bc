"""The rows of the user's word list, and what is the matter with them."""

from __future__ import annotations

from collections.abc import Sequence

from xjdesk.storage.user_words import WordPair


def cleaned(text: str) -> str:
    """The word in what was typed: on one line, without white space around it."""
    return " ".join(text.split())


def filled_rows(rows: Sequence[WordPair]) -> tuple[WordPair, ...]:
    """The rows in which something stands."""
    return tuple(pair for pair in rows if pair.wrong or pair.right)


def first_problem(rows: Sequence[WordPair]) -> str:
    """A Chinese sentence about the first row that cannot be kept; empty when all can."""
    known: dict[str, int] = {}
    for number, pair in enumerate(rows, start=1):
        if not (pair.wrong or pair.right):
            continue
        if pair.problem:
            return f"第{number}行{pair.problem}。"
        if pair.wrong in known:
            return f"第{number}行的“{pair.wrong}”在第{known[pair.wrong]}行已有，请删去一行。"
        known[pair.wrong] = number
    return ""
