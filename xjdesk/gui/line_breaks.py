"""Texts of several lines where there is room for one."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """The text with ／ for its line breaks, and without other control characters."""
    return _CONTROLS.sub(" ", _BREAKS.sub("／", text))
