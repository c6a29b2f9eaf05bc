"""Texts cut down to where they differ, on one line."""

from __future__ import annotations

from xjdesk.gui.differing_stretch import Stretch, differing_stretch
from xjdesk.gui.line_breaks import one_line

_WHOLE = 24
"""Texts up to this length are shown as they are."""
_AROUND = 6
_MOST = 40
_CUT = "……"


def beginning(text: str) -> str:
    """As much of the text as fits into a line with other words."""
    plain = one_line(text)
    return plain if len(plain) <= _MOST else plain[:_MOST] + _CUT


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Of each text where it differs from the other, with some characters before and behind."""
    old, new = one_line(old), one_line(new)
    if len(old) <= _WHOLE and len(new) <= _WHOLE:
        return old, new
    stretch = differing_stretch(old, new)
    start = _whole_number_before(old, max(0, stretch.start - _AROUND))
    end = _whole_number_behind(old, min(len(old), stretch.old_end + _AROUND))
    start = 0 if start <= len(_CUT) else start
    end = len(old) if len(old) - end <= len(_CUT) else end
    behind = end - stretch.old_end
    return _cut(old, start, end), _cut(new, start, stretch.new_end + behind)


def telling_stretch(old: str, new: str) -> Stretch:
    """Where two longer texts differ, if only there; an empty stretch for others."""
    found = differing_stretch(old, new)
    is_short = len(old) <= _WHOLE and len(new) <= _WHOLE
    is_most = 2 * (found.old_end - found.start) > len(old)
    is_most = is_most or 2 * (found.new_end - found.start) > len(new)
    return Stretch(0, 0, 0) if is_short or is_most else found


def _cut(text: str, start: int, end: int) -> str:
    shown = text[start:end]
    if len(shown) > _MOST:
        half = _MOST // 2
        shown = shown[:half] + _CUT + shown[-half:]
    return (_CUT if start else "") + shown + (_CUT if end < len(text) else "")


def _whole_number_before(text: str, at: int) -> int:
    """The start of the number in which `at` stands: half a number would be a wrong one."""
    least = max(0, at - _AROUND)
    while at > least and _is_within_number(text, at):
        at -= 1
    return at


def _whole_number_behind(text: str, at: int) -> int:
    most = min(len(text), at + _AROUND)
    while at < most and _is_within_number(text, at):
        at += 1
    return at


def _is_within_number(text: str, at: int) -> bool:
    return 0 < at < len(text) and _is_of_number(text[at - 1]) and _is_of_number(text[at])


def _is_of_number(character: str) -> bool:
    return character.isdecimal() or character in ".,%"
