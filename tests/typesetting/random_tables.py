"""Random tables for hypothesis: panels, groups of columns, headings above, beside and nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import strategies as st

from xjdesk.core.address import CellAddress
from xjdesk.core.numbers import Entry
from xjdesk.core.table import Column, LabelPlace, Panel, Row, RowKind, Table

_WORDS = st.text("收到申请数量政府信息公开结转办理（一）", min_size=1, max_size=36)
_SHORT = st.text("自然人商业企业科研机构", min_size=1, max_size=8)
_NUMBERS = st.sampled_from((0, 7, 34, 3119, 447_228, 3_985_758)).map(Decimal)
_ENTRIES = st.one_of(st.none(), _NUMBERS, st.sampled_from((Decimal("96171.6"), "不详")))
_MOST_LEVEL = 2


@st.composite
def tables(draw: st.DrawFn, chapter: str) -> Table:
    """A table that stands in `chapter`, or in the annex where that is empty."""
    labels = draw(st.sampled_from(LabelPlace))
    count = draw(st.sampled_from((1, 1, 2, 4)))
    panels = tuple(draw(_panels(number, labels, count > 1)) for number in range(count))
    unit = draw(st.sampled_from(("", "单位")))
    return Table("t", "表", "", "", unit, chapter, panels, labels)


@st.composite
def _panels(draw: st.DrawFn, number: int, labels: LabelPlace, has_caption: bool) -> Panel:
    return Panel(
        draw(_columns(number)),
        draw(_rows(number, labels)),
        f"第{number}组统计事项" if has_caption else "",
        draw(_WORDS),
    )


@st.composite
def _columns(draw: st.DrawFn, panel: int) -> tuple[Column, ...]:
    """Neighbours share captions, so many of them as come one after the other."""
    paths = draw(
        st.lists(
            st.tuples(st.lists(st.sampled_from("甲乙"), max_size=2), _SHORT),
            min_size=1,
            max_size=draw(st.sampled_from((2, 4, 15))),
        )
    )
    paths.sort(key=lambda path: path[0])
    return tuple(
        Column(f"p{panel}c{number}", label, tuple(f"{group}类申请人" for group in groups))
        for number, (groups, label) in enumerate(paths)
    )


@st.composite
def _rows(draw: st.DrawFn, panel: int, labels: LabelPlace) -> tuple[Row, ...]:
    """Up to more than a page of them; mostly a heading has rows, and no level is skipped."""
    count = draw(st.sampled_from((1, 3, 3) if labels is LabelPlace.NOWHERE else (1, 5, 20, 50)))
    rows: list[Row] = []
    level, is_heading = -1, True
    for number in range(count):
        # Below a heading one level deeper, else mostly beside the row before.
        deeper = min(_MOST_LEVEL, level + 1)
        level = deeper if is_heading else draw(st.sampled_from((0, *[level] * 6, deeper)))
        is_heading = labels is not LabelPlace.NOWHERE and draw(st.integers(0, 4)) == 0
        kind = RowKind.HEADING if is_heading else RowKind.INDICATOR
        label = f"{draw(_WORDS)}{panel}.{number}项"
        rows.append(Row(f"p{panel}r{number}", label, level, kind, "" if is_heading else "件"))
    last = Row(f"p{panel}last", f"末行{panel}", level, RowKind.INDICATOR, "件")
    return (*rows, last)


@st.composite
def values(draw: st.DrawFn, table: Table) -> Mapping[CellAddress, Entry]:
    """Entries for the cells that take numbers; a few kinds of them over and over."""
    entries = draw(st.lists(_ENTRIES, min_size=1, max_size=12))
    cells = [cell for cell in table.addresses() if table.row(cell.row).is_indicator]
    found = ((cell, entries[at % len(entries)]) for at, cell in enumerate(cells))
    return {cell: entry for cell, entry in found if entry is not None}
