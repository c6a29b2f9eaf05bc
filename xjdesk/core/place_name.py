"""What a place in the report is called, on screen and in lists."""

from __future__ import annotations

from xjdesk.core.address import (
    CellAddress,
    FieldAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
    YearAddress,
)
from xjdesk.core.document_fields import GROUPS, field_at
from xjdesk.core.form import Form
from xjdesk.core.row_name import cell_name


def place_name(form: Form, place: Place) -> str:
    """The tab or group and the row, field or paragraph: 统计表 三、（一）收到申请数."""
    match place:
        case CellAddress():
            return f"{form.table(place.table).tab} {cell_name(form, place)}"
        case FieldAddress():
            return f"{_group_title(place)} {field_at(place).label}"
        case YearAddress():
            return "报告年度"
        case HeadingAddress():
            return f"{_chapter_tab(form, place.chapter)} 标题"
        case ParagraphAddress() | SpanAddress():
            return f"{_chapter_tab(form, place.chapter)} 第{place.paragraph + 1}段"


def places_name(form: Form, places: tuple[Place, ...]) -> str:
    """The first of several places, and how many there are."""
    if not places:
        return ""
    name = place_name(form, places[0])
    return name if len(places) == 1 else f"{name} 等{len(places)}处"


def _chapter_tab(form: Form, chapter_id: str) -> str:
    definition = form.chapter(chapter_id)
    return definition.tab if definition else chapter_id


def _group_title(address: FieldAddress) -> str:
    return next(
        group.title for group in GROUPS if any(field.address == address for field in group.fields)
    )
