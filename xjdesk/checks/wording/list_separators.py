"""P-13: one separator between the items of a list that its name counts.

As in “三审”即：事前预审、事中审核、事后评审. Whether there are as many is asked by rule T-13.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xjdesk.checks.named_list import NamedList, named_lists
from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_JOINED = re.compile(r"[和与及并]")
_COLONS = "：:"


def list_separators(text: str) -> Iterator[Slip]:
    """One slip for a list behind a colon that has as many items as it says, but 、 and ， mixed."""
    for found in named_lists(text):
        both = sorted((*found.pauses, *found.commas))
        is_mixed = 0 < len(found.commas) < len(found.pauses)
        if not is_mixed or text[found.items.start - 1] not in _COLONS:
            continue
        if found.count in _counts(text, found, both) and found.count not in _counts(
            text, found, found.pauses
        ):
            yield _slip(text, found)


def _counts(text: str, found: NamedList, separators: Sequence[int]) -> range:
    """How many items the separators make: the last may be joined by 和 or the like."""
    last = text[separators[-1] : found.items.end]
    fewest = len(separators) + 1
    return range(fewest, fewest + 1 + len(_JOINED.findall(last)))


def _slip(text: str, found: NamedList) -> Slip:
    start, end = found.commas[0], found.commas[-1] + 1
    proper = re.sub("[，,]", "、", text[start:end])
    message = (
        f"{found.name.of(text)}列出的各项之间，有的用顿号，有的用逗号，"
        f"{excerpt(text, start, end)}处应统一用顿号（{PUNCTUATION}）。"
    )
    return Slip("P-13", Severity.QUERY, start, end, message, proper)
