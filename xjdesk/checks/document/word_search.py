"""Finding words of a list in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xjdesk.checks.stretch import Stretch
from xjdesk.checks.word_pattern import NEVER, any_of
from xjdesk.core.document_words import GuardedWord

_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”")


def words_pattern(words: Iterable[GuardedWord]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first, that holds their guards."""
    ordered = sorted(words, key=lambda word: -len(word.word))
    return re.compile("|".join(map(_guarded, ordered)) or NEVER)


def spots(pattern: re.Pattern[str], text: str) -> tuple[Stretch, ...]:
    """Where the pattern matches outside titles and quotations."""
    return tuple(Stretch(*match.span()) for match in outside_quotes(pattern, text))


def outside_quotes(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches that do not touch 《…》 or “…”: what others said is not the writer's."""
    found = list(pattern.finditer(text))
    if not found:
        return []
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return [
        match
        for match in found
        if not any(match.start() < end and start < match.end() for start, end in quoted)
    ]


def _guarded(word: GuardedWord) -> str:
    # The word first: a pattern that begins with a look behind is searched for much more slowly.
    literal = re.escape(word.word)
    behind = "".join(f"(?<!{re.escape(text)}{literal})" for text in word.unless_preceded)
    ahead = f"(?!{any_of(word.unless_followed)})" if word.unless_followed else ""
    return f"{literal}{behind}{ahead}"
