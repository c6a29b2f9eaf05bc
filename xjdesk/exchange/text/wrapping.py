"""Telling whether a text breaks its lines by width, and which lines then belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from xjdesk.core.outline import numbering
from xjdesk.exchange.text.source import Line

_FEWEST_FULL_LINES = 5
_SHARE_OF_FULL_LINES = 0.3
_SHARE_OF_INDENTED_LINES = 0.1
_RAGGED_BY = 8
_ONE_LINE_IN = 20
_NARROWEST, _WIDEST = 40, 140
_ENDINGS = "。！？：；…!?:;."


class Wrapping:
    """How the lines of a text are broken. Widths count half-width characters."""

    def __init__(self, lines: Sequence[Line]) -> None:
        texts = [line for line in lines if not _is_table_row(line)]
        widths = sorted(_width(line.raw.rstrip()) for line in texts)
        # A few lines stick out: where one is set in narrow figures, or nothing may end a line.
        widest = widths[-1 - len(widths) // _ONE_LINE_IN] if widths else 0
        full = sum(width >= widest - _RAGGED_BY for width in widths)
        is_wrapped = (
            _NARROWEST <= widest <= widths[-1] <= _WIDEST
            and full >= _FEWEST_FULL_LINES
            and full >= _SHARE_OF_FULL_LINES * len(widths)
        )
        self._full_from = widest - _RAGGED_BY if is_wrapped else None
        indented = sum(line.is_indented for line in texts)
        self._indents = indented >= _SHARE_OF_INDENTED_LINES * len(texts)

    def continues(self, before: Line, line: Line) -> bool:
        """Whether `line` only goes on with the paragraph of the line right before it."""
        if self._full_from is None or line.index != before.index + 1 or line.is_indented:
            return False
        if _is_table_row(line) or _is_table_row(before):
            return False
        if _width(before.raw.rstrip()) < self._full_from:
            return False
        ends_sentence = before.text[-1] in _ENDINGS
        if numbering(line.text) is not None:
            return self._indents and not ends_sentence
        return self._indents or not ends_sentence


def _is_table_row(line: Line) -> bool:
    return re.search(r"\S\s*[\t|｜]\s*\S", line.raw) is not None


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
