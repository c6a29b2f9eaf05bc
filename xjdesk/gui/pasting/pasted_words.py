"""The words that a paste into running text brings, and what is told about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

_BREAK = "[\n\r\x0b\x0c\u2028\u2029]"
_LOOKED_AT = 1000
_BEGINS_WITH_BREAK = re.compile(rf"\s*?{_BREAK}")
_ENDS_WITH_BREAK = re.compile(rf"{_BREAK}\s*\Z")


@dataclass(frozen=True, slots=True)
class PastedWords:
    """Lines of text; `sentence`, for the status bar, says what was left out, or is empty."""

    text: str
    sentence: str = ""


def pasted_words(source: QMimeData) -> PastedWords:
    """The paragraphs that Word and WPS copied, cleaned; from elsewhere the plain text as it is."""
    plain = source.text()
    paragraphs = _paragraphs(source.html()) if source.hasHtml() else ()
    if not paragraphs:
        return PastedWords(plain)
    # Whether the mark at the end of a paragraph was copied, only the plain text tells.
    begins = _BEGINS_WITH_BREAK.match(plain[:_LOOKED_AT]) is not None
    ends = _ENDS_WITH_BREAK.search(plain[-_LOOKED_AT:]) is not None
    text = "\n".join(("",) * begins + paragraphs + ("",) * ends)
    count = f"{len(paragraphs)}段" if "\n" in text else ""
    return PastedWords(text, f"已粘贴{count}，去掉了格式。")


def _paragraphs(markup: str) -> tuple[str, ...]:
    # Reading HTML takes a library that is seldom wanted.
    from xjdesk.gui.pasting.word_html import is_from_word, paragraphs_of_word

    return paragraphs_of_word(markup) if is_from_word(markup) else ()
