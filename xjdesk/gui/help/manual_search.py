"""Finding words in the manual."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.gui.help.manual import Manual, ManualPage

_AROUND = 12
"""How many characters of a line are shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class PageHits:
    """How often all words stand on a page, and the line where the first of them does."""

    page: ManualPage
    count: int
    excerpt: str


def pages_holding(words: str, manual: Manual) -> list[PageHits]:
    """The pages that hold all `words`, in their order; none without words."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    found: list[PageHits] = []
    for page in manual.pages:
        text = page.words
        folded = text.casefold()
        if all(word in folded for word in wanted):
            count = sum(folded.count(word) for word in wanted)
            found.append(PageHits(page, count, _excerpt(text, wanted[0])))
    return found


def _excerpt(text: str, word: str) -> str:
    line = next((line for line in text.splitlines() if word in line.casefold()), "")
    at = line.casefold().find(word)
    start, end = max(at - _AROUND, 0), at + len(word) + _AROUND
    before, after = "…" if start else "", "…" if end < len(line) else ""
    return f"{before}{line[start:end]}{after}"
