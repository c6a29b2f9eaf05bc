"""P-26: units left out before the sign of a range. P-25: the sign itself, dashes and dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import DIGITS, PUNCTUATION
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_HALF_UNIT = re.compile(
    r"(?<![0-9.\-A-Za-z—～~])(?P<low>[0-9]+(?:\.[0-9]+)?)[～~—－-]"
    r"(?P<high>[0-9]+(?:\.[0-9]+)?)(?P<unit>[%％‰万亿])"
)
_NUMBER_RANGE = re.compile(
    r"(?<![0-9.\-A-Za-z—～~/])(?P<low>[0-9]{1,4}(?:\.[0-9]+)?[%％万亿]?)(?P<sign>[-~－∼])"
    r"(?P<high>[0-9]{1,4}(?:\.[0-9]+)?)(?=[年月日天个件条人次岁项元倍周小季%％万亿])"
)
_DATE_RANGE = re.compile(r"(?<=[年月日])(?P<sign>——|[-~－∼])(?=[0-9]{4}年|[0-9]{1,2}[月日])")
_TIMES = "年月日周季"


def half_ranges(text: str) -> Iterator[Slip]:
    """Ranges such as 5～10%, whose first number lacks what the second has."""
    for found in _HALF_UNIT.finditer(text):
        low, high, unit = found["low"], found["high"], found["unit"]
        proper = f"{low}{unit}～{high}{unit}"
        message = (
            f"“{found.group()}”前一个数省略了“{unit}”，容易误解，应写成“{proper}”（{DIGITS}）。"
        )
        yield Slip("P-26", Severity.HINT, *found.span(), message, proper)


def range_signs(text: str) -> Iterator[Slip]:
    """Ranges such as 3-5天, written with a hyphen or another half-width sign."""
    for found in _NUMBER_RANGE.finditer(text):
        sign = "—" if text[found.end() : found.end() + 1] in _TIMES else "～"
        message = (
            f"{excerpt(text, *found.span())}中表示起止的“{found['sign']}”应为“{sign}”"
            f"（{PUNCTUATION}）。"
        )
        proper = f"{found['low']}{sign}{found['high']}"
        yield Slip("P-25", Severity.HINT, *found.span(), message, proper)
    for found in _DATE_RANGE.finditer(text):
        message = (
            f"{excerpt(text, *found.span())}中表示日期起止的“{found['sign']}”应为“至”或“—”"
            f"（{PUNCTUATION}）。"
        )
        yield Slip("P-25", Severity.HINT, *found.span(), message, "至")
