"""What a character is called that perhaps nobody can see."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_MOST_NAMED = 3
_KINDS = {
    "Cs": "残缺的字符",
    "Co": "自造字",
    "Cc": "看不见的字符",
    "Cf": "看不见的字符",
    "Zl": "看不见的字符",
    "Zp": "看不见的字符",
    "Zs": "特殊空格",
    "Mn": "附加符号",
    "Mc": "附加符号",
    "Me": "附加符号",
}
"""What stands in for the character itself, by its Unicode category."""


def character_name(character: str) -> str:
    """The character, or its kind if it has no shape of its own, and its code: “😀”（U+1F600）."""
    kind = _KINDS.get(unicodedata.category(character))
    return f"{kind or f'“{character}”'}（U+{ord(character):04X}）"


def character_names(characters: Sequence[str]) -> str:
    """The names of the first few, and how many there are if there are more."""
    named = "、".join(map(character_name, characters[:_MOST_NAMED]))
    return named if len(characters) <= _MOST_NAMED else f"{named}等{len(characters)}个字符"
