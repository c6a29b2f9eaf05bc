"""More dealt with than taken in (rule T-15), and all done against what is handed on (rule T-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xjdesk.checks.clauses import FULL_SENTENCES, PHRASES, Division
from xjdesk.checks.consistency.clash import Clash, span_of
from xjdesk.checks.consistency.exact_counts import is_exact, value_of
from xjdesk.checks.consistency.lines import Clause, Line
from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.stretch import Stretch
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.consistency_words import ConsistencyWords
from xjdesk.core.numbers import show_number

MORE_DONE_RULE = "T-15"
ALL_DONE_RULE = "T-16"
_DENIED_CLAUSES = Division("，。；")
"""What is denied before a colon is denied behind it."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What a paragraph says of the whole: places that say all is done, numbers handed on."""

    all_done: tuple[Stretch, ...]
    handed_on: tuple[Mention, ...]


class CompletionCheck:
    """Compares what was taken in with what was dealt with."""

    def __init__(self, words: ConsistencyWords) -> None:
        everything, asked = any_of(words.everything), any_of(words.asked)
        finished, all_finished = any_of(words.finished), any_of(words.all_finished)
        self._received = re.compile(any_of(words.received))
        self._finished = re.compile(rf"(?:已|均|共|全部|按时|按期|及时|依法)*{finished}+(?:数|了)?")
        self._carried_in = re.compile(any_of(words.carried_in))
        self._excepted = re.compile(any_of(words.excepted))
        self._denied = re.compile(any_of(words.denied))
        self._all_done = re.compile(
            rf"{everything}[^，。；、“”]{{0,12}}{asked}[^。；、“”]{{0,12}}{all_finished}"
        )
        self._handed_on = re.compile(any_of(words.handed_on))

    def clashes(self, text: str, lines: Sequence[Line]) -> Iterator[Clash]:
        """Sentences in which more is dealt with than was taken in; a carry-over explains it."""
        if not lines or self._carried_in.search(text):
            return
        clauses = lines[0].clauses
        for at, clause in enumerate(clauses):
            if not self._tells_done(clause):
                continue
            done = clause.counts[0].mention
            received = self._received_before(clauses, at)
            same = [mention for mention in received if mention.unit == done.unit]
            together = sum(map(value_of, same), Decimal(0))
            is_more = bool(same) and value_of(done) > together
            if is_more and all(map(is_exact, (*received, done))):
                yield _more_done(done, same, together)

    def _tells_done(self, clause: Clause) -> bool:
        """Whether the clause says no more than how many were dealt with: 办结15件."""
        if clause.mark != "，" or len(clause.numbers) != 1 or not clause.counts:
            return False
        done = clause.counts[0]
        return not done.tail and self._finished.fullmatch(done.label) is not None

    def statements(self, text: str, mentions: Sequence[Mention]) -> Statements:
        """What the paragraph says of all applications and of those handed on to the next year."""
        all_done = tuple(
            Stretch(found.start(), found.end())
            for found in self._all_done.finditer(text)
            if not self._is_limited(text, found.start(), found.end())
        )
        handed_on = tuple(
            m
            for m in mentions
            if m.kind is MentionKind.COUNT and m.value and self._is_handed_on(text, mentions, m)
        )
        return Statements(all_done, handed_on)

    def _is_limited(self, text: str, start: int, end: int) -> bool:
        """Whether the clause denies what it says, or its sentence makes an exception."""
        clause = _DENIED_CLAUSES.around(text, start, end)
        sentence = FULL_SENTENCES.around(text, start, end)
        if self._denied.search(text, clause.start, end):
            return True
        return self._excepted.search(text, sentence.start, end) is not None

    def _received_before(self, clauses: Sequence[Clause], at: int) -> list[Mention]:
        """The numbers since the one that was taken in, in the sentence before clause `at`."""
        found: list[Mention] = []
        words, is_received = "", False
        for clause in clauses[:at]:
            if clause.sentence != clauses[at].sentence:
                continue
            words = words + clause.words if clause.mark == "、" else clause.words
            if clause.counts:
                is_received = is_received or self._received.search(words) is not None
                found += [number.mention for number in clause.counts]
        return found if is_received else []

    def _is_handed_on(self, text: str, mentions: Sequence[Mention], mention: Mention) -> bool:
        """Whether 结转下年度 stands in its phrase and no other number parts them."""
        phrase = PHRASES.around(text, mention.start, mention.end)
        if self._handed_on.search(text, mention.end, phrase.end):
            return True
        has_other = any(
            phrase.start <= m.start < mention.start and m.value is not None for m in mentions
        )
        return not has_other and bool(self._handed_on.search(text, phrase.start, mention.start))


def _more_done(done: Mention, received: Sequence[Mention], together: Decimal) -> Clash:
    unit = done.unit
    finished, taken_in = show_number(value_of(done)), show_number(together)
    more = show_number(value_of(done) - together)
    message = (
        f"办结、答复的{finished}{unit}比受理、收到的{taken_in}{unit}多{more}{unit}，"
        "句中没有说明上年结转，请核对。"
    )
    return Clash(
        MORE_DONE_RULE,
        (span_of(done), *map(span_of, received)),
        message,
        f"不超过{taken_in}",
        finished,
        f"{taken_in}｜{finished}",
        ("核对收到数和办结数，更正有误的一项。", "含上年结转的，在句中写明结转数。"),
    )
