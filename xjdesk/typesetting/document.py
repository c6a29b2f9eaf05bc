"""The whole document: report -> pages, part after part."""

from __future__ import annotations

from xjdesk.core.form import Form, Table
from xjdesk.core.report import Report
from xjdesk.typesetting.annex import chapter_table_blocks, set_annexes
from xjdesk.typesetting.blocks import Block, space
from xjdesk.typesetting.compositor import Compositor
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.font_set import FontSet
from xjdesk.typesetting.grid import LINE_MM
from xjdesk.typesetting.imprint import set_imprint
from xjdesk.typesetting.letterhead import set_letterhead
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.narrative import chapter_blocks
from xjdesk.typesetting.page_numbers import numbered
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import PageSet
from xjdesk.typesetting.signature import annex_note_blocks, ending, signature_blocks
from xjdesk.typesetting.statistics_table import set_table
from xjdesk.typesetting.title import title_blocks


def typeset(
    report: Report, form: Form, fonts: FontSet, options: PageOptions | None = None
) -> PageSet:
    """Set a report as an official document. What is not filled in is left out or left blank."""
    chosen = options or PageOptions()
    compositor = Compositor(fonts)
    manuscript = Manuscript(report, form, compositor)
    flow = Flow(chosen.double_sided)
    if chosen.letterhead is not Letterhead.NONE:
        set_letterhead(manuscript, flow)
    _set_text(manuscript, flow)
    set_annexes(manuscript, flow)
    set_imprint(manuscript, flow)
    pages = tuple(numbered(page, fonts, chosen.double_sided) for page in flow.pages())
    return PageSet(
        pages=pages,
        bookmarks=tuple(flow.bookmarks),
        faces=frozenset(run.face for page in pages for run in page.runs),
        missing=compositor.missing,
    )


def _set_text(manuscript: Manuscript, flow: Flow) -> None:
    """Title, chapters with the tables that stand in them, and the signature."""
    note, signature = annex_note_blocks(manuscript), signature_blocks(manuscript)
    parts = _parts(manuscript)
    for blocks, table in parts[:-1]:
        _set_part(manuscript, flow, blocks, table, [])
    blocks, table = parts[-1]
    if table is None:
        flow.place(ending(blocks, note, signature))
    else:
        _set_part(manuscript, flow, blocks, table, ending([], note, signature))


def _set_part(
    manuscript: Manuscript, flow: Flow, blocks: list[Block], table: Table | None, tail: list[Block]
) -> None:
    flow.place(blocks)
    if table is not None:
        flow.place(chapter_table_blocks(manuscript, table))
        set_table(manuscript, flow, table, tail)


def _parts(manuscript: Manuscript) -> list[tuple[list[Block], Table | None]]:
    """The text in the pieces into which the tables standing in it divide it.

    Each is text and the table that follows it; only the last may be without one.
    """
    parts: list[tuple[list[Block], Table | None]] = []
    text = title_blocks(manuscript)
    for chapter in manuscript.report.chapters:
        if parts and not text:
            text = [space(LINE_MM)]
        text += chapter_blocks(manuscript, chapter)
        for table in manuscript.form.tables:
            if table.chapter == chapter.id:
                parts.append((text, table))
                text = []
    return [*parts, (text, None)] if text or not parts else parts
