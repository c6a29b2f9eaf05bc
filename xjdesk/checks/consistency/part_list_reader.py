"""Finding the lists of parts in a line: after 其中, in a bracket behind a number, before 共计."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from xjdesk.checks.consistency.exact_counts import is_exact
from xjdesk.checks.consistency.lines import Clause, Line, Numbered
from xjdesk.checks.consistency.listing import Listing, ListingReader, same_sentence
from xjdesk.checks.consistency.part_list import Part, PartList
from xjdesk.checks.consistency.part_words import PartWords
from xjdesk.checks.numbers.mention import Mention

_LEAST_NAMED = 3
"""So many parts in a bracket are meant to be all; two are often examples."""


class PartListReader:
    """Reads lists of parts. Where the sentence does not show one clearly, it finds none."""

    def __init__(self, words: PartWords) -> None:
        self._words = words
        self._listings = ListingReader(words)

    def lists(self, lines: Sequence[Line]) -> tuple[PartList, ...]:
        """Every list in the lines of a paragraph that has a total."""
        beside = self._bracketed(lines)
        return tuple(_with_shares(found, beside) for line in lines for found in self._lists(line))

    def _lists(self, line: Line) -> tuple[PartList, ...]:
        clauses = line.clauses
        found = [self._of_bracket(line)]
        for at, clause in enumerate(clauses):
            if clause.mark in ("，", "；", "。", "：", "") and not (at == 0 and line.opener):
                found += self._opened(clauses, at)
                found.append(self._of_these(clauses, at))
                found.append(self._ending_in_rest(clauses, at))
                found.append(self._behind_colon(clauses, at))
            found.append(self._before_total(clauses, at))
        return tuple(entry for entry in found if entry is not None and _is_exact(entry))

    def _bracketed(self, lines: Sequence[Line]) -> dict[int, Numbered]:
        """The shares in brackets behind a count, 8件（占66.7%）, by where the count starts."""
        return {
            line.opener.mention.start: number
            for line in lines
            if line.opener is not None and len(line.clauses) == 1
            for number in line.clauses[0].numbers
            if self._words.is_share(number)
        }

    def _of_bracket(self, line: Line) -> PartList | None:
        """3607件（市政府349件、…）, the whole bracket being the list."""
        if line.opener is None or not line.opener.is_count:
            return None
        first = self._first_part(line.clauses, 0)
        opener = self._words.opener(line.clauses[0].words)
        unit = line.opener.mention.unit
        listing = self._listings.listing(line.clauses, first, unit)
        if not listing.is_closed or (not opener and len(listing.parts) < 2):
            return None
        if not self._listings.is_of_one_side([part.label for part in listing.parts]):
            return None
        is_full = self._names_all(listing, opener) or (
            not opener and len(listing.parts) >= _LEAST_NAMED
        )
        return PartList((line.opener.mention,), listing.parts, is_full)

    def _opened(self, clauses: Sequence[Clause], at: int) -> list[PartList]:
        """收到申请12件，其中网络5件、信函8件."""
        opener = self._words.opener(clauses[at].words)
        if not opener:
            return []
        first = self._first_part(clauses, at)
        grouped = self._listings.groups(clauses, first) if first > at else None
        if grouped:
            return [
                PartList(totals, parts, is_complete=False)
                for parts in grouped
                if (totals := _totals_before(clauses, at, parts[0].mention.unit))
            ]
        if first >= len(clauses) or not clauses[first].counts:
            return []
        unit = clauses[first].counts[0].mention.unit
        listing = self._listings.listing(clauses, first, unit)
        totals = _totals_before(clauses, at, unit)
        if not totals or not listing.parts:
            return []
        return [PartList(totals, listing.parts, self._names_all(listing, opener))]

    def _of_these(self, clauses: Sequence[Clause], at: int) -> PartList | None:
        """在办结的5件申请中，予以公开3件，…; with quoted parts also from sentence to sentence."""
        clause = clauses[at]
        if len(clause.counts) != 1 or not self._words.is_of_these(clause.words):
            return None
        total = clause.counts[0].mention
        parts: list[Part] = []
        sentence = clause.sentence
        for follower in clauses[at + 1 :]:
            if follower.sentence > sentence + 1:
                break
            part = self._listings.part(follower, parts, total.unit)
            goes_on = part is not None and (part.is_tied or follower.sentence == clause.sentence)
            if part is not None and goes_on:
                parts.append(part)
                sentence = follower.sentence
            elif follower.counts:
                break
            else:
                self._listings.give_share(parts, follower)
        return PartList((total,), tuple(parts), is_complete=False, is_whole=False)

    def _ending_in_rest(self, clauses: Sequence[Clause], at: int) -> PartList | None:
        """累计公开280条；…公开85条，…公开132条，其它媒体公开73条: the rest says that it is all."""
        clause = clauses[at]
        if len(clause.numbers) != 1 or not self._words.says_total(clause.numbers[0].label):
            return None
        total = clause.numbers[0].mention
        parts: list[Part] = []
        for follower in same_sentence(clauses, at + 1):
            if self._words.opener(follower.words):
                return None
            if any(number.mention.unit == total.unit for number in follower.counts):
                part = self._listings.part(follower, parts, total.unit)
                if part is None:
                    return None
                parts.append(replace(part, is_tied=bool(parts)))
        if len(parts) < _LEAST_NAMED or not self._words.begins_with_rest(parts[-1].label):
            return None
        return PartList((total,), tuple(parts), is_complete=True)

    def _behind_colon(self, clauses: Sequence[Clause], at: int) -> PartList | None:
        """收到申请12件：网络5件、信函7件."""
        if clauses[at].mark != "：" or not at or not clauses[at - 1].counts:
            return None
        total = clauses[at - 1].counts[-1]
        listing = self._listings.listing(clauses, at, total.mention.unit)
        is_tied = all(part.is_tied for part in listing.parts[1:])
        if total.tail or not listing.is_closed or len(listing.parts) < 2 or not is_tied:
            return None
        is_full = len(listing.parts) >= _LEAST_NAMED
        return PartList((total.mention,), listing.parts, is_full)

    def _before_total(self, clauses: Sequence[Clause], at: int) -> PartList | None:
        """政府网站319条、微博851条，共计1170条."""
        numbers = clauses[at].numbers
        if clauses[at].mark != "，" or len(numbers) != 1:
            return None
        if numbers[0].tail or not self._words.is_closing_total(numbers[0].label):
            return None
        total = numbers[0].mention
        first = at
        while first and clauses[first].sentence == clauses[first - 1].sentence:
            first -= 1
        listing = self._listings.listing(clauses[:at], first, total.unit)
        is_tied = all(part.is_tied for part in listing.parts[1:])
        if not listing.is_closed or len(listing.parts) < 2 or not is_tied:
            return None
        return PartList((total,), listing.parts, is_complete=True)

    def _names_all(self, listing: Listing, opener: str) -> bool:
        if not listing.is_closed or len(listing.parts) < 2:
            return False
        has_rest = any(self._words.is_rest(part.label) for part in listing.parts)
        return has_rest or self._words.claims_all(opener)

    def _first_part(self, clauses: Sequence[Clause], at: int) -> int:
        """Where the first part stands: in the clause of the opening words, or right after it."""
        words = clauses[at].words
        return at + 1 if words and words == self._words.opener(words) else at


def _totals_before(clauses: Sequence[Clause], at: int, unit: str) -> tuple[Mention, ...]:
    """The counts of that unit before the clause, nearest first.

    They are those since the last semicolon, else those of the sentence; for a list that begins a
    sentence those of the sentence before.
    """
    sentence = clauses[at].sentence - (clauses[at].mark == "。")
    nearest: list[Mention] = []
    for clause in reversed(clauses[:at]):
        if clause.sentence < sentence:
            break
        nearest += [n.mention for n in reversed(clause.counts) if n.mention.unit == unit]
        if clause.mark == "；" and nearest:
            break
    return tuple(nearest)


def _is_exact(entry: PartList) -> bool:
    mentions = [*entry.totals, *(part.mention for part in entry.parts)]
    return bool(entry.parts) and all(map(is_exact, mentions))


def _with_shares(found: PartList, beside: Mapping[int, Numbered]) -> PartList:
    parts = (
        replace(part, share=part.share or beside.get(part.mention.start)) for part in found.parts
    )
    return replace(found, parts=tuple(parts))
