"""How long a text may be for the checks to read it word by word.

What some of them do takes time by the square of a sentence. No report has a paragraph of this
length, but a file that somebody sent may have one, to keep the program busy for hours.
"""

from __future__ import annotations

LONGEST_READ = 5000
"""Characters (字) of a paragraph, heading or line of a field; several pages of print."""


def is_too_long(text: str) -> bool:
    """Whether nobody would read that in one go, and no check does."""
    return len(text) > LONGEST_READ
