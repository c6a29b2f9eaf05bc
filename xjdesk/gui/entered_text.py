"""What is entered or pasted, freed of the characters that no report holds."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL_BUT_NEWLINE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Pasted from web pages: blanks without width, and marks that turn the direction of writing."""


def several_lines(text: str) -> str:
    """`text` with every kind of line break as a newline and without other characters unseen.

    Accents written apart from their letter are joined with it, as fonts have them.
    """
    seen = _INVISIBLE.sub("", _CONTROL_BUT_NEWLINE.sub("", _BREAK.sub("\n", text)))
    has_accents = any(map(unicodedata.combining, seen))
    return unicodedata.normalize("NFC", seen) if has_accents else seen


def one_line(text: str) -> str:
    """`text` without line breaks and control characters."""
    return several_lines(text).replace("\n", "")


def one_cell(text: str) -> str:
    """`text` for a cell of a table: what breaks and tabs kept apart stays apart, by semicolons.

    Two numbers one below the other must not become one number.
    """
    parts = several_lines(text.replace("\t", "\n")).split("\n")
    return "；".join(stripped for part in parts if (stripped := part.strip()))
