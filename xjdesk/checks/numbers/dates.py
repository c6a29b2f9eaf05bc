"""Years, dates, times of day and lengths of time."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.numbers.mention import MentionKind
from xjdesk.checks.numbers.numeral import CHINESE, DASH, DIGIT, NUMERAL
from xjdesk.checks.numbers.spotting import Spotter, spotter, unit_pattern
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.number_words import NumberWords

_D = f"[{DIGIT}]"
_ALONE = rf"(?<![{DIGIT}{CHINESE}])(?<!{_D}[.．])"
_STARTS = f"近{NUMERAL}"
_N = rf"(?:{_D}{{1,4}}|[{CHINESE}]{{1,10}})"
_DAY = rf"{_N}\s?[日号](?!常)"
_MONTH = rf"{_N}\s?月(?:\s?份)?(?:\s?{_DAY})?"
_YEAR = rf"{_N}\s?[余多来]?\s?年(?!级)(?:\s?度|代|底|初|末|内)?(?:\s?{_MONTH})?"
_POINT = rf"(?:{_YEAR}|{_MONTH}|{_N}\s?日(?!常))"
_TO = rf"\s?{DASH}\s?"
_LISTED = rf"(?:(?:{_D}{{1,2}}|(?:19|20){_D}{{2}}|[{CHINESE}]{{1,4}})\s?[、和及]\s?){{0,4}}"

_CALENDAR = rf"(?:近\s?)?{_ALONE}(?:{_N}{_TO}|{_LISTED}){_POINT}(?:{_TO}{_POINT})?"
_OF_YEAR = "(?:1[0-2]|0?[1-9])"
_SHORT_DATE = (
    rf"{_ALONE}(?:19|20){_D}{{2}}(?:([-./．－]){_OF_YEAR}\1{_D}{{1,2}}|[./．]{_OF_YEAR})"
    rf"(?![{DIGIT}万亿余多%％‰])"
)
_TIME_OF_DAY = (
    rf"{_ALONE}{_D}{{1,2}}[:：][0-5０-５]{_D}(?:[:：][0-5０-５]{_D})?(?!{_D})"
    rf"|(?<=[午晚晨早日]){_N}\s?[时点](?:\s?{_N}\s?分|半|整)?"
    rf"|{_ALONE}{_D}{{1,2}}\s?时(?:\s?{_D}{{1,2}}\s?分)?(?![间候限效])"
)
_QUARTER = rf"(?:前|第)?\s?{_ALONE}(?:{_N}{_TO}|{_LISTED})?{_N}\s?季度"
_PLAN = rf"{_ALONE}十[一二三四五六七八九]五(?![{CHINESE}])"
_EDITION = rf"{_ALONE}(?:19|20){_D}{{2}}(?=\s?(?:版(?:本|[）)”》《])|修订))"
_WEEKDAY = r"(?:星期|礼拜|周)(?P<span>[一二三四五六])"


def date_spotters(words: NumberWords) -> Iterator[Spotter]:
    """What finds dates and lengths of time, in the order in which they are tried."""
    yield spotter(_CALENDAR, MentionKind.DATE, _STARTS)
    yield spotter(rf"{_SHORT_DATE}(?!\s?{unit_pattern(words)})", MentionKind.DATE)
    yield spotter(_EDITION, MentionKind.DATE)
    yield spotter(_TIME_OF_DAY, MentionKind.DATE)
    yield spotter(_QUARTER, MentionKind.DATE, f"前第{NUMERAL}")
    yield spotter(_PLAN, MentionKind.DATE, "十")
    yield spotter(rf"{_WEEKDAY}(?!\s?{unit_pattern(words)})", MentionKind.DATE, "星礼周")
    length = rf"(?:{_D}{{1,6}}(?:[.．]{_D}{{1,2}})?|[{CHINESE}]{{1,10}})"
    yield spotter(
        rf"(?:近\s?)?{_ALONE}(?:{_D}{{1,2}}[×xX*])?(?:{length}{_TO})?{length}\s?[余多来]?\s?"
        rf"{any_of(words.periods)}",
        MentionKind.DATE,
        _STARTS,
    )
