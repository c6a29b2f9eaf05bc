"""A number that running text mentions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class MentionKind(StrEnum):
    """What a number in the text is.

    COUNT: how many of something, with or without a unit. PERCENT: a percentage or 成. The others
    are no statistics and are left alone: DATE (a year, a date, a period, a time of day),
    DOCUMENT_NUMBER (〔2016〕67号), REFERENCE (第四条, 第711号令), CONTACT (telephone, post code,
    house number, web and e-mail address), NUMBERING (headings, 一是, 第三), NAME (a number that is
    part of a name: “3452”模式, 三公经费, “四议”, 12345热线, 一站式), IDIOM (一些, 一定, 十分).
    """

    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    DOCUMENT_NUMBER = "document_number"
    REFERENCE = "reference"
    CONTACT = "contact"
    NUMBERING = "numbering"
    NAME = "name"
    IDIOM = "idiom"


class Precision(StrEnum):
    """How exactly the text states the number.

    EXACT 200件; ABOUT 约200件 200件左右; OVER 200余件 200多件 超过200件 (more than); NEARLY 近200件
    (somewhat less); AT_LEAST 200件以上 不少于200件; AT_MOST 200件以下 不超过200件; RANGE 3至5件,
    from `value` to `upper`.
    """

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a text.

    Characters `start` up to, not including, `end` are the whole expression with approximating
    words and unit (近5000余条), `digits_start` to `digits_end` its digits with 万 or 亿 alone; of a
    range its lower number; of a name or idiom the first numeral in it.
    `value` is the number with 万, 亿 multiplied out (1.2万件: 12000); of a percentage the number
    before the sign (6.8; 三成: 30). Only kinds COUNT and PERCENT have a `value`; for the others it
    is None. `upper` is the upper number of a RANGE; where 余, 多 say OVER, the number that is too
    much (200余: 300), and None where 超过 leaves it open.
    `rounded_to` is the place of the last digit written where the text rounds: with 万 or 亿
    (1.2万: 1000), with decimals (3.5万元: 0.1) and in a percentage (98%: 1); 0 where it does not.
    `unit` is the counting word without 余, 多 or brackets (件, 条, 次, 人次, 篇), %, ‰ or 个百分点
    of a percentage; empty when there is none. Money keeps 元, 万元 or 亿元 as it is written, and
    `value` is in that unit (3.5万元: 3.5). `unit_note` is a second unit behind it in brackets:
    次 of 300人（次）.
    """

    start: int
    end: int
    kind: MentionKind
    digits_start: int
    digits_end: int
    value: Decimal | None = None
    upper: Decimal | None = None
    precision: Precision = Precision.EXACT
    unit: str = ""
    unit_note: str = ""
    rounded_to: Decimal = Decimal(0)
