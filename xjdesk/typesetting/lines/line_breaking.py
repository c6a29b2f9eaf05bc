"""Where a paragraph may be broken, and where it is (禁则).

GB/T 15834: closing marks, middle dots and the dashes between two numbers or names do not begin a
line, opening marks do not end one, a slash does neither, —— and …… are not split. Numbers with
their sign, Latin words, e-mail and web addresses and telephone numbers stay whole up to a sane
length. Blanks at the end of a line hang beyond it and are not counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from xjdesk.typesetting.lines.punctuation import OPENING, capacity

NO_START = frozenset(
    "，。、；：？！．﹐﹑﹒﹔﹕﹖﹗…·•・‧）》〉】〕」』”’］｝〗〞﹚﹞～〜–‐-~／/"
    "),.;:?!%]}％‰℃℉°′″²³㎜㎝㎞㎡㎎㎏㏄"
)
NO_END = frozenset("（《〈【〔「『“‘［｛〖〝﹙﹝([{￥＄￡€¥$£№／/")
BLANKS = frozenset(" \u3000\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a")
"""They hang beyond the end of a line and never begin one."""
_NO_BREAK = frozenset("\xa0\u202f\u2011")
"""Two blanks and a hyphen that tie what stands before and behind them."""
_DASH = "—"
"""Two are a dash (破折号), which may begin a line; one is a hyphen (一字线), which may not."""
_STRAIGHT_QUOTE = '"'
_APOSTROPHE = "’"
_INSEPARABLE = frozenset({_DASH * 2, "……"})
_FULL_WIDTH_DIGITS = frozenset("０１２３４５６７８９")
_WORD_MARKS = frozenset(".,-_/:@%+#&=?~'")
_SOFT_MARKS = frozenset("./-_@?&=")
_LONGEST_WORD = 32
_FURTHEST_SQUEEZED = 3
"""Characters that squeezing may bring onto a line; marks rarely give up more than that."""
_ROUNDING_MM = 1e-6


def break_lines(
    text: str,
    advances: Sequence[float],
    first_mm: float,
    rest_mm: float,
    squeezable: Sequence[float] | None = None,
    loose_mm: float = 0.0,
) -> list[tuple[int, int]]:
    """Break `text`, character i being `advances[i]` wide, into lines of the given measures.

    Returns start and end of each line; together they are the whole text. A line is broken where
    nothing allows it only when otherwise it would be wider than its measure; a line holds at least
    one character. The empty text has no lines.

    Of each advance `squeezable[i]` may be taken. That is done to end a line at a later place when
    it would otherwise be short of its measure by `loose_mm` or more.
    """
    allowed = allowed_breaks(text)
    lines: list[tuple[int, int]] = []
    start, measure = 0, first_mm
    while start < len(text):
        reach = _reach(text, advances, start, measure)
        end = _last_allowed(text, allowed, start, reach)
        if squeezable is not None and reach < len(text):
            slack = measure - sum(advances[start:end])
            if slack >= loose_mm:
                later = _squeezed_end(text, advances, squeezable, allowed, start, reach, measure)
                end = later or end
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
            or after in BLANKS
            or before in _NO_BREAK
            or after in _NO_BREAK
            or before + after in _INSEPARABLE
            or (after == _DASH and text[i + 1 : i + 2] != _DASH)
            or (_in_word(before) and _in_word(after))
            or (before == _APOSTROPHE and _in_word(text[i - 2 : i - 1]) and _in_word(after))
        )
    _hold_quoted(text, allowed)
    _open_long_words(text, allowed)
    return allowed


def is_latin(character: str) -> bool:
    """Whether a character is part of a number or Latin word, inside which no space is stretched."""
    return character.isascii() and character != " "


def _reach(text: str, advances: Sequence[float], start: int, measure: float) -> int:
    """How far the characters from `start` on fit; one always does."""
    width, end = 0.0, start
    limit = measure + _ROUNDING_MM
    while end < len(text):
        width += advances[end]
        if width > limit and text[end] not in BLANKS:
            break
        end += 1
    return max(end, start + 1)


def _last_allowed(text: str, allowed: Sequence[bool], start: int, reach: int) -> int:
    for candidate in range(reach, start, -1):
        if allowed[candidate]:
            return candidate
    # Among nothing but opening marks: the last one's ink is in the half that was squeezed.
    is_mark_cut = reach - 1 > start and text[reach - 1] in OPENING
    return reach - 1 if is_mark_cut else reach


def _squeezed_end(
    text: str,
    advances: Sequence[float],
    squeezable: Sequence[float],
    allowed: Sequence[bool],
    start: int,
    reach: int,
    measure: float,
) -> int | None:
    """The next place after `reach` where the line may end, if squeezing makes room for it."""
    furthest = min(reach + _FURTHEST_SQUEEZED, len(text))
    for later in range(reach + 1, furthest + 1):
        if allowed[later]:
            room = measure + capacity(squeezable, text, start, later) + _ROUNDING_MM
            return later if sum(advances[start:later]) <= room else None
    return None


def _hold_quoted(text: str, allowed: list[bool]) -> None:
    """Keep straight quotation marks with what they enclose: the first opens, the next closes."""
    marks = [i for i, character in enumerate(text) if character == _STRAIGHT_QUOTE]
    for opening in marks[::2]:
        allowed[opening + 1] = opening + 1 == len(text)
    for closing in marks[1::2]:
        allowed[closing] = False


def _in_word(character: str) -> bool:
    """Whether a character, or none, is part of a number or Latin word."""
    if character.isascii():
        return character.isalnum() or character in _WORD_MARKS
    return character in _FULL_WIDTH_DIGITS


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
        is_behind_mark = text[i - 1] in _SOFT_MARKS
        if text[i] in NO_START or text[i] in BLANKS:
            continue
        if text[i - 1] in NO_END and not is_behind_mark:
            continue
        if is_behind_mark or i - last >= _LONGEST_WORD:
            allowed[i] = True
            last = i
