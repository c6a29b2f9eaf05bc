"""One line of text as glyph runs: gaps widened or marks squeezed until it fills its measure."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.lines.glyph_text import GlyphText
from xjdesk.typesetting.lines.line_breaking import is_latin
from xjdesk.typesetting.lines.punctuation import MOST_SHARE, OPENING, hanging
from xjdesk.typesetting.pages import GlyphRun, Ink

_MOST_STRETCH_EM = 0.2
"""A line that would need wider gaps than this is left ragged."""
_ROUNDING_MM = 1e-6


@dataclass(frozen=True, slots=True)
class PreparedText:
    """Text of a paragraph with its steps, all in mm.

    `advances[i]` leads from glyph i to the next, letter spacing and what is always squeezed
    included. `squeezed` is what was taken of each, `squeezable` what a line may still take; both
    are None for text without Chinese marks.
    """

    glyphs: GlyphText
    advances: list[float]
    squeezed: list[float] | None
    squeezable: list[float] | None


@dataclass(frozen=True, slots=True)
class LineLook:
    """What the runs of a line have in common: pt, mm from its top, mm of letter spacing."""

    size_pt: float
    baseline_mm: float
    spacing_mm: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Fit:
    """By how much each open gap is widened, and what share of `squeezable` is taken."""

    stretch_mm: float = 0.0
    squeeze_share: float = 0.0


def line_width_mm(text: PreparedText, start: int, end: int) -> float:
    """The length of a line as it is before it is justified.

    An opening mark at its end is counted whole: its ink is in the half that was squeezed.
    """
    width = sum(text.advances[start:end])
    if text.squeezed is not None and end > start and text.glyphs.text[end - 1] in OPENING:
        width += text.squeezed[end - 1]
    return width


def set_line(
    text: PreparedText, start: int, end: int, left_mm: float, slack_mm: float, look: LineLook
) -> tuple[GlyphRun, ...]:
    """The runs of the glyphs from `start` to before `end`, the first beginning at `left_mm`.

    A positive `slack_mm` is spread over the gaps, a negative one is taken from the marks.
    """
    fit = _fit(text, start, end, slack_mm, look)
    characters, glyphs = text.glyphs.text, text.glyphs.glyphs
    starts = {at for at, _ in text.glyphs.origins}
    runs: list[GlyphRun] = []
    x = run_x = left_mm
    run_start = start
    for i in range(start, end):
        step = text.advances[i]
        is_cut = text.squeezed is not None and text.squeezed[i] > 0.0
        if fit.squeeze_share and text.squeezable is not None and text.squeezable[i] > 0.0:
            step -= fit.squeeze_share * text.squeezable[i]
            is_cut = True
        following = i + 1
        changes_class = False
        if fit.stretch_mm and following < end:
            now, then = is_latin(characters[i]), is_latin(characters[following])
            same_word = now and then and glyphs[i].face is glyphs[following].face
            step += 0.0 if same_word else fit.stretch_mm
            changes_class = now is not then
        x += step
        if (
            following == end
            or is_cut
            or changes_class
            or glyphs[i].face is not glyphs[following].face
            or following in starts
        ):
            runs.append(_run(text, run_start, following, run_x, fit.stretch_mm, look))
            run_start, run_x = following, x
    return tuple(runs)


def _run(
    text: PreparedText, start: int, end: int, x_mm: float, stretch_mm: float, look: LineLook
) -> GlyphRun:
    characters = text.glyphs.text
    spacing = look.spacing_mm
    if stretch_mm and not is_latin(characters[start]):
        spacing += stretch_mm
    return GlyphRun(
        text.glyphs.glyphs[start].face,
        look.size_pt,
        x_mm,
        look.baseline_mm,
        characters[start:end],
        spacing,
        look.ink,
        text.glyphs.origin_at(start),
    )


def _fit(text: PreparedText, start: int, end: int, slack_mm: float, look: LineLook) -> _Fit:
    if abs(slack_mm) <= _ROUNDING_MM:
        return _Fit()
    if slack_mm < 0.0:
        return _squeeze(text, start, end, -slack_mm)
    gaps = _gaps(text.glyphs, start, end)
    if gaps == 0 or slack_mm > gaps * mm(look.size_pt) * _MOST_STRETCH_EM:
        return _Fit()
    return _Fit(stretch_mm=slack_mm / gaps)


def _squeeze(text: PreparedText, start: int, end: int, excess_mm: float) -> _Fit:
    """The last mark's blank may stand beyond the measure; the rest is taken from other marks."""
    if text.squeezable is None:
        return _Fit()
    within = excess_mm - hanging(text.squeezable, text.glyphs.text, end)
    blanks = sum(text.squeezable[start : end - 1])
    if within <= 0.0 or blanks <= 0.0:
        return _Fit()
    return _Fit(squeeze_share=min(MOST_SHARE, within / blanks))


def _gaps(text: GlyphText, start: int, end: int) -> int:
    """How many gaps of the line may be widened: those inside Latin words may not."""
    gaps = 0
    latin = is_latin(text.text[start])
    for i in range(start + 1, end):
        following = is_latin(text.text[i])
        same_face = text.glyphs[i - 1].face is text.glyphs[i].face
        if not (latin and following and same_face):
            gaps += 1
        latin = following
    return gaps
