"""Builds one bundled face: chosen characters, quadratic outlines, its own name."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.tables._g_l_y_f import Glyph

from font_recipe import Face, FontBuildError

_NOTDEF = ".notdef"
# Largest distance between a cubic curve and the quadratics put in its place, in parts of an em.
_MAX_ERROR_EM = 0.001
_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE_ID, _FULL, _VERSION, _POSTSCRIPT = range(7)
_DESCRIPTION, _LICENCE, _LICENCE_ADDRESS = 10, 13, 14
# Trade mark, maker, designer and their addresses; the description is replaced.
_KEPT_NAMES = (_COPYRIGHT, _VERSION, 7, 8, 9, 11, 12, _LICENCE, _LICENCE_ADDRESS)
_ENGLISH = (3, 1, 0x409)
_REGULAR_WEIGHT = 400
_STYLE_BITS_REGULAR = 1 << 6
_CODE_PAGES = 1 << 0 | 1 << 18  # Latin 1, simplified Chinese


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A glyph to draw: the source's glyph, how far it moves right and its advance, font units."""

    outline: str
    shift: int
    advance: int


@dataclass(frozen=True, slots=True)
class BuiltFace:
    """A finished font file: its bytes, number of glyphs and the source's copyright notice."""

    data: bytes
    glyphs: int
    notice: str


def build_face(
    face: Face, source_path: Path, codes: frozenset[int], licence_title: str, changed_on: str
) -> BuiltFace:
    """Build the TrueType file of a face from its source.

    The same source, recipe and fontTools version always give the same bytes. Layout rules and
    hints are left out. Raises FontBuildError if the source is missing or is not a font.
    """
    source = _open_source(source_path, face.member)
    cmap, drawings = _drawings(face, source, codes)
    builder = FontBuilder(_em(source), isTTF=True)
    builder.setupGlyphOrder(list(drawings))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(_outlines(source, drawings))
    _set_metrics(builder, source, drawings)
    _set_tables(builder, source)
    names = _names(face, source, licence_title, changed_on)
    builder.setupNameTable({}, mac=False)
    for number, text in names.items():
        builder.font["name"].setName(text, number, *_ENGLISH)
    builder.setupPost(keepGlyphNames=False)
    builder.font.recalcTimestamp = False
    buffer = BytesIO()
    builder.save(buffer)
    return BuiltFace(buffer.getvalue(), len(drawings), names[_COPYRIGHT])


def _open_source(path: Path, member: str) -> TTFont:
    try:
        fonts = TTCollection(path).fonts if path.suffix == ".ttc" else [TTFont(path)]
    except (OSError, TTLibError) as error:
        raise FontBuildError(f"the source font {path.name} cannot be read: {error}") from error
    for font in fonts:
        if font["name"].getDebugName(_POSTSCRIPT) == member:
            return font
    raise FontBuildError(f"the source font {path.name} holds no face named {member}")


def _em(source: TTFont) -> int:
    head: Any = source["head"]  # fontTools declares no fields of tables
    return head.unitsPerEm


def _drawings(
    face: Face, source: TTFont, codes: frozenset[int]
) -> tuple[dict[int, str], dict[str, _Drawing]]:
    """The glyph name of every code point, and every glyph in its final order by name."""
    em = _em(source)
    widths = source["hmtx"]
    own = source.getBestCmap() or {}
    cmap = {code: own[code] for code in sorted(codes & own.keys())}
    drawings = {name: _Drawing(name, 0, widths[name][0]) for name in (_NOTDEF, *cmap.values())}
    for glyph in face.full_width:
        outline = own[ord(glyph.outline_of)]
        room = em - widths[outline][0]
        shift = {"left": 0, "middle": room // 2, "right": room}[glyph.at]
        name = f"em{ord(glyph.char):04X}"
        cmap[ord(glyph.char)] = name
        drawings[name] = _Drawing(outline, shift, em)
    used = {_NOTDEF, *cmap.values()}
    return cmap, {name: drawing for name, drawing in drawings.items() if name in used}


def _outlines(source: TTFont, drawings: Mapping[str, _Drawing]) -> dict[str, Glyph]:
    glyphs = source.getGlyphSet()
    cubic = "glyf" not in source
    max_error = _MAX_ERROR_EM * _em(source)
    outlines: dict[str, Glyph] = {}
    for name, drawing in drawings.items():
        pen = TTGlyphPen(None)
        # PostScript outlines run the other way round than TrueType ones.
        target = Cu2QuPen(pen, max_error, reverse_direction=True) if cubic else pen
        recording = DecomposingRecordingPen(glyphs)
        glyphs[drawing.outline].draw(recording)
        recording.replay(TransformPen(target, (1, 0, 0, 1, drawing.shift, 0)))
        outlines[name] = pen.glyph()
    return outlines


def _set_metrics(builder: FontBuilder, source: TTFont, drawings: Mapping[str, _Drawing]) -> None:
    built = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {
            name: (drawing.advance, getattr(built[name], "xMin", 0))
            for name, drawing in drawings.items()
        }
    )
    header: Any = source["hhea"]
    builder.setupHorizontalHeader(
        ascent=header.ascent, descent=header.descent, lineGap=header.lineGap
    )


def _set_tables(builder: FontBuilder, source: TTFont) -> None:
    font = builder.font
    head: Any = copy(source["head"])
    head.macStyle = 0
    font["head"] = head
    record: Any = copy(source["OS/2"])
    # Every face is alone in its family, so that asking for it never makes a painter embolden it.
    record.fsSelection = _STYLE_BITS_REGULAR
    record.usWeightClass = _REGULAR_WEIGHT
    font["OS/2"] = record
    record.recalcUnicodeRanges(font)
    record.ulCodePageRange1, record.ulCodePageRange2 = _CODE_PAGES, 0
    record.recalcAvgCharWidth(font)


def _names(face: Face, source: TTFont, licence_title: str, changed_on: str) -> dict[int, str]:
    names: dict[int, str] = {}
    for number in _KEPT_NAMES:
        record = source["name"].getName(number, *_ENGLISH)
        if record is not None and str(record):
            names[number] = str(record)
    version = names[_VERSION]
    names.setdefault(_LICENCE, licence_title)
    postscript = face.family.replace(" ", "") + "-Regular"
    names |= {
        _FAMILY: face.family,
        _STYLE: "Regular",
        _UNIQUE_ID: f"{postscript}; {version}; {changed_on}",
        _FULL: face.family,
        _POSTSCRIPT: postscript,
        _DESCRIPTION: (
            f"Modified from {face.member} for xjdesk on {changed_on}: "
            "fewer characters, TrueType outlines, no layout rules or hints, another name."
        ),
    }
    return names
