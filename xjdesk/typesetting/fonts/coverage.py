"""Which characters can be printed: some font of the document has them, or they need no shape."""

from __future__ import annotations

from collections.abc import Callable

from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.pages import Face


def coverage(fonts: Callable[[], FontSet]) -> Callable[[str], bool]:
    """A function that says of one character whether it is printed as what it is.

    `fonts` is called at every question, at the first one at the earliest; it raises `FontError`
    when there are none. Characters without a shape (joiners, variation selectors) count as printed.
    """

    def can_print(character: str) -> bool:
        try:
            glyph = fonts().glyph(character, Face.FANGSONG)
        except OSError:
            # A font file taken away while the program runs is no reason to refuse an edit; the
            # printing itself will say it.
            return True
        return glyph is None or not glyph.missing

    return can_print
