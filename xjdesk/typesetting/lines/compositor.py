"""Setting text in lines: glyphs chosen, lines broken, glyph runs positioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.fonts.font_set import FontSet, Glyph
from xjdesk.typesetting.grid import LINE_MM, SIZE_3_PT, SQUEEZE_MM, TEXT_WIDTH_MM, mm
from xjdesk.typesetting.lines.glyph_text import GlyphText, glyph_text
from xjdesk.typesetting.lines.line_breaking import BLANKS, break_lines
from xjdesk.typesetting.lines.line_setting import LineLook, PreparedText, line_width_mm, set_line
from xjdesk.typesetting.lines.punctuation import Punctuation
from xjdesk.typesetting.pages import Face, Ink, Origin
from xjdesk.typesetting.titles.balanced_lines import balanced_lines

_LOOSE_EM = 0.9
"""A line short of its measure by nearly a character is rather squeezed to hold more."""


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
    """Sets text in the fonts it is given.

    What it set for one document is kept for the next, which is mostly the same: after a keystroke
    one paragraph differs.
    """

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._punctuation = Punctuation(fonts)
        self._kept: dict[Hashable, tuple[Block, ...]] = {}
        self._kept_before: dict[Hashable, tuple[Block, ...]] = {}

    @property
    def fonts(self) -> FontSet:
        """The fonts it sets in."""
        return self._fonts

    def begin_document(self) -> None:
        """Forget what was set for the document before the last one."""
        self._kept, self._kept_before = {}, self._kept

    def kept(self, key: Hashable, make: Callable[[], Iterable[Block]]) -> list[Block]:
        """What was made for an equal `key` in this document or the last, else what `make` makes.

        The key must hold everything the blocks depend on but the fonts.
        """
        blocks = self._kept.get(key) or self._kept_before.get(key)
        if blocks is None:
            blocks = tuple(make())
        self._kept[key] = blocks
        return list(blocks)

    def glyphs(self, text: str, face: Face, origin: Origin | None = None) -> GlyphText:
        """The characters of `text` as glyphs; its first character is the one at `origin`."""
        return glyph_text(self._fonts, text, face, origin)

    def width_mm(self, glyphs: GlyphText, setting: Setting) -> float:
        """How long the glyphs are on one line."""
        return self.advance_mm(glyphs, setting) - setting.spacing_mm if glyphs else 0.0

    def advance_mm(self, glyphs: GlyphText, setting: Setting) -> float:
        """From the start of the glyphs to where more of the same line would begin."""
        return line_width_mm(self._prepared(glyphs, setting), 0, len(glyphs))

    def paragraph(self, glyphs: GlyphText, setting: Setting) -> list[Block]:
        """The lines of a paragraph; none when there are no glyphs."""
        text = self._prepared(glyphs, setting)
        lines = break_lines(
            glyphs.text,
            text.advances,
            setting.width_mm - setting.indent_mm + setting.spacing_mm,
            setting.width_mm - setting.hanging_mm + setting.spacing_mm,
            text.squeezable if setting.align is Align.JUSTIFIED else None,
            _LOOSE_EM * mm(setting.size_pt),
        )
        blocks: list[Block] = []
        for start, end in lines:
            indent = setting.hanging_mm if start else setting.indent_mm
            is_last = end == len(glyphs)
            blocks.append(self._line(text, start, end, setting, indent, is_last))
        return blocks

    def title(self, glyphs: GlyphText, setting: Setting, least_lines: int = 1) -> list[Block]:
        """Lines of like length, for titles."""
        text = self._prepared(glyphs, setting)
        em = mm(setting.size_pt)
        lines = balanced_lines(
            glyphs.text,
            [advance / em for advance in text.advances],
            (setting.width_mm + setting.spacing_mm) / em,
            least_lines,
        )
        return [self._line(text, start, end, setting, 0.0, True) for start, end in lines]

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

    def _prepared(self, glyphs: GlyphText, setting: Setting) -> PreparedText:
        em, spacing = mm(setting.size_pt), setting.spacing_mm
        advances = [glyph.advance_em * em + spacing for glyph in glyphs.glyphs]
        squeeze = self._punctuation.squeeze(glyphs.glyphs, glyphs.text)
        if squeeze is None:
            return PreparedText(glyphs, advances, None, None)
        squeezed = [cut * em for cut in squeeze.always]
        return PreparedText(
            glyphs,
            [advance - cut for advance, cut in zip(advances, squeezed, strict=True)],
            squeezed,
            [cut * em for cut in squeeze.most],
        )

    def _line(
        self,
        text: PreparedText,
        start: int,
        end: int,
        setting: Setting,
        indent_mm: float,
        is_last: bool,
    ) -> Block:
        end = _without_end_blanks(text.glyphs.text, start, end)
        left = setting.left_mm + indent_mm
        measure = setting.width_mm - indent_mm + setting.spacing_mm
        slack = measure - line_width_mm(text, start, end)
        if setting.align is Align.CENTRE:
            left += slack / 2
        elif setting.align is Align.RIGHT:
            left += slack
        to_spread = slack if setting.align is Align.JUSTIFIED else 0.0
        if is_last:
            to_spread = min(to_spread, 0.0)
        face = _main_face(text.glyphs.glyphs[start:end])
        baseline = self.baseline_mm(face, setting.size_pt)
        look = LineLook(setting.size_pt, baseline, setting.spacing_mm, setting.ink)
        return Block(
            mm(setting.size_pt),
            setting.line_mm,
            set_line(text, start, end, left, to_spread, look),
            missing=tuple(text.glyphs.missing_between(start, end)),
        )


def _main_face(glyphs: tuple[Glyph, ...]) -> Face:
    """The face that most of a line is set in: its characters stand in the middle of the line."""
    faces = Counter(glyph.face for glyph in glyphs if glyph.face is not Face.RARE)
    if faces:
        return faces.most_common(1)[0][0]
    return glyphs[0].face if glyphs else Face.FANGSONG


def _without_end_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return end
