"""The characters of Chinese text, for regular expressions."""

from __future__ import annotations

HAN = r"[^\W\d\x00-\xff_]"
"""A Chinese character; letters of other scripts beyond Latin are taken for one as well.

A class of ranges over so many characters takes milliseconds to compile.
"""

STOPS = "，。；：、？！"
"""The marks that divide and end sentences (点号)."""

OPENING = "“‘（《〈〔【"
CLOSING = "”’）》〉〕】"
"""The marks that come in pairs; the one and its partner have the same place."""

CHINESE = r"[^\x00-\xff\s]"
"""A Chinese character or mark: what a half-width mark does not stand beside."""

NUMERALS = "一二三四五六七八九十"
"""The Chinese numerals of series and headings."""
