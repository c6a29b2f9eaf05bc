"""What is entered or pasted, freed of the characters that no report holds."""

from __future__ import annotations

import re

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL_BUT_NEWLINE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def several_lines(text: str) -> str:
    """`text` with every kind of line break as a newline and without other control characters."""
    return _CONTROL_BUT_NEWLINE.sub("", _BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """`text` without line breaks and control characters."""
    return several_lines(text).replace("\n", "")


def one_cell(text: str) -> str:
    """`text` for a cell of a table: what breaks and tabs kept apart stays apart, by semicolons.

    Two numbers one below the other must not become one number.
    """
    parts = several_lines(text.replace("\t", "\n")).split("\n")
    return "；".join(stripped for part in parts if (stripped := part.strip()))
