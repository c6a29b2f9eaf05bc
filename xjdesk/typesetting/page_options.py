"""What is decided when a document is printed, not when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Letterhead(StrEnum):
    """What of the letterhead is printed.

    FULL: all of it. PREPRINTED: for paper that bears the red parts already: without them, all else
    in its place. NONE: neither letterhead nor imprint nor room for a seal, as it is published.
    """

    FULL = "full"
    PREPRINTED = "preprinted"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """`double_sided` mirrors margins and numbers of even pages; the imprint goes on one of them."""

    double_sided: bool = True
    letterhead: Letterhead = Letterhead.FULL
