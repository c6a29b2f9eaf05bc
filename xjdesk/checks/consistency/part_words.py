"""What the words beside a number say of it as a part of a list."""

from __future__ import annotations

import re

from xjdesk.checks.consistency.lines import Numbered
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.consistency_words import ConsistencyWords

_SHARE = re.compile(r"(?:约|共)?占(?P<whole>.*)")
_PLAIN_SHARE = frozenset(("", "比", "比为", "比例为", "比达", "比重为"))
_OF_THESE = re.compile(r"^(?:在|而在).*中$")


class PartWords:
    """Reads the words of parts."""

    def __init__(self, words: ConsistencyWords) -> None:
        self._opener = re.compile(any_of((*words.part_openers, *words.full_openers)))
        self._full_opener = re.compile(f"(?:.*){any_of(words.full_openers)}")
        self._rest = re.compile(any_of(words.rests))
        self._other_sides = re.compile(any_of(words.other_sides))
        self._each = re.compile(any_of(words.each))
        self._not_each = re.compile(any_of(words.not_each))
        self._whole = re.compile(any_of(words.wholes))
        self._wider = re.compile(any_of(words.wider_wholes))
        self._total = re.compile(any_of(words.totals))
        self._closing_total = re.compile(f"{any_of(words.closing_totals)}(?:为|有|是)?")

    def opener(self, label: str) -> str:
        """The words at the start of `label` that open a list of parts, if any."""
        found = self._opener.match(label)
        return found.group() if found else ""

    def claims_all(self, opener: str) -> bool:
        """Whether these opening words say that all parts follow."""
        return self._full_opener.fullmatch(opener) is not None

    def is_rest(self, label: str) -> bool:
        """Whether the part is whatever the others leave: 其他渠道."""
        return self._rest.fullmatch(label) is not None

    def begins_with_rest(self, label: str) -> bool:
        """Whether the part begins like the rest: 其它媒体公开政府信息."""
        return self._rest.match(label) is not None

    def is_of_each(self, label: str) -> bool:
        """Whether the number is that of each of several: 各发布信息12条."""
        return self._each.search(self._not_each.sub("", label)) is not None

    def sides(self, label: str) -> frozenset[str]:
        """The sides from which the words look at the whole: 涉及, 办结."""
        return frozenset(self._other_sides.findall(label))

    def says_total(self, label: str) -> bool:
        """Whether the words before a number say that it is a total."""
        return self._total.search(label) is not None

    def is_closing_total(self, label: str) -> bool:
        """Whether the words are no more than 共计 or the like."""
        return self._closing_total.fullmatch(label) is not None

    def is_share(self, number: Numbered) -> bool:
        """Whether it is the percentage in 占90%."""
        return not number.is_count and _SHARE.match(number.label) is not None

    def whole_of(self, label: str) -> str | None:
        """The words after 占 if they mean the total just named (none, 总数); None if another."""
        found = _SHARE.match(label)
        if found is None:
            return None
        whole = found["whole"]
        if self._wider.search(whole):
            return None
        if whole in _PLAIN_SHARE:
            return ""
        return whole if self._whole.search(whole) else None

    def is_of_these(self, words: str) -> bool:
        """Whether a clause names a number as the whole of what follows: 在办结的5件申请中."""
        return _OF_THESE.match(words) is not None
