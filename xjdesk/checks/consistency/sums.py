"""Parts that are not their total (rule T-10).

《党政机关公文处理工作条例》 asks that the figures of a document are right; the parts and totals of
a sentence are what supervisors add up first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xjdesk.checks.consistency.clash import Clash, span_of
from xjdesk.checks.consistency.part_list import PartList
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.consistency_words import ConsistencyWords
from xjdesk.core.numbers import show_number
from xjdesk.core.severity import Severity

RULE = "T-10"

_OVERLAP = "同一信息经几个渠道公开、总数只计一次的，保留并写明情况。"
_OTHER_SCOPE = "各项之间有交叉或者还有未列出的，在句中写明口径。"


class SumCheck:
    """Adds up the lists of a paragraph."""

    def __init__(self, words: ConsistencyWords) -> None:
        self._channel = re.compile(any_of(words.channels))

    def clashes(self, lists: Iterable[PartList]) -> Iterator[Clash]:
        """What is said about lists that cannot be right; about each total once."""
        told: set[int] = set()
        for found in lists:
            if not found.may_be_right and found.total.start not in told:
                told.add(found.total.start)
                yield self._clash(found)

    def _clash(self, found: PartList) -> Clash:
        unit = found.total.unit
        total, together = show_number(found.total_value), show_number(found.sum)
        terms = "+".join(show_number(part.value) for part in found.parts)
        difference = show_number(abs(found.sum - found.total_value))
        if len(found.parts) == 1:
            told = f"其中一项为{together}{unit}，"
        else:
            told = f"其中各项合计{terms}={together}，"
        is_more = found.sum > found.total_value
        message = (
            f"{told}比总数{total}{unit}{'多' if is_more else '少'}{difference}{unit}，请核对。"
        )
        overlap = is_more and all(self._channel.search(part.label) for part in found.parts)
        return Clash(
            RULE,
            (span_of(found.total), *(span_of(part.mention) for part in found.parts)),
            message,
            together,
            total,
            f"{total}｜{terms}",
            ("核对总数和各项的数字，更正有误的一项。", _OVERLAP if overlap else _OTHER_SCOPE),
            severity=Severity.HINT if overlap else Severity.QUERY,
        )
