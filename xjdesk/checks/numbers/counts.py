"""Numbers that count: with their unit, and with the words that say how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from xjdesk.checks.numbers.amount import Amount, read_amount
from xjdesk.checks.numbers.count_units import as_money, as_percentage, times
from xjdesk.checks.numbers.hedging import Hedging
from xjdesk.checks.numbers.mention import Mention, MentionKind, Precision
from xjdesk.checks.numbers.numeral import (
    CHINESE,
    DASH,
    DIGIT,
    MYRIADS,
    NUMERAL,
    PLACE,
    is_bare,
    last_place,
    multiplier,
)
from xjdesk.checks.numbers.spotting import initials, matches, unit_pattern
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.number_words import NumberWords

_D = f"[{DIGIT}]"
_C = f"[{CHINESE}]"
_FROM = "从由自"
_VAGUE = "几数"
"""In front of 十, 百, 千 they make it a vague many: 数百, 几十."""

_WORD = re.compile("[一-鿿0-9A-Za-z]")
_LEAST_ROOM = Decimal(10)
"""What 余 leaves open at least, for a number that is not round: 105余 stays below 115."""


class CountReader:
    """Reads the counts and percentages of a text from which all other numbers were taken."""

    def __init__(self, words: NumberWords) -> None:
        self._hedging = Hedging(words)
        inside, unit = self._hedging.inside, unit_pattern(words)
        big = f"(?!{unit})(?:[十百千]?[万亿]|(?!.分)[十百千])"
        tenths = f"(?!{any_of(words.not_units)})成"
        grouped = rf"{_D}{{1,3}}(?:(?:,\s?|[ \u2009\u00a0]){_D}{{3}}){{1,5}}(?!{_D})"
        full_width = rf"{_D}{{1,3}}(?:，{_D}{{3}}){{1,5}}(?=\s?(?:{inside})?\s?{unit})"
        self._number = re.compile(
            rf"(?P<before>{self._hedging.before})?\s?(?P<hundredths>百分之)?\s?"
            rf"(?P<digits>(?<!{_D})(?<!{_D}[.．])"
            rf"(?P<arabic>{grouped}|{full_width}|{_D}++(?:[.．]{_D}++)?)(?P<big>\s?{big})?"
            rf"|(?P<chinese>(?<=百分之){_C}++点{_C}++|(?<!{_C}){_C}++))"
        )
        self._tail = re.compile(
            rf"\s?(?P<inside>{inside})?(?P<later>[万亿])?\s?"
            rf"(?:(?P<sign>[%％‰]|个?百分点)|(?P<tenths>{tenths})"
            rf"|(?P<unit>{unit})(?:[（(](?P<note>{unit})[）)])?)?"
            rf"(?P<behind>{self._hedging.behind})?"
        )
        self._starts = re.compile(f"[{initials(self._hedging.before_words)}{NUMERAL}]")
        self._fraction = re.compile(rf"\s?分之\s?(?:{_D}++|{_C}++)")
        self._to = re.compile(rf"\s?{DASH}\s?")

    def __call__(self, text: str) -> Iterator[Mention]:
        """The mentions of `text`, left to right."""
        position = 0
        while match := next(matches(self._number, self._starts, text, position), None):
            mention = self._read(text, match)
            mention = self._range(text, mention) or mention
            yield mention
            position = mention.end

    def _read(self, text: str, match: re.Match[str]) -> Mention:
        digits = match.span("digits")
        fraction = self._fraction.match(text, digits[1])
        if fraction:
            return Mention(digits[0], fraction.end(), MentionKind.IDIOM, *digits)
        tail = self._tail.match(text, digits[1])
        amount = read_amount(match["arabic"], match["big"], match["chinese"])
        if amount is None or tail is None or not self._counts(text, match, tail):
            return Mention(*digits, _uncounted(match["chinese"] or ""), *digits)
        return self._counted(match, tail, amount)

    def _counts(self, text: str, match: re.Match[str], tail: re.Match[str]) -> bool:
        """Whether a numeral counts: an Arabic one does, a Chinese one only as far as is certain."""
        chinese = match["chinese"]
        if not chinese or match["hundredths"]:
            return True
        if PLACE.match(chinese) and text[match.start() - 1 : match.start()] in tuple(_VAGUE):
            return False
        if is_bare(chinese):
            return bool(tail["inside"]) or self._hedging.is_hedge(match["before"])
        if chinese == "一" and not tail["inside"]:
            return bool(tail["unit"]) and not _WORD.match(text, tail.end())
        return any(tail[group] for group in ("inside", "sign", "tenths", "unit"))

    def _counted(self, match: re.Match[str], tail: re.Match[str], amount: Amount) -> Mention:
        is_hedged = self._hedging.is_hedge(match["before"])
        start = match.start(
            "before" if is_hedged else "hundredths" if match["hundredths"] else "digits"
        )
        precision = self._hedging.precision(match["before"], tail["inside"], tail["behind"])
        mention = Mention(
            start=start,
            end=tail.end() if tail.group().strip() else match.end("digits"),
            kind=MentionKind.COUNT,
            digits_start=match.start("digits"),
            digits_end=match.end("digits"),
            value=amount.value,
            upper=amount.upper,
            precision=Precision.RANGE if amount.upper is not None else precision,
            unit=tail["unit"] or "",
            unit_note=tail["note"] or "",
            rounded_to=amount.rounded_to,
        )
        if match["hundredths"] or tail["sign"] or tail["tenths"]:
            mention = as_percentage(mention, tail)
        elif tail["unit"] and tail["unit"].endswith("元"):
            mention = as_money(mention, match["digits"], tail)
        elif tail["later"]:
            mention = times(mention, MYRIADS[tail["later"]], tail.end("later"))
        if mention.precision is Precision.OVER and tail["inside"] and mention.value is not None:
            mention = replace(mention, upper=mention.value + _room(mention.value))
        return mention

    def _range(self, text: str, low: Mention) -> Mention | None:
        """The range whose lower end is `low`, when its upper end follows."""
        joint = self._to.match(text, low.end)
        if low.value is None or joint is None or text[low.start - 1 : low.start] in tuple(_FROM):
            return None
        match = self._number.match(text, joint.end())
        high = self._read(text, match) if match else None
        if match is None or high is None or high.value is None:
            return None
        if low.precision is not Precision.EXACT or high.upper is not None:
            return None
        lower = low.value
        if not low.unit:
            lower *= multiplier(match["big"] or "")
        elif low.unit != high.unit:
            return None
        if lower >= high.value:
            return None
        return replace(
            high,
            start=low.start,
            digits_start=low.digits_start,
            digits_end=low.digits_end,
            value=lower,
            upper=high.value,
            precision=Precision.RANGE,
        )


def _uncounted(chinese: str) -> MentionKind:
    """一 and places without digits (百姓, 数十) belong to a word, other numerals to a name."""
    is_idiom = chinese and (chinese[0] == "一" or PLACE.match(chinese))
    return MentionKind.IDIOM if is_idiom else MentionKind.NAME


def _room(value: Decimal) -> Decimal:
    """How far 余 and 多 reach: to the next number as round (5000余: 6000)."""
    place = last_place(value)
    return max(place, _LEAST_ROOM) if value >= _LEAST_ROOM else place
