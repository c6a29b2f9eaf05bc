"""Which words of a clause belong to a number in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xjdesk.checks.clauses import CLAUSES
from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.stretch import Stretch

_COUNTING = (MentionKind.COUNT, MentionKind.PERCENT)
_JOINED = re.compile("以及|[及和与并、]")


def words_near(text: str, numbers: Sequence[Mention], at: int) -> tuple[Stretch, Stretch]:
    """The words of the clause before the number and behind it, up to the next that count.

    What 、 or 和 parts from the number belongs to the next: 行政复议3件、行政诉讼2件.
    """
    mention = numbers[at]
    clause = CLAUSES.around(text, mention.start, mention.end)
    before = max((m.end for m in numbers[:at] if m.kind in _COUNTING), default=0)
    behind = min((m.start for m in numbers[at + 1 :] if m.kind in _COUNTING), default=len(text))
    end = max(mention.end, min(clause.end, behind))
    if behind < clause.end:
        end = _own_end(text, mention.end, end)
    own = Stretch(max(clause.start, before), mention.start)
    if not own.of(text):
        own = _before_bracket(text, own, before)
    elif before >= clause.start and text.endswith("、", own.start, own.end):
        # 2件维持、1件纠正: what stands before the mark is said of the other number.
        own = Stretch(own.end, own.end)
    return own, Stretch(mention.end, end)


def _before_bracket(text: str, own: Stretch, last: int) -> Stretch:
    """The words that a bracket parts from the number, behind `last`: 其他处理（含撤回申请）3件."""
    start = text.rfind("（", 0, own.start)
    is_aside = text.endswith("）", 0, own.start) and "）" not in text[start : own.start - 1]
    if not is_aside or start < last:
        return own
    return Stretch(max(CLAUSES.around(text, start, start).start, last), start)


def _own_end(text: str, start: int, end: int) -> int:
    """Where the words behind a number end when another number follows in the clause."""
    if _JOINED.match(text, start, end):
        return start
    parted = text.find("、", start, end)
    return end if parted < 0 else parted
