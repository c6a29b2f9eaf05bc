"""The running text: chapters and their paragraphs (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.outline import heading
from xjdesk.core.report import Chapter
from xjdesk.typesetting.blocks import Block, kept_together
from xjdesk.typesetting.grid import Pitch
from xjdesk.typesetting.lines.compositor import Setting
from xjdesk.typesetting.manuscript import Manuscript, stripped
from xjdesk.typesetting.pages import Face, Origin

_HEADING_FACES = {1: Face.HEITI, 2: Face.KAITI}


def body_setting(pitch: Pitch) -> Setting:
    """Paragraphs: 三号, 左空二字."""
    return Setting(line_mm=pitch.line_mm, indent_mm=2 * pitch.cell_mm, spacing_mm=pitch.spacing_mm)


def chapter_blocks(manuscript: Manuscript, chapter: Chapter) -> list[Block]:
    """A chapter's heading, if it has one, and its paragraphs."""
    heading_blocks = _heading_blocks(manuscript, chapter)
    blocks = list(heading_blocks)
    for index, paragraph in enumerate(chapter.paragraphs):
        blocks += _kept_paragraph(manuscript, paragraph.text, ParagraphAddress(chapter.id, index))
    if blocks and not heading_blocks:
        blocks[0] = replace(blocks[0], bookmark=_name(manuscript, chapter))
    return blocks


def _heading_blocks(manuscript: Manuscript, chapter: Chapter) -> list[Block]:
    piece = stripped(chapter.heading, Origin(HeadingAddress(chapter.id), 0))
    glyphs = manuscript.compositor.glyphs(piece.text, Face.HEITI, piece.origin)
    lines = manuscript.compositor.paragraph(glyphs, body_setting(manuscript.pitch))
    blocks = kept_together(lines, with_next=True)
    if blocks:
        blocks[0] = replace(blocks[0], bookmark=piece.text)
    return blocks


def _kept_paragraph(manuscript: Manuscript, text: str, place: ParagraphAddress) -> list[Block]:
    key = (text, place, manuscript.pitch)
    return manuscript.compositor.kept(key, lambda: _paragraph_blocks(manuscript, text, place))


def _paragraph_blocks(manuscript: Manuscript, text: str, place: ParagraphAddress) -> list[Block]:
    """A paragraph; the heading it is or begins with in that level's face, the rest in 仿宋."""
    piece = stripped(text, Origin(place, 0))
    text, origin = piece.text, piece.origin
    found = heading(text)
    face = _HEADING_FACES.get(found.level, Face.FANGSONG) if found else Face.FANGSONG
    end = found.end if found else 0
    compositor = manuscript.compositor
    glyphs = compositor.glyphs(text[:end], face, origin) + compositor.glyphs(
        text[end:], Face.FANGSONG, Origin(place, origin.start + end)
    )
    blocks = compositor.paragraph(glyphs, body_setting(manuscript.pitch))
    is_heading_only = found is not None and end == len(text)
    return kept_together(blocks, with_next=True) if is_heading_only else blocks


def _name(manuscript: Manuscript, chapter: Chapter) -> str:
    """What a chapter without heading is called in the outline."""
    definition = manuscript.form.chapter(chapter.id)
    return definition.tab if definition else ""
