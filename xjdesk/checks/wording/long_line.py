"""P-42: a paragraph, heading or line that is too long to be read."""

from __future__ import annotations

from xjdesk.checks.quoting import quoted
from xjdesk.checks.reading_limit import LONGEST_READ
from xjdesk.checks.wording.slip import Slip
from xjdesk.core.severity import Severity

_SHOWN = 12


def long_line(text: str) -> Slip:
    """What is said of `text`, in place of all that would have to be said of its words."""
    message = f"{quoted(text)}起连写{len(text)}字，没有分段，超过{LONGEST_READ}字的不逐字逐数审核。"
    advice = ("在该分段的地方按回车分成几段，再看审核结果。",)
    return Slip("P-42", Severity.QUERY, 0, _SHOWN, message, None, advice)
