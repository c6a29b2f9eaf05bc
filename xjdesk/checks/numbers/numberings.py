"""Numbers that number: headings, points of an enumeration, ranks in a series."""

from __future__ import annotations

from collections.abc import Iterator

from xjdesk.checks.numbers.mention import Mention, MentionKind
from xjdesk.checks.numbers.numeral import CHINESE, DASH, DIGIT, NUMERAL_RUN
from xjdesk.checks.numbers.spotting import Spotter, spotter
from xjdesk.core.outline import numbering

_D = f"[{DIGIT}]"
_SMALL = "[一二三四五六七八九十]{1,3}"

_PATTERNS = (
    (rf"^{_D}{{1,2}}[.．](?=(?:19|20){_D}{{2}}\s?年)", DIGIT),
    (rf"[（(](?:{_SMALL}|{_D}{{1,2}})[）)]", "（("),
    (rf"(?<![一-鿿]){_SMALL}(?:是|要|则)", CHINESE),
    (rf"其{_SMALL}(?=[，、是：,])", "其"),
    (rf"(?:^|(?<=[。；：;:\s])){_D}{{1,2}}[.．、](?!\s?{_D})", DIGIT),
    (rf"(?:^|(?<=[。；：;:\s])){_SMALL}、(?!{_SMALL})", CHINESE),
    ("[①-⒛㈠-㈩❶-❿]", "①-⒛㈠-㈩❶-❿"),
    (
        rf"第\s?(?:{_D}{{1,5}}+(?:{DASH}{_D}{{1,5}}+)?|[{CHINESE}]{{1,10}}+"
        rf"(?:[、和及至]第?{_SMALL}+){{0,9}}+)(?!\s?季度)",
        "第",
    ),
)
"""Patterns of numberings, each with the characters with which it can begin."""


def numbering_spotters() -> Iterator[Spotter]:
    """What finds numberings: at the start of a paragraph first, then inside it."""
    yield _start_of_paragraph
    for pattern, starts in _PATTERNS:
        yield spotter(pattern, MentionKind.NUMBERING, starts)


def _start_of_paragraph(text: str) -> Iterator[Mention]:
    indent = len(text) - len(text.lstrip())
    found = numbering(text[indent:])
    if found is None:
        return
    end = indent + len(found.text.rstrip())
    numeral = NUMERAL_RUN.search(text, indent, end)
    if numeral:
        yield Mention(indent, end, MentionKind.NUMBERING, *numeral.span())
