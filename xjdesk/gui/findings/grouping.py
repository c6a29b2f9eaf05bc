"""The rows of the findings list in groups: by severity or by tab, what is settled at the end.

The many blank cells of a new report would bury all else: they are a closed group for each tab.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from xjdesk.checks.finding import Finding
from xjdesk.checks.settlement import Standing
from xjdesk.core.address import CellAddress, Place
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.rows import FindingRow

_SETTLED_TITLES = {Standing.EXPLAINED: "已说明", Standing.DISMISSED: "不再提示"}
_NO_TAB = "其他"
_BLANKS = "{}中未填的格"
_MANY = 6


class Grouping(StrEnum):
    """What the open findings are grouped by; the value is what the settings keep."""

    SEVERITY = "severity"
    TAB = "tab"

    @property
    def label(self) -> str:
        """The name on screen."""
        return _LABELS[self]


_LABELS = {Grouping.SEVERITY: "按级别", Grouping.TAB: "按页签"}


class Tabs(Protocol):
    """What is to be known of the tabs of the window."""

    def page_number(self, place: Place) -> int | None:
        """The tab that holds `place`, or None."""
        ...

    def page_title(self, number: int) -> str:
        """The name of a tab."""
        ...


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows under one title; `sign` is the gravest severity among them.

    A group keeps its `key` while rows come and go. It `starts_closed` where its rows can wait.
    """

    key: str
    title: str
    sign: Severity
    rows: tuple[FindingRow, ...]
    is_settled: bool = False
    starts_closed: bool = False


def grouped(rows: Iterable[FindingRow], grouping: Grouping, tabs: Tabs) -> tuple[Group, ...]:
    """The groups that have any of `rows`, which come gravest first, in the order of the list."""
    open_rows: list[FindingRow] = []
    settled: dict[Standing, list[FindingRow]] = {standing: [] for standing in _SETTLED_TITLES}
    for row in rows:
        settled.get(row.settled.standing, open_rows).append(row)
    rest, blanks = _blanks_apart(open_rows, tabs)
    groups = _by_severity(rest) if grouping is Grouping.SEVERITY else _by_tab(rest, tabs)
    for number, found in sorted(blanks.items()):
        title = _BLANKS.format(tabs.page_title(number))
        groups.append(_group(f"blanks-{number}", title, found, starts_closed=True))
    for standing, found in settled.items():
        if found:
            title = _SETTLED_TITLES[standing]
            key = f"standing-{standing}"
            groups.append(_group(key, title, found, is_settled=True, starts_closed=True))
    return tuple(groups)


def _blanks_apart(
    rows: Sequence[FindingRow], tabs: Tabs
) -> tuple[list[FindingRow], dict[int, list[FindingRow]]]:
    """What remains, and by their tabs the blank cells, where a tab has many."""
    by_tab: dict[int, list[FindingRow]] = {}
    for row in rows:
        number = tabs.page_number(row.finding.where[0]) if _is_blank(row.finding) else None
        if number is not None:
            by_tab.setdefault(number, []).append(row)
    many = {number: found for number, found in by_tab.items() if len(found) >= _MANY}
    apart = {row.key for found in many.values() for row in found}
    return [row for row in rows if row.key not in apart], many


def _is_blank(finding: Finding) -> bool:
    """Whether all that is said of one cell is that nothing is found in it."""
    match finding.where:
        case (CellAddress(),):
            return finding.found == ""
        case _:
            return False


def _by_severity(rows: Iterable[FindingRow]) -> list[Group]:
    collected: dict[Severity, list[FindingRow]] = {severity: [] for severity in Severity}
    for row in rows:
        collected[row.finding.severity].append(row)
    return [_group(f"severity-{s}", s.label, found) for s, found in collected.items() if found]


def _by_tab(rows: Iterable[FindingRow], tabs: Tabs) -> list[Group]:
    collected: dict[int, list[FindingRow]] = {}
    elsewhere: list[FindingRow] = []
    for row in rows:
        where = row.finding.where
        number = tabs.page_number(where[0]) if where else None
        (elsewhere if number is None else collected.setdefault(number, [])).append(row)
    groups = [_group(f"tab-{n}", tabs.page_title(n), collected[n]) for n in sorted(collected)]
    return [*groups, _group("elsewhere", _NO_TAB, elsewhere)] if elsewhere else groups


def _group(
    key: str,
    title: str,
    rows: Sequence[FindingRow],
    *,
    is_settled: bool = False,
    starts_closed: bool = False,
) -> Group:
    sign = rows[0].finding.severity
    return Group(key, title, sign, tuple(rows), is_settled, starts_closed)
