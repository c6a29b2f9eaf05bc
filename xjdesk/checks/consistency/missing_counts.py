"""Parts of a list with a share but no count: 规划计划类信息，占9% (rule T-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xjdesk.checks.consistency.clash import Clash, span_of
from xjdesk.checks.consistency.exact_counts import value_of
from xjdesk.checks.consistency.lines import Clause, Line, Numbered
from xjdesk.checks.consistency.part_words import PartWords
from xjdesk.checks.consistency.shares import RULE
from xjdesk.core.numbers import show_number

_LEAST_COUNTED = 2
"""So many other parts of the list have a count before one without is asked about."""


def missing_count_clashes(words: PartWords, text: str, lines: Sequence[Line]) -> Iterator[Clash]:
    """The parts between semicolons whose share stands behind words without a number."""
    for line in lines:
        told = [
            (name, share.numbers[0])
            for name, share in zip(line.clauses, line.clauses[1:], strict=False)
            if name.sentence == share.sentence and _is_share(words, share)
        ]
        counted = [name.counts[-1] for name, _ in told if name.counts]
        if len(counted) >= _LEAST_COUNTED:
            for name, share in told:
                if name.mark == "；" and not name.numbers:
                    yield _clash(text, name, share, counted[0])


def _is_share(words: PartWords, clause: Clause) -> bool:
    numbers = clause.numbers
    if len(numbers) != 1 or numbers[0].tail or clause.mark != "，":
        return False
    return words.is_share(numbers[0])


def _clash(text: str, name: Clause, share: Numbered, other: Numbered) -> Clash:
    unit = other.mention.unit
    percent = text[share.mention.start : share.mention.end]
    return Clash(
        RULE,
        (span_of(share.mention),),
        f"“{name.words}”只写了所占比例{percent}，没有写{unit}数，其他各项都写了，请核实是否漏写。",
        f"有{unit}数",
        percent,
        f"{name.words}｜{percent}｜{show_number(value_of(other.mention))}{unit}",
        (f"补写“{name.words}”的{unit}数。", "各项都不写或者都写，前后一致。"),
    )
