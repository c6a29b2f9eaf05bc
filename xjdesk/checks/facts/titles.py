"""Titles of documents in running text, which are only quoted."""

from __future__ import annotations

import re

_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|[（(][^（）()]{0,24}号[）)]")
_BLANK = "\u3000"


def without_titles(text: str) -> str:
    """The text with titles of documents and their numbers blanked out, of the same length.

    What a title says is not said by the sentence that cites it.
    """
    return _TITLE.sub(lambda found: _BLANK * len(found.group()), text)
