"""Which characters the bundled faces carry, where their source has them."""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path

from font_recipe import FontBuildError, Repertoire

_UNIHAN_FILES = "usr/share/unicode"
_TABLE_SIZE = 8105

# Letters, punctuation and symbols an office text may hold beside hanzi; inclusive bounds.
_SYMBOL_RANGES: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin with accents, also for pinyin
    (0x2000, 0x206F),  # dashes, quotation marks, ellipsis
    (0x20A0, 0x20BF),  # currency signs
    (0x2100, 0x218F),  # letter-like signs, fractions, Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2460, 0x257F),  # enclosed numbers, box drawing
    (0x2580, 0x259F),  # blocks
    (0x25A0, 0x264F),  # geometric shapes, ballot boxes
    (0x2713, 0x2718),  # ticks and crosses
    (0x2E3A, 0x2E3B),  # two- and three-em dash
    (0x3000, 0x303F),  # CJK punctuation
    (0x30FB, 0x30FC),  # katakana middle dot and length mark, met in names
    (0x3220, 0x3243),  # parenthesised hanzi
    (0x3251, 0x325F),  # circled numbers 21-35
    (0x3280, 0x32BF),  # circled hanzi, circled numbers 36-50
    (0x3380, 0x33DF),  # units of measure
    (0xFE30, 0xFE6F),  # vertical and small-form punctuation
    (0xFF01, 0xFF60),  # full-width forms
    (0xFFE0, 0xFFE6),  # full-width currency and similar signs
)


def characters(repertoire: Repertoire, unicode_data: Path) -> frozenset[int]:
    """Code points of a repertoire.

    `full` is GB/T 2312 and the 8105 characters of 通用规范汉字表 (Unihan kTGH); `level1` is the
    first level of GB/T 2312. Both have the letters, punctuation and symbols. `unicode_data` is
    the root of the unpacked package. Raises FontBuildError if the Unihan table is not whole.
    """
    symbols = {code for low, high in _SYMBOL_RANGES for code in range(low, high + 1)}
    symbols.update(_gb2312(1, 9))
    if repertoire == "level1":
        return frozenset(symbols.union(_gb2312(16, 55)))
    return frozenset(symbols.union(_gb2312(16, 87), _standard_characters(unicode_data)))


def _gb2312(first_row: int, last_row: int) -> Iterator[int]:
    """Code points of rows of GB/T 2312 (区位); unassigned places are left out."""
    for row in range(first_row, last_row + 1):
        for cell in range(1, 95):
            try:
                yield ord(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def _standard_characters(unicode_data: Path) -> frozenset[int]:
    found: set[int] = set()
    for path in sorted((unicode_data / _UNIHAN_FILES).glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                code, _, field = line.partition("\t")
                if field.startswith("kTGH\t"):
                    found.add(int(code.removeprefix("U+"), 16))
    if len(found) != _TABLE_SIZE:
        raise FontBuildError(
            f"the Unihan files list {len(found)} characters of 通用规范汉字表 "
            f"instead of {_TABLE_SIZE}"
        )
    return frozenset(found)
