"""The running text: chapters and their paragraphs (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.outline import heading
from xjdesk.core.report import Chapter
from xjdesk.typesetting.blocks import Block, kept_together
from xjdesk.typesetting.compositor import Setting
from xjdesk.typesetting.grid import CELL_MM
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face

BODY = Setting(indent_mm=2 * CELL_MM)
_HEADING_FACES = {1: Face.HEITI, 2: Face.KAITI}


def chapter_blocks(manuscript: Manuscript, chapter: Chapter) -> list[Block]:
    """A chapter's heading, if it has one, and its paragraphs."""
    blocks = _heading_blocks(manuscript, chapter)
    for index, paragraph in enumerate(chapter.paragraphs):
        place = ParagraphAddress(chapter.id, index)
        blocks += _paragraph_blocks(manuscript, paragraph.text.strip(), place)
    if blocks and not chapter.heading.strip():
        blocks[0] = replace(blocks[0], bookmark=_name(manuscript, chapter))
    return blocks


def _heading_blocks(manuscript: Manuscript, chapter: Chapter) -> list[Block]:
    text = chapter.heading.strip()
    glyphs = manuscript.compositor.glyphs(text, Face.HEITI, HeadingAddress(chapter.id))
    blocks = kept_together(manuscript.compositor.paragraph(glyphs, BODY), with_next=True)
    if blocks:
        blocks[0] = replace(blocks[0], bookmark=text)
    return blocks


def _paragraph_blocks(manuscript: Manuscript, text: str, place: ParagraphAddress) -> list[Block]:
    """A paragraph; the heading it is or begins with in that level's face, the rest in 仿宋."""
    found = heading(text)
    face = _HEADING_FACES.get(found.level, Face.FANGSONG) if found else Face.FANGSONG
    end = found.end if found else 0
    glyphs = [
        *manuscript.compositor.glyphs(text[:end], face, place),
        *manuscript.compositor.glyphs(text[end:], Face.FANGSONG, place),
    ]
    blocks = manuscript.compositor.paragraph(glyphs, BODY)
    is_heading_only = found is not None and end == len(text)
    return kept_together(blocks, with_next=True) if is_heading_only else blocks


def _name(manuscript: Manuscript, chapter: Chapter) -> str:
    """What a chapter without heading is called in the outline."""
    definition = manuscript.form.chapter(chapter.id)
    return definition.tab if definition else ""
