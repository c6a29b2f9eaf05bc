"""P-25: dashes and the dots of what is left out, in forms of their own making."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import PUNCTUATION
from xjdesk.checks.wording.latin_stretches import masked
from xjdesk.checks.wording.script import CHINESE
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_DOTS = re.compile(r"。{3,}|\.{3,}|、{3,}|·{3,}|(?<!…)(?:…|…{3}|…{5,})(?!…)")
_DASH = re.compile(rf"(?:-{{2,}}|－{{2,}}|―+|[─━]{{1,3}}|—{{3,}})(?={CHINESE})")
_BESIDE = re.compile(CHINESE)
_ANY = re.compile(r"。。|\.\.|、、|··|…|--|－－|[―─━]|———")


def dashes_and_dots(text: str) -> Iterator[Slip]:
    """What should be …… or ——. A single — may part years or places and is left alone."""
    if not _ANY.search(text):
        return
    plain = masked(text)
    for found in _DOTS.finditer(plain):
        yield _slip(text, found, "省略号", "……")
    for found in _DASH.finditer(plain):
        if found.start() and _BESIDE.match(plain, found.start() - 1):
            yield _slip(text, found, "破折号", "——")


def _slip(text: str, found: re.Match[str], name: str, proper: str) -> Slip:
    message = (
        f"{excerpt(text, *found.span())}中的“{found.group()}”不是规范的{name}，"
        f"应为“{proper}”（{PUNCTUATION}）。"
    )
    return Slip("P-25", Severity.HINT, *found.span(), message, proper)
