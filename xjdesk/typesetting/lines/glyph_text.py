"""Text ready to be broken into lines: its glyphs, and where in the report each comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from xjdesk.typesetting.fonts.font_set import FontSet, Glyph
from xjdesk.typesetting.pages import Face, MissingCharacter, Origin


@dataclass(frozen=True, slots=True)
class GlyphText:
    """Glyphs with their origins.

    `text` holds the character of each glyph. `origins` says, in ascending order, from which glyph
    on which origin counts: it is that of the first of these glyphs, the following ones come from
    the following characters. `missing` gives the position of each stand-in.
    """

    glyphs: tuple[Glyph, ...] = ()
    text: str = ""
    origins: tuple[tuple[int, Origin | None], ...] = ()
    missing: tuple[tuple[int, MissingCharacter], ...] = ()

    def __len__(self) -> int:
        return len(self.glyphs)

    def __add__(self, other: GlyphText) -> GlyphText:
        if not self.glyphs or not other.glyphs:
            return self if self.glyphs else other
        size = len(self.glyphs)
        goes_on = self.origin_at(size) == other.origin_at(0)
        return GlyphText(
            self.glyphs + other.glyphs,
            self.text + other.text,
            self.origins + tuple((size + at, origin) for at, origin in other.origins[goes_on:]),
            self.missing + tuple((size + at, missing) for at, missing in other.missing),
        )

    def origin_at(self, position: int) -> Origin | None:
        """Where the glyph at `position` comes from."""
        index = bisect_right(self.origins, position, key=lambda entry: entry[0]) - 1
        if index < 0:
            return None
        start, origin = self.origins[index]
        return Origin(origin.place, origin.start + position - start) if origin else None

    def missing_between(self, start: int, end: int) -> Iterator[MissingCharacter]:
        """The characters without a glyph among those from `start` to before `end`."""
        return (missing for at, missing in self.missing if start <= at < end)


def glyph_text(fonts: FontSet, text: str, face: Face, origin: Origin | None = None) -> GlyphText:
    """The characters of `text` as glyphs of `face`, or of a font that lends what it lacks.

    Characters without a shape of their own are dropped.
    """
    if not text:
        return GlyphText()
    glyphs: list[Glyph] = []
    origins = [(0, origin)]
    missing: list[tuple[int, MissingCharacter]] = []
    find = fonts.glyph
    for index, character in enumerate(text):
        glyph = find(character, face)
        if glyph is None:
            if origin is not None:
                origins.append((len(glyphs), Origin(origin.place, origin.start + index + 1)))
            continue
        if glyph.missing and origin is not None:
            missing.append((len(glyphs), MissingCharacter(character, origin.place)))
        glyphs.append(glyph)
    set_text = "".join([glyph.character for glyph in glyphs])
    return GlyphText(tuple(glyphs), set_text, tuple(origins), tuple(missing))
