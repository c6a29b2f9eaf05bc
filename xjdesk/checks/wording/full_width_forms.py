"""P-06: digits and letters of full width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from xjdesk.checks.quoting import excerpt
from xjdesk.checks.standards import DIGITS
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_WIDE = "０-９Ａ-Ｚａ-ｚ"
_RUN = re.compile(rf"[{_WIDE}]+(?:[．：／－＠＿年月日]?[0-9A-Za-z]*[{_WIDE}]+)*％?")


def full_width_forms(text: str) -> Iterator[Slip]:
    """Every run of them, with the half-width one."""
    for found in _RUN.finditer(text):
        narrow = unicodedata.normalize("NFKC", found.group())
        yield Slip(
            "P-06",
            Severity.QUERY,
            found.start(),
            found.end(),
            f"{excerpt(text, *found.span())}中的“{found.group()}”是全角的，"
            f"阿拉伯数字和字母应用半角“{narrow}”（{DIGITS}）。",
            narrow,
        )
