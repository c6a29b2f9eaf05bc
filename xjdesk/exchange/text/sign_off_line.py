"""Reading a line of labelled values, such as 单位负责人：… 审核人：… 填报人：…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.core.address import FieldAddress
from xjdesk.exchange.text import marks
from xjdesk.exchange.text.source import Line

_LONGEST_LINE = 100
_LABELS = "|".join(f"(?P<f{i}>{label})" for i, (label, _) in enumerate(marks.SIGN_OFF_LABELS))
_LABELLED = re.compile(rf"(?:{_LABELS})\s*[:：]")


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A label of a line and the text after it, which may be empty; columns of the line."""

    address: FieldAddress
    label_start: int
    label_end: int
    value: str
    value_start: int


def read_sign_off_line(line: Line) -> Iterator[LabelledValue]:
    """The labelled values of a line that begins with a known label; none of any other line.

    A value ends where the next label begins, also one that is not known, or at a wide gap.
    """
    found = list(_LABELLED.finditer(line.raw))
    if not found or len(line.text) > _LONGEST_LINE or line.raw[: found[0].start()].strip():
        return
    for match in found:
        rest = line.raw[match.end() :]
        following = marks.LABEL.search(rest)
        text = rest[: following.start()] if following else rest
        blanks = len(text) - len(text.lstrip())
        value = marks.GAP.split(text.strip(), maxsplit=1)[0]
        number = int((match.lastgroup or "f0")[1:])
        yield LabelledValue(
            address=marks.SIGN_OFF_LABELS[number][1],
            label_start=match.start(),
            label_end=match.end(),
            value=value,
            value_start=match.end() + blanks,
        )
