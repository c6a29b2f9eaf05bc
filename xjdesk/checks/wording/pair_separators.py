"""P-28: one separator between the pairs of a bracket: （邮编：756299，电话：0954-3012401）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_PAIR = re.compile(r"\s*[\w-]{2,8}[：:].+", re.DOTALL)
_SEPARATOR = re.compile("[，；、,;]")


def pair_separators(text: str) -> Iterator[Slip]:
    """One slip for a bracket with three or more pairs of label and value, parted differently."""
    for bracket in _BRACKET.finditer(text):
        separators = list(_SEPARATOR.finditer(text, *bracket.span(1)))
        pairs = _SEPARATOR.split(bracket[1])
        kinds = [found.group() for found in separators]
        if len(set(kinds)) < 2 or not all(map(_PAIR.fullmatch, pairs)):
            continue
        usual = max(("；", "，", "、"), key=kinds.count)
        odd = [found for found in separators if found.group() != usual]
        start, end = odd[0].start(), odd[-1].end()
        stretch = text[start:end]
        proper = "".join(
            usual if any(found.start() == place for found in odd) else character
            for place, character in enumerate(stretch, start)
        )
        label = re.split("[：:]", pairs[0].strip())[0]
        message = (
            f"括号里并列的“{label}”等{len(pairs)}项之间，"
            f"有的用“{'”，有的用“'.join(dict.fromkeys(kinds))}”，应统一用“{usual}”（{PUNCTUATION}）。"
        )
        yield Slip("P-28", Severity.HINT, start, end, message, proper)
