"""What is to be said about characters that no font has."""

from __future__ import annotations

from xjdesk.typesetting.pages import PageSet


def missing_notices(pages: PageSet) -> tuple[str, ...]:
    """One Chinese sentence that names the characters printed as 〓, or nothing."""
    characters = dict.fromkeys(_shown(missing.character) for missing in pages.missing)
    if not characters:
        return ()
    return (f"没有字体能显示“{'、'.join(characters)}”，会印成“〓”，请改用其他字或手工填写。",)


def _shown(character: str) -> str:
    """The character itself, or its code point where the screen cannot show it either."""
    return character if character.isprintable() else f"U+{ord(character):04X}"
