"""Everything above the annexes: letterhead, title, addressee, text and signature."""

from __future__ import annotations

from dataclasses import dataclass

from xjdesk.core.table import Table
from xjdesk.typesetting.addressee import addressee_blocks
from xjdesk.typesetting.annex_note import annex_note_blocks
from xjdesk.typesetting.blocks import Block, kept_together, space, stack_height_mm
from xjdesk.typesetting.flow import Flow, groups
from xjdesk.typesetting.grid import LINE_MM, SIZE_3_PT, TEXT_HEIGHT_MM, mm
from xjdesk.typesetting.letterhead import set_letterhead
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.narrative import chapter_blocks
from xjdesk.typesetting.page_options import Letterhead
from xjdesk.typesetting.pages import Face
from xjdesk.typesetting.signature import signature_blocks
from xjdesk.typesetting.statistics_table import set_table
from xjdesk.typesetting.table_scope_line import scope_blocks
from xjdesk.typesetting.titles.title import title_blocks

_MOST_SPREAD = 0.05
"""By how much the distance of the first page's lines may depart from the usual one."""

_Part = tuple[list[Block], Table | None]


@dataclass(frozen=True, slots=True)
class Body:
    """The pages so far.

    `is_signature_alone` says that the signature has come to stand on a page without text,
    `is_addressee_moved` that the addressee is left for the imprint, `kept_lines` how many lines of
    text were made to go where the signature goes.
    """

    flow: Flow
    is_signature_alone: bool
    is_addressee_moved: bool
    kept_lines: int


def set_body(manuscript: Manuscript, kept_lines: int = 0) -> Body:
    """Set the body; at most its last `kept_lines` lines of text go where the signature goes.

    Where there are more, those that the text begins with do not: the first page must show text.
    """
    flow = Flow(manuscript.options.double_sided)
    if manuscript.options.letterhead is not Letterhead.NONE:
        set_letterhead(manuscript, flow)
    flow.place(title_blocks(manuscript))
    parts = _parts(manuscript)
    last = parts[-1][0]
    beginning = len(next(groups(last))) if last else 0
    kept_lines = min(kept_lines, max(1, len(last) - beginning))
    addressee = addressee_blocks(manuscript)
    is_moved = _pushes_text_off(manuscript, flow, addressee, parts[0][0])
    if not is_moved:
        parts[0] = ([*kept_together(addressee, with_next=True), *parts[0][0]], parts[0][1])
    _fill_first_page(manuscript, flow, parts[0][0])
    for blocks, table in parts[:-1]:
        _set_part(manuscript, flow, blocks, table, [])
    is_alone = _set_ending(manuscript, flow, parts[-1], kept_lines)
    return Body(flow, is_alone, is_moved, kept_lines)


def _pushes_text_off(
    manuscript: Manuscript, flow: Flow, addressee: list[Block], text: list[Block]
) -> bool:
    """Whether only the addressee keeps the first lines of text off the first page (7.3.2)."""
    if not addressee or not text or manuscript.options.letterhead is Letterhead.NONE:
        return False
    first = next(groups(text))
    return flow.fits(stack_height_mm(first)) and not flow.fits(
        stack_height_mm([*addressee, *first])
    )


def _fill_first_page(manuscript: Manuscript, flow: Flow, text: list[Block]) -> None:
    """Move the first page's lines so that its last one ends on the bottom of the 版心 (5.2.3).

    They begin where letterhead and title end, which is on no line of the grid. Text that ends on
    the page is left as it is.
    """
    last_mm = mm(SIZE_3_PT)
    distance = flow.room_mm - last_mm
    steps = round(distance / manuscript.pitch.line_mm)
    if steps < 1 or stack_height_mm(text) <= flow.room_mm + manuscript.pitch.line_mm:
        return
    # The pitch itself may depart from the usual one already.
    if abs(distance / (steps * LINE_MM) - 1.0) <= _MOST_SPREAD:
        flow.spread(distance / (steps * manuscript.pitch.line_mm))


def _set_part(
    manuscript: Manuscript, flow: Flow, blocks: list[Block], table: Table | None, tail: list[Block]
) -> None:
    if table is None:
        flow.place(blocks)
    else:
        set_table(manuscript, flow, table, [*blocks, *_table_title(manuscript, table)], tail)


def _table_title(manuscript: Manuscript, table: Table) -> list[Block]:
    """What stands above a table inside a chapter: its title and scope, if the form has them."""
    glyphs = manuscript.compositor.glyphs(table.title, Face.HEITI)
    title = manuscript.compositor.title(glyphs, Setting(align=Align.CENTRE))
    return kept_together([*title, *scope_blocks(manuscript, table)], with_next=True)


def _set_ending(manuscript: Manuscript, flow: Flow, part: _Part, kept_lines: int) -> bool:
    """The last part of the text, list of annexes and signature; whether these stand alone."""
    text, table = part
    note, signature = annex_note_blocks(manuscript), signature_blocks(manuscript)
    if stack_height_mm(note) > TEXT_HEIGHT_MM / 2:
        # So long a list is text itself; only its last line goes with the signature.
        text, note = [*text, *note[:-1]], note[-1:]
    ending = [*kept_together(note, with_next=bool(signature)), *signature]
    if table is not None:
        _set_part(manuscript, flow, text, table, ending)
        return False
    if kept_lines and ending:
        kept = kept_together(text[-kept_lines:], with_next=True)
        flow.place([*text[:-kept_lines], *kept, *ending])
        return False
    flow.place(text)
    page_of_text = flow.page_number
    flow.place(ending)
    return bool(text) and flow.page_number > page_of_text


def _parts(manuscript: Manuscript) -> list[_Part]:
    """The text in the pieces into which the tables standing in it divide it.

    Each is text and the table that follows it; only the last may be without one.
    """
    parts: list[_Part] = []
    text: list[Block] = []
    for chapter in manuscript.report.chapters:
        if parts and not text:
            text = [space(manuscript.pitch.line_mm)]
        text += chapter_blocks(manuscript, chapter)
        for table in manuscript.form.tables:
            if table.chapter == chapter.id:
                parts.append((text, table))
                text = []
    is_blank = all(block.is_blank for block in text)
    return parts if parts and is_blank else [*parts, (text, None)]
