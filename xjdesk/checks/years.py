"""Years as running text tells them: 2016年. Numbers of documents and days are read elsewhere."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)[0-9]{2}(?<![0-9]{5})"
"""The four digits of a year that are no end of a longer number.

They come first: a pattern that begins with a look behind is searched for much more slowly.
"""

SIGN = r"\s*年"
"""What follows them. Whoever types blanks about digits means the same year."""

_TOLD = re.compile(f"({YEAR}){SIGN}")


def years_told(text: str) -> tuple[int, ...]:
    """The years that `text` names, in its order."""
    return tuple(map(int, _TOLD.findall(text)))
