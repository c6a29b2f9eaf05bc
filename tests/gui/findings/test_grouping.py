"""The groups of the findings list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import CellAddress, FieldAddress, ParagraphAddress, Place, YearAddress
from xjdesk.core.explanation import Explanation
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.grouping import Group, Grouping, grouped
from xjdesk.gui.findings.rows import FindingRow, finding_rows

YEAR, TEXT, NOWHERE = YearAddress(), ParagraphAddress("overview", 0), FieldAddress("a", "b")


class TwoTabs:
    """公文信息 has the year, 工作情况 the text, 统计表 all cells."""

    def page_number(self, place: Place) -> int | None:
        return 2 if isinstance(place, CellAddress) else {YEAR: 0, TEXT: 1}.get(place)

    def page_title(self, number: int) -> str:
        return ("公文信息", "工作情况", "统计表")[number]


def _settled(
    rule: str, severity: Severity, place: Place, standing: Standing = Standing.OPEN
) -> SettledFinding:
    return SettledFinding(Finding(rule, severity, (place,), rule), standing, Explanation("是", ""))


ALL = finding_rows(
    [
        _settled("e1", Severity.ERROR, TEXT),
        _settled("q1", Severity.QUERY, YEAR),
        _settled("q2", Severity.QUERY, TEXT, Standing.EXPLAINED),
        _settled("q3", Severity.QUERY, NOWHERE),
        _settled("h1", Severity.HINT, YEAR, Standing.DISMISSED),
        _settled("h2", Severity.HINT, TEXT),
    ]
)


def _shown(grouping: Grouping) -> list[tuple[str, list[str]]]:
    return [(g.title, [row.finding.rule for row in g.rows]) for g in _groups(grouping)]


def _groups(grouping: Grouping) -> tuple[Group, ...]:
    return grouped(ALL, grouping, TwoTabs())


def test_by_severity_with_what_is_settled_at_the_end() -> None:
    assert _shown(Grouping.SEVERITY) == [
        ("强制", ["e1"]),
        ("核实", ["q1", "q3"]),
        ("提示", ["h2"]),
        ("已说明", ["q2"]),
        ("不再提示", ["h1"]),
    ]


def test_by_tab_in_the_order_of_the_tabs() -> None:
    assert _shown(Grouping.TAB) == [
        ("公文信息", ["q1"]),
        ("工作情况", ["e1", "h2"]),
        ("其他", ["q3"]),
        ("已说明", ["q2"]),
        ("不再提示", ["h1"]),
    ]


def _blanks(count: int) -> tuple[FindingRow, ...]:
    cells = [CellAddress("statistics", f"r{n}", "count") for n in range(count)]
    found = [Finding("blank", Severity.QUERY, (cell,), "没有填写。", found="") for cell in cells]
    return finding_rows(SettledFinding(one, Standing.OPEN) for one in found)


@pytest.mark.parametrize("grouping", Grouping)
def test_many_blank_cells_of_a_tab_are_a_closed_group_behind_the_others(
    grouping: Grouping,
) -> None:
    blanks = _blanks(56)
    groups = grouped((*ALL, *blanks), grouping, TwoTabs())
    *others, group, explained, dismissed = groups
    assert (group.title, group.rows) == ("统计表中未填的格", blanks)
    assert group.starts_closed
    assert not group.is_settled
    assert (*others, explained, dismissed) == _groups(grouping)


def test_few_blank_cells_stand_among_the_others() -> None:
    titles = [group.title for group in grouped(_blanks(2), Grouping.SEVERITY, TwoTabs())]
    assert titles == ["核实"]


def test_what_is_wrong_with_an_entry_is_no_blank() -> None:
    rows = finding_rows(
        SettledFinding(replace(row.finding, found="1"), Standing.OPEN) for row in _blanks(56)
    )
    assert [group.title for group in grouped(rows, Grouping.SEVERITY, TwoTabs())] == ["核实"]


def test_a_group_bears_the_sign_of_its_gravest() -> None:
    signs = [group.sign for group in _groups(Grouping.TAB)]
    assert signs[:3] == [Severity.QUERY, Severity.ERROR, Severity.QUERY]


def test_only_the_groups_of_what_is_settled_say_so() -> None:
    settled = [group.title for group in _groups(Grouping.SEVERITY) if group.is_settled]
    assert settled == ["已说明", "不再提示"]
