"""Where a paragraph may be broken, and where it is (禁则).

GB/T 15834: closing marks do not begin a line, opening marks do not end one, —— and …… are not
split. Numbers, Latin words, e-mail and web addresses and telephone numbers stay whole up to a sane
length. Blanks at the end of a line hang beyond it and are not counted.
"""

from __future__ import annotations

from collections.abc import Sequence

NO_START = frozenset("，。、；：？！）》〉】〕」』”’％…·﹚﹞～),.;:?!%]}℃")
NO_END = frozenset("（《〈【〔「『“‘﹙﹝([{￥＄№")
_INSEPARABLE = frozenset({"——", "……"})
_WORD_MARKS = frozenset(".,-_/:@%+#&=?~'")
_SOFT_MARKS = frozenset("./-_@?&=")
_LONGEST_WORD = 32
_ROUNDING_MM = 1e-6


def break_lines(
    text: str, advances: Sequence[float], first_mm: float, rest_mm: float
) -> list[tuple[int, int]]:
    """Break `text`, character i being `advances[i]` wide, into lines of the given measures.

    Returns start and end of each line; together they are the whole text. A line is broken where
    nothing allows it only when otherwise it would be wider than its measure; a line holds at least
    one character. The empty text has no lines.
    """
    allowed = allowed_breaks(text)
    lines: list[tuple[int, int]] = []
    start, measure = 0, first_mm
    while start < len(text):
        end = _line_end(text, advances, allowed, start, measure)
        lines.append((start, end))
        start, measure = end, rest_mm
    return lines


def allowed_breaks(text: str) -> list[bool]:
    """For every i whether a line may end before character i; the text's ends count as allowed."""
    allowed = [True] * (len(text) + 1)
    for i in range(1, len(text)):
        before, after = text[i - 1], text[i]
        allowed[i] = not (
            after in NO_START
            or before in NO_END
            or after == " "
            or before + after in _INSEPARABLE
            or (_in_word(before) and _in_word(after))
        )
    _open_long_words(text, allowed)
    return allowed


def is_latin(character: str) -> bool:
    """Whether a character is part of a number or Latin word, inside which no space is stretched."""
    return character.isascii() and character != " "


def _line_end(
    text: str, advances: Sequence[float], allowed: Sequence[bool], start: int, measure: float
) -> int:
    width, end = 0.0, start
    while end < len(text):
        width += advances[end]
        if width > measure + _ROUNDING_MM and text[end] != " ":
            break
        end += 1
    end = max(end, start + 1)
    for candidate in range(end, start, -1):
        if allowed[candidate]:
            return candidate
    return end


def _in_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in _WORD_MARKS)


def _open_long_words(text: str, allowed: list[bool]) -> None:
    """Allow breaks inside words beyond the sane length: after a mark, else anywhere."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not allowed[end]:
            continue
        if end - start > _LONGEST_WORD:
            _open(text, allowed, start, end)
        start = end


def _open(text: str, allowed: list[bool], start: int, end: int) -> None:
    last = start
    for i in range(start + 1, end):
        if text[i] in NO_START or text[i - 1] in NO_END or text[i] == " ":
            continue
        if text[i - 1] in _SOFT_MARKS or i - last >= _LONGEST_WORD:
            allowed[i] = True
            last = i
