"""P-30: words that a list calls wrong, doubtful or better said otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity
from xjdesk.core.word_list import WordClass, WordEntry, WordList

_LITERAL = re.compile(r"[^\\.^$*+?{}\[\]()|]+(?![*+?{])")
_UNREAD = re.compile(r"\\.|\[[^\]]+\]")
_SEVERITY = {
    WordClass.WRONG: Severity.QUERY,
    WordClass.DOUBTFUL: Severity.HINT,
    WordClass.HINT: Severity.HINT,
}
_VERDICT = {
    WordClass.WRONG: "写法有误",
    WordClass.DOUBTFUL: "可能有误",
    WordClass.HINT: "有更规范的写法",
}
_ADVICE = ("引用原文或专名的，按原文保留。",)


class ListedWords:
    """Finds the words of one list.

    A pattern that begins with characters is tried, and made ready, only for a text that has them:
    most words stand in no report.
    """

    def __init__(self, words: WordList) -> None:
        self._entries = tuple((_head(entry.pattern), entry) for entry in words.entries)
        self._ready = lru_cache(maxsize=None)(re.compile)

    def __call__(self, text: str) -> Iterator[Slip]:
        """The words of the list in `text`, in the order of the list.

        Where two entries meet, as one of the user's own and a shipped one, the first is told.
        """
        told: list[tuple[int, int]] = []
        for head, entry in self._entries:
            if head not in text:
                continue
            for found in self._ready(entry.pattern).finditer(text):
                start, end = found.span()
                if start < end and not any(start < e and s < end for s, e in told):
                    told.append((start, end))
                    yield _slip(text, found, entry)


def _head(pattern: str) -> str:
    """Characters with which every match of `pattern` begins; may be empty."""
    depth = 0
    for character in _UNREAD.sub("", pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            return ""
    found = _LITERAL.match(pattern)
    return found.group() if found else ""


def _slip(text: str, found: re.Match[str], entry: WordEntry) -> Slip:
    proper = found.expand(entry.instead) if entry.instead else None
    reason = f"（{entry.reason}）" if entry.reason else ""
    instead = f"，应为“{proper}”" if proper else ""
    message = (
        f"{excerpt(text, *found.span())}中的“{found.group()}”"
        f"{_VERDICT[entry.word_class]}{instead}{reason}，请核实。"
    )
    severity = _SEVERITY[entry.word_class]
    return Slip(entry.rule, severity, *found.span(), message, proper, _ADVICE)
