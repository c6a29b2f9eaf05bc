"""The fonts a document is set in, one per face, with fallback for single characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from xjdesk.typesetting.fonts.font_file import FontError, FontFile
from xjdesk.typesetting.fonts.font_metrics import FontMetrics
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import Face, GlyphRun

_FALLBACK = (
    Face.RARE,
    Face.SONGTI,
    Face.HEITI,
    Face.FANGSONG,
    Face.KAITI,
    Face.XIAOBIAOSONG,
)
_STAND_INS = "〓□?"
_NO_CHARACTER = ("Co", "Cs")
_CONTROL = "Cc"
_USUAL_CENTRE_EM = 0.38


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character to be set: in which face, how wide in em, whether it stands for a missing one."""

    character: str
    face: Face
    advance_em: float
    missing: bool = False


class FontSet:
    """Which font plays which face, and the measures of each.

    `notices` are Chinese sentences for the screen: which face had to be substituted and by what.
    Measures are kept from one typesetting to the next, so a set should live as long as the program.
    """

    def __init__(self, files: Mapping[Face, FontFile], notices: tuple[str, ...] = ()) -> None:
        """FontError when no file is given for a face other than the one for rare characters."""
        lacking = [face for face in Face if face not in files and face is not Face.RARE]
        if lacking:
            names = "、".join(lacking)
            raise FontError(f"缺少{names}字体，无法排版，请重新安装本程序。")
        self.files = dict(files)
        self.notices = notices
        self._metrics = {face: FontMetrics(file) for face, file in files.items()}
        self._glyphs: dict[Face, dict[str, Glyph | None]] = {face: {} for face in Face}
        self._centres: dict[Face, float] = {}

    def metrics(self, face: Face) -> FontMetrics:
        """The measures of the font that plays `face`."""
        return self._metrics[face]

    def glyph(self, character: str, face: Face) -> Glyph | None:
        """How a character is set where `face` is wanted.

        It is taken from the first font that has it; 〓 stands for one that none has, and for what
        is no character of any script (private use, lone surrogates). Characters without a shape
        of their own (joiners, variation selectors) give None; controls and blanks that no font has
        are set as a space.
        """
        glyphs = self._glyphs[face]
        try:
            return glyphs[character]
        except KeyError:
            return glyphs.setdefault(character, self._find(character, face))

    def advance_mm(self, run: GlyphRun, character: str) -> float:
        """The step from a character of a run to the next, letter spacing included."""
        advance = self._metrics[run.face].advance(character) or 0.0
        return mm(run.size_pt) * advance + run.letter_spacing_mm

    def width_mm(self, run: GlyphRun) -> float:
        """The sum of a run's steps."""
        advance = self._metrics[run.face].advance
        ems = sum(advance(character) or 0.0 for character in run.text)
        return mm(run.size_pt) * ems + run.letter_spacing_mm * len(run.text)

    def centre_em(self, face: Face) -> float:
        """How far above the baseline the middle of a Chinese character lies, in em."""
        if face not in self._centres:
            ink = self._metrics[face].ink("国")
            self._centres[face] = (ink.top + ink.bottom) / 2 if ink else _USUAL_CENTRE_EM
        return self._centres[face]

    def _find(self, character: str, face: Face) -> Glyph | None:
        if _is_shapeless(character):
            return None
        category = unicodedata.category(character)
        # Every font draws something else for private use, none what the writer meant.
        if category not in _NO_CHARACTER:
            found = self._lookup(character, face)
            if found is not None:
                return found
        if character.isspace() or category == _CONTROL:
            return self._lookup(" ", face)
        for stand_in in _STAND_INS:
            glyph = self._lookup(stand_in, face)
            if glyph is not None:
                return Glyph(stand_in, glyph.face, glyph.advance_em, missing=True)
        return None

    def _lookup(self, character: str, face: Face) -> Glyph | None:
        for candidate in (face, *_FALLBACK):
            metrics = self._metrics.get(candidate)
            advance = metrics.advance(character) if metrics else None
            if advance is not None:
                return Glyph(character, candidate, advance)
        return None


def _is_shapeless(character: str) -> bool:
    return (
        "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or unicodedata.category(character) == "Cf"
    )
