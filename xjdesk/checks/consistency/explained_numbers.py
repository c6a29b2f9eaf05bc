"""Names that count and the lists they stand for: “四议”即：… (rule T-13).

A separator can also stand inside an item, and a comma can end the list. So there is a least and a
greatest number of items, and only a number outside them is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.consistency.clash import Clash
from xjdesk.checks.consistency.counted_points import RULE
from xjdesk.checks.named_list import NamedList, named_lists

_JOINED = re.compile(r"以及|和|与|及|并")
_WAYS_OUT = (
    "补上缺少的或者删去多余的一项。",
    "更正简称中的数字。",
)


def explained_number_clashes(text: str) -> Iterator[Clash]:
    """Names that are followed by surely more or surely fewer items than they say."""
    for found in named_lists(text):
        first_comma = found.commas[0] if found.commas else found.items.end
        least = 1 + sum(pause < first_comma for pause in found.pauses)
        separators = len(found.pauses) + len(found.commas)
        most = 1 + separators + len(_JOINED.findall(found.items.of(text)))
        if separators and not least <= found.count <= most:
            yield _clash(text, found, least if found.count < least else most)


def _clash(text: str, found: NamedList, counted: int) -> Clash:
    name = found.name.of(text)
    return Clash(
        RULE,
        (found.name, found.items),
        f"{name}后面列出了{counted}项，与“{found.count}”不符，请核对。",
        str(found.count),
        str(counted),
        f"{name}｜{counted}",
        _WAYS_OUT,
    )
