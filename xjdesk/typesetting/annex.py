"""The annex (附件): statistics tables, each beginning on a page of its own (7.3.7)."""

from __future__ import annotations

from dataclasses import replace

from xjdesk.core.document_fields import ANNEX_NOTE, ANNEX_TITLE, FILLING_UNIT
from xjdesk.core.table import Table
from xjdesk.typesetting.blocks import Block, space
from xjdesk.typesetting.flow import Flow
from xjdesk.typesetting.grid import LINE_MM, SIZE_SMALL_4_PT
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript, Piece
from xjdesk.typesetting.pages import Face, Origin
from xjdesk.typesetting.sign_off import labelled, sign_off_blocks
from xjdesk.typesetting.statistics_table import set_table
from xjdesk.typesetting.table_scope_line import scope_blocks
from xjdesk.typesetting.titles.title import centred_title

_LABEL = "附件"
_FILLING_UNIT_LINE_MM = 7.5


def set_annexes(manuscript: Manuscript, flow: Flow) -> None:
    """Set the tables that stand in no chapter, the sign-off lines under the last of them."""
    tables = [table for table in manuscript.form.tables if not table.chapter]
    # Numbered as they are listed below the text: one annex alone bears no number.
    count = max(len(tables), len(manuscript.lines(ANNEX_NOTE)))
    for number, table in enumerate(tables, 1):
        is_last = number == len(tables)
        label = f"{_LABEL}{number}" if count > 1 else _LABEL
        if not flow.at_top:
            flow.new_page()
        heading = _heading_blocks(manuscript, table, label, is_only=len(tables) == 1)
        tail = sign_off_blocks(manuscript) if is_last else []
        set_table(manuscript, flow, table, heading, tail)


def _heading_blocks(manuscript: Manuscript, table: Table, label: str, is_only: bool) -> list[Block]:
    """附件 on the first line, the title on the third, then period, scope and filling unit."""
    compositor = manuscript.compositor
    (first,) = compositor.paragraph(compositor.glyphs(label, Face.HEITI), Setting())
    titles = manuscript.lines(ANNEX_TITLE) if is_only else []
    titles = titles or [Piece(table.title, Origin(ANNEX_TITLE, 0))]
    name = "".join(piece.text for piece in titles)
    period = table.period.replace("{year}", str(manuscript.report.year))
    filling_unit = Setting(
        size_pt=SIZE_SMALL_4_PT, line_mm=_FILLING_UNIT_LINE_MM, align=Align.LEFT, spacing_mm=0.0
    )
    return [
        replace(first, bookmark=f"{label} {name}".strip()),
        space(LINE_MM),
        *centred_title(manuscript, titles),
        *compositor.title(compositor.glyphs(period, Face.FANGSONG), Setting(align=Align.CENTRE)),
        *scope_blocks(manuscript, table),
        *compositor.paragraph(labelled(manuscript, FILLING_UNIT), filling_unit),
    ]
