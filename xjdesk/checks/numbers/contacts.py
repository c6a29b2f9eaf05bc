"""Numbers of contact: telephones, post codes, addresses of houses, of the web and of mail."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.numbers.mention import MentionKind
from xjdesk.checks.numbers.numeral import CHINESE, DIGIT, NUMERAL
from xjdesk.checks.numbers.spotting import Spotter, initials, spotter, unit_pattern
from xjdesk.checks.word_pattern import any_of
from xjdesk.core.number_words import NumberWords

_D = f"[{DIGIT}]"
_JOIN = r"[-－‐–—―]"

_WEB = r"(?:https?://|www\.)[!-~]++"
_DOMAIN = (
    r"(?<![0-9A-Za-z.-])[0-9A-Za-z-]++(?:\.[0-9A-Za-z-]++)++"
    r"(?<=\.cn|com|org|net|gov|edu)(?:/[!-~]*+)?"
)
_MAIL = r"(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]++[@＠][0-9A-Za-z.-]++"

_AREA_AND_NUMBER = (
    rf"(?<!{_D})(?:[（(]0{_D}{{2,3}}[）)]\s?|0{_D}{{2,3}}\s?{_JOIN}{{1,2}}\s?)"
    rf"{_D}{{7,8}}(?:[-－转]{_D}{{1,5}})?(?!{_D})"
)
_SERVICE = (
    rf"(?<!{_D})[48]00{_JOIN}?(?:{_D}{{3}}{_JOIN}?{_D}{{4}}|{_D}{{4}}{_JOIN}?{_D}{{3}})(?!{_D})"
)
_LOCAL = rf"(?<=[:：]){_D}{{7,8}}(?=[）)；;，,。、]|$)"
"""A telephone number without its area, behind the name of an office."""
_MOBILE = rf"(?<!{_D})(?:\+?86[- ]?)?1[3-9]{_D}[- ]?{_D}{{4}}[- ]?{_D}{{4}}(?!{_D})"


def contact_spotters(words: NumberWords) -> Iterator[Spotter]:
    """What finds addresses and telephone numbers, in the order in which they are tried."""
    for pattern in (_MAIL, _WEB, _DOMAIN):
        yield spotter(pattern, MentionKind.CONTACT, "!-~")
    for pattern in (_AREA_AND_NUMBER, _SERVICE, _MOBILE):
        yield spotter(pattern, MentionKind.CONTACT, rf"{DIGIT}（(+")
    number = rf"{_D}{{3,20}}+(?:(?:{_JOIN}|[*＊转]){_D}{{2,20}}+)*+"
    label = any_of(words.contact_labels)
    yield spotter(
        rf"{label}(?:[（(][^（）()]{{0,8}}[）)])?\s?[:：为是]?\s?"
        rf"(?P<span>{number}(?:\s?[、，,/;；或]\s?{number})*+)"
        rf"(?!\s?[{DIGIT}.．]|\s?[余多来年]?\s?{unit_pattern(words)})",
        MentionKind.CONTACT,
        initials(words.contact_labels),
    )
    yield spotter(_LOCAL, MentionKind.CONTACT, DIGIT)
    yield spotter(
        rf"(?<={_any_before(words.streets)})"
        rf"(?P<span>{_D}{{1,5}}+(?:{_JOIN}{_D}{{1,4}}+)?\s?号)(?!\s?(?:文|令|公告|台账))",
        MentionKind.CONTACT,
        DIGIT,
    )
    yield spotter(
        rf"(?<![{DIGIT}{CHINESE}])(?:{_D}{{1,4}}|[A-Z]{_D}{{1,3}}|[一二三四五六七八九十]{{1,3}})"
        rf"\s?{any_of(words.rooms)}(?![面顶盘])",
        MentionKind.CONTACT,
        f"{NUMERAL}A-Z",
    )


def _any_before(words: tuple[str, ...]) -> str:
    """A class for a look-behind: the last characters of the words."""
    return f"[{''.join(sorted({word[-1] for word in words}))}]" if words else r"(?!)"
