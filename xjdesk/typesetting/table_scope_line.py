"""The line that says whose numbers a table holds."""

from __future__ import annotations

from xjdesk.core.document_fields import SCOPE
from xjdesk.core.table import Table
from xjdesk.core.table_scope import printed_scope
from xjdesk.typesetting.blocks import Block
from xjdesk.typesetting.lines.compositor import Align, Setting
from xjdesk.typesetting.manuscript import Manuscript
from xjdesk.typesetting.pages import Face, Origin


def scope_blocks(manuscript: Manuscript, table: Table) -> list[Block]:
    """The scope in the middle of the line; nothing when none is printed."""
    printed = printed_scope(table, manuscript.report)
    if printed is None:
        return []
    compositor = manuscript.compositor
    before = Origin(SCOPE, -len(printed.before))
    glyphs = (
        compositor.glyphs(printed.before, Face.FANGSONG, before)
        + compositor.glyphs(printed.scope, Face.FANGSONG, Origin(SCOPE, 0))
        + compositor.glyphs(printed.behind, Face.FANGSONG)
    )
    return compositor.title(glyphs, Setting(align=Align.CENTRE))
