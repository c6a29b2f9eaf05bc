"""Setting text in lines: glyphs chosen, lines broken, glyph runs positioned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from xjdesk.core.address import Place
from xjdesk.typesetting.balanced_lines import balanced_lines
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.font_set import FontSet, Glyph
from xjdesk.typesetting.grid import LINE_MM, SIZE_3_PT, SQUEEZE_MM, TEXT_WIDTH_MM, mm
from xjdesk.typesetting.line_breaking import break_lines, is_latin
from xjdesk.typesetting.pages import Face, GlyphRun, Ink, MissingCharacter

_MOST_STRETCH_EM = 0.2
"""A line that would need wider gaps than this is left ragged."""


class Align(Enum):
    """Where a line stands in its measure; JUSTIFIED leaves the last line of a paragraph short."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    JUSTIFIED = auto()


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: mm from the left edge of the 版心, sizes in pt.

    `line_mm` is the distance from line to line, `indent_mm` the indent of the first line,
    `hanging_mm` that of the others, `spacing_mm` the letter spacing.
    """

    size_pt: float = SIZE_3_PT
    line_mm: float = LINE_MM
    left_mm: float = 0.0
    width_mm: float = TEXT_WIDTH_MM
    indent_mm: float = 0.0
    hanging_mm: float = 0.0
    align: Align = Align.JUSTIFIED
    spacing_mm: float = SQUEEZE_MM
    ink: Ink = Ink.BLACK


class Compositor:
    """Sets text in the fonts it is given and keeps a list of the characters they lack."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._missing: dict[MissingCharacter, None] = {}

    @property
    def missing(self) -> tuple[MissingCharacter, ...]:
        """Characters without a glyph met so far, in the order of the document."""
        return tuple(self._missing)

    def glyphs(self, text: str, face: Face, place: Place) -> list[Glyph]:
        """The characters of `text` as glyphs; control characters become blanks."""
        found: list[Glyph] = []
        for character in text:
            glyph = self._fonts.glyph(character if character >= " " else " ", face)
            if glyph is None:
                continue
            if glyph.missing:
                self._missing[MissingCharacter(character, place)] = None
            found.append(glyph)
        return found

    def width_mm(self, glyphs: Sequence[Glyph], setting: Setting) -> float:
        """How long the glyphs are on one line."""
        em = mm(setting.size_pt)
        return sum(g.advance_em * em + setting.spacing_mm for g in glyphs)

    def paragraph(self, glyphs: Sequence[Glyph], setting: Setting) -> list[Block]:
        """The lines of a paragraph; none when there are no glyphs."""
        em = mm(setting.size_pt)
        lines = break_lines(
            "".join(g.character for g in glyphs),
            [g.advance_em * em + setting.spacing_mm for g in glyphs],
            setting.width_mm - setting.indent_mm,
            setting.width_mm - setting.hanging_mm,
        )
        blocks: list[Block] = []
        for start, end in lines:
            indent = setting.hanging_mm if start else setting.indent_mm
            is_last = end == len(glyphs)
            blocks.append(self._line(glyphs[start:end], setting, indent, is_last))
        return blocks

    def title(self, glyphs: Sequence[Glyph], setting: Setting, least_lines: int = 1) -> list[Block]:
        """Lines of like length, for titles."""
        em = mm(setting.size_pt)
        lines = balanced_lines(
            "".join(g.character for g in glyphs),
            [g.advance_em + setting.spacing_mm / em for g in glyphs],
            setting.width_mm / em,
            least_lines,
        )
        return [self._line(glyphs[start:end], setting, 0.0, True) for start, end in lines]

    def baseline_mm(self, face: Face, size_pt: float) -> float:
        """How far below the top of a character of that size its baseline lies."""
        return mm(size_pt) * (0.5 + self._fonts.centre_em(face))

    def blank_above_mm(self, block: Block) -> float:
        """How far below the top of a line of text its highest ink begins."""
        tops: list[float] = []
        for run in block.runs:
            inks = [self._fonts.metrics(run.face).ink(character) for character in run.text]
            highest = max((ink.top for ink in inks if ink), default=0.0)
            tops.append(run.baseline_mm - highest * mm(run.size_pt))
        return min(tops, default=0.0)

    def _line(
        self, glyphs: Sequence[Glyph], setting: Setting, indent_mm: float, is_last: bool
    ) -> Block:
        glyphs = _without_end_blanks(glyphs)
        measure = setting.width_mm - indent_mm
        left = setting.left_mm + indent_mm
        slack = measure - self.width_mm(glyphs, setting)
        stretch = 0.0
        if setting.align is Align.JUSTIFIED and not is_last:
            stretch = _stretch(glyphs, slack, mm(setting.size_pt))
        elif setting.align is Align.CENTRE:
            left += slack / 2
        elif setting.align is Align.RIGHT:
            left += slack
        return Block(
            mm(setting.size_pt), setting.line_mm, self._runs(glyphs, setting, left, stretch)
        )

    def _runs(
        self, glyphs: Sequence[Glyph], setting: Setting, x_mm: float, stretch_mm: float
    ) -> tuple[GlyphRun, ...]:
        if not glyphs:
            return ()
        baseline = self.baseline_mm(_main_face(glyphs), setting.size_pt)
        em = mm(setting.size_pt)
        runs: list[GlyphRun] = []
        start = 0
        for end in range(1, len(glyphs) + 1):
            if end < len(glyphs) and _is_same_run(glyphs[end - 1], glyphs[end], stretch_mm):
                continue
            piece = glyphs[start:end]
            spacing = setting.spacing_mm
            if not is_latin(piece[0].character):
                spacing += stretch_mm
            text = "".join(g.character for g in piece)
            face = piece[0].face
            runs.append(GlyphRun(face, setting.size_pt, x_mm, baseline, text, spacing, setting.ink))
            inner = sum(g.advance_em for g in piece) * em + (len(piece) - 1) * spacing
            x_mm += inner + setting.spacing_mm + stretch_mm
            start = end
        return tuple(runs)


def _is_same_run(before: Glyph, after: Glyph, stretch_mm: float) -> bool:
    if before.face is not after.face:
        return False
    return stretch_mm == 0 or is_latin(before.character) == is_latin(after.character)


def _stretch(glyphs: Sequence[Glyph], slack_mm: float, em_mm: float) -> float:
    """What each gap of a justified line is widened by."""
    gaps = sum(not _is_same_word(before, after) for before, after in pairwise(glyphs))
    if gaps == 0 or not 0 < slack_mm <= gaps * em_mm * _MOST_STRETCH_EM:
        return 0.0
    return slack_mm / gaps


def _is_same_word(before: Glyph, after: Glyph) -> bool:
    both_latin = is_latin(before.character) and is_latin(after.character)
    return both_latin and before.face is after.face


def _main_face(glyphs: Sequence[Glyph]) -> Face:
    return next((g.face for g in glyphs if g.face is not Face.RARE), glyphs[0].face)


def _without_end_blanks(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    end = len(glyphs)
    while end > 0 and glyphs[end - 1].character == " ":
        end -= 1
    return glyphs[:end]
