"""Numbers of documents, and of the articles, parts and annexes that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.numbers.mention import MentionKind
from xjdesk.checks.numbers.numeral import CHINESE, DASH, DIGIT
from xjdesk.checks.numbers.spotting import Spotter, spotter, unit_pattern
from xjdesk.core.number_words import NumberWords

_D = f"[{DIGIT}]"
_N = rf"(?:{_D}{{1,5}}|[{CHINESE}]{{1,10}})"

_YEAR = rf"\s?(?:19|20|１９|２０){_D}{{2}}\s?"
_SERIAL = rf"\s?第?\s?{_D}{{1,5}}(?:(?:[、，,和及]|{DASH}){_D}{{1,5}}){{0,9}}+\s?"
_ANY_OPEN, _ANY_CLOSE = map(re.escape, ("〔［[（(【﹝﹙〖{｛〈＜<", "〕］]）)】﹞﹚〗}｝〉＞>"))
_ODD_OPEN, _ODD_CLOSE = map(re.escape, ("〔［[【﹝〖", "〕］]】﹞〗"))
"""Brackets typed for 〔〕 (GB/T 9704-2012, 7.2.5), and those that hold nothing else."""

_DOCUMENT_NUMBER = (
    rf"[{_ANY_OPEN}]{_YEAR}[{_ANY_CLOSE}]{_SERIAL}号|[{_ODD_OPEN}]{_YEAR}[{_ODD_CLOSE}]{_SERIAL}"
)

_POINT = rf"(?:\s?[（(][{CHINESE}{DIGIT}]{{1,4}}[）)])"
_MORE = rf"(?:(?:[、，,和及或]|{DASH})\s?(?:第\s?)?(?:{_N}|{_POINT}))"
_PART = "[条款项章节编部号页附表图目]"
_CITED = (
    rf"第\s?(?:{_N}|{_POINT})(?:\s?{_PART})?{_MORE}{{0,20}}+\s?{_PART}"
    rf"(?:第?{_POINT}{_MORE}{{0,20}}+项?)?令?"
)
_ORDER = rf"(?<![{DIGIT}.．月]){_D}{{1,5}}\s?号(?:令|文件?|公告|通告)?"
_ANNEX = (
    rf"(?:附件|附表|附图|(?<![一-鿿])[表图]|(?<=[见如])[表图])\s?{_D}{{1,3}}+(?!{_D}|[.．]{_D})"
)


def citation_spotters(words: NumberWords) -> Iterator[Spotter]:
    """What finds numbers of documents and of what is cited."""
    yield spotter(_DOCUMENT_NUMBER, MentionKind.DOCUMENT_NUMBER, _ANY_OPEN)
    yield spotter(_CITED, MentionKind.REFERENCE, "第")
    yield spotter(_ORDER, MentionKind.REFERENCE, DIGIT)
    counts = rf"\s?[余多]?\s?{unit_pattern(words)}"
    yield spotter(rf"{_ANNEX}(?!{counts})", MentionKind.REFERENCE, "附表图")
