"""Stretches of text that keep their half-width marks.

Addresses of pages and mailboxes, telephone numbers, times, ratios, versions, and numbers with
their points and commas.
"""

from __future__ import annotations

import re

_STRETCHES = re.compile(
    r"[A-Za-z]+://[!#-&*-;=?-Z_a-z~]*[#/-9=A-Z_a-z]"
    r"|[0-9A-Za-z][\w.+-]*@[0-9A-Za-z.-]*[0-9A-Za-z]"
    r"|\(0[0-9]{2,3}\)[0-9-]+"
    r"|[0-9A-Za-z]+(?:[-+.,:/_'’][0-9A-Za-z]+)+",
    re.ASCII,
)


def masked(text: str) -> str:
    """The text with a letter for every character of such a stretch: as long, without the marks."""
    return _STRETCHES.sub(lambda found: "x" * len(found.group()), text)
