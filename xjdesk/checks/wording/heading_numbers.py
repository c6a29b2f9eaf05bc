"""P-10: the form of the number that a heading or an item begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.standards import LAYOUT
from xjdesk.checks.wording.script import NUMERALS
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_NUMBER = re.compile(
    rf"(?P<bracketed>[（(]\s*(?P<inner>[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})\s*[）)])"
    rf"(?P<stop>[、．.，,](?![0-9]))?"
    rf"|(?P<first>[{NUMERALS}]{{1,3}})[．.,](?![0-9])"
    r"|(?P<third>[0-9]{1,2})[、．](?![0-9])"
)


def heading_numbers(text: str) -> Iterator[Slip]:
    """The number, if it is written otherwise than 一、 （一） 1. （1）."""
    found = _NUMBER.match(text)
    if found is None:
        return
    proper = _proper(found)
    if found.group() == proper:
        return
    yield Slip(
        "P-10",
        Severity.QUERY if found["stop"] else Severity.HINT,
        0,
        found.end(),
        f"层次序号“{found.group()}”应写成“{proper}”，"
        f"各层依次用“一、”“（一）”“1.”“（1）”（{LAYOUT}）。",
        proper,
    )


def _proper(found: re.Match[str]) -> str:
    if found["inner"]:
        return f"（{found['inner']}）"
    return f"{found['first']}、" if found["first"] else f"{found['third']}."
