"""The findings as Qt sees them: groups, and in each its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from operator import is_

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from xjdesk.core.form import Form
from xjdesk.core.place_name import places_name
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.grouping import Group
from xjdesk.gui.findings.row_steps import Insertion, row_steps
from xjdesk.gui.findings.rows import FindingKey, FindingRow
from xjdesk.gui.model_index import Index

_Role = Qt.ItemDataRole
_TOP = 0
"""The internal id of the groups; that of a row is the number of its group."""


@dataclass(slots=True, eq=False)
class _Shown:
    """A group as it is shown; `number` is its own for as long as it is there.

    Step by step `rows` become those of the group.
    """

    number: int
    group: Group
    rows: list[FindingRow]


class FindingsModel(QAbstractItemModel):
    """Groups of findings. Rows that stay keep their selection, groups whether they are open."""

    def __init__(self, form: Form, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._groups: list[_Shown] = []
        self._by_number: dict[int, _Shown] = {}
        self._numbers = count(_TOP + 1)

    def show(self, groups: Sequence[Group]) -> None:
        """Make the groups and rows those of `groups`, leaving alone what is shown already."""
        wanted = {group.key for group in groups}
        for number in reversed(range(len(self._groups))):
            if self._groups[number].group.key not in wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._by_number[self._groups.pop(number).number]
                self.endRemoveRows()
        for number, group in enumerate(groups):
            if number == len(self._groups) or self._groups[number].group.key != group.key:
                self._insert_group(number, group)
            else:
                self._follow(number, group)

    def rows(self) -> Iterator[FindingRow]:
        """All rows from the first to the last, whether their group is open or not."""
        for group in self._groups:
            yield from group.rows

    def keys(self) -> list[FindingKey]:
        """What the findings are known by, row by row."""
        return [row.key for row in self.rows()]

    def row_at(self, index: Index) -> FindingRow | None:
        """The row shown there; None for a group and an invalid index."""
        group = self._group_of(index)
        return None if group is None else group.rows[index.row()]

    def index_of_row(self, number: int) -> QModelIndex:
        """Where the row is shown, counted through all groups; an invalid index behind the last."""
        for place, group in enumerate(self._groups):
            if number < len(group.rows):
                return self.index(number, 0, self.index(place, 0))
            number -= len(group.rows)
        return QModelIndex()

    def row_number(self, index: Index) -> int:
        """The number of the row shown there, counted through all groups."""
        group = self._group_of(index)
        before = self._groups[: self._groups.index(group)] if group else []
        return sum(len(other.rows) for other in before) + index.row()

    def group_at(self, index: Index) -> Group:
        """The group shown there, at an index that is no finding's."""
        return self._groups[index.row()].group

    def sign(self, index: Index) -> Severity:
        """The severity of the finding there, the gravest of the group there."""
        row = self.row_at(index)
        return self.group_at(index).sign if row is None else row.finding.severity

    def place(self, index: Index) -> str:
        """Where the finding is, in words; empty for a group."""
        row = self.row_at(index)
        return "" if row is None else places_name(self._form, row.finding.where)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        # The view asks for every row at each of its layouts: no call goes round by way of Qt.
        if parent is None or not parent.isValid():
            number, most = _TOP, len(self._groups)
        elif parent.internalId() == _TOP:
            group = self._groups[parent.row()]
            number, most = group.number, len(group.rows)
        else:
            return QModelIndex()
        if column != 0 or not 0 <= row < most:
            return QModelIndex()
        return self.createIndex(row, column, number)

    # The stubs know it as the parent of a QObject as well, which Python cannot overload.
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        group = self._group_of(index)
        if group is None:
            return QModelIndex()
        return self.createIndex(self._groups.index(group), 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if self._group_of(parent) is None else 0

    def hasChildren(self, parent: Index | None = None) -> bool:
        return parent is None or not parent.isValid() or parent.internalId() == _TOP

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case _Role.DisplayRole if row is not None:
                return row.finding.message
            case _Role.DisplayRole | _Role.AccessibleTextRole if row is None:
                shown = self._groups[index.row()]
                return f"{shown.group.title}（{len(shown.rows)}）"
            case _Role.AccessibleTextRole if row is not None:
                return f"{row.finding.severity.label}，{self.place(index)}：{row.finding.message}"
        return None

    def _group_of(self, index: Index) -> _Shown | None:
        """The group in which the row stands; None for a group itself."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._by_number[index.internalId()]

    def _insert_group(self, place: int, group: Group) -> None:
        self.beginInsertRows(QModelIndex(), place, place)
        shown = _Shown(next(self._numbers), group, list(group.rows))
        self._groups.insert(place, shown)
        self._by_number[shown.number] = shown
        self.endInsertRows()

    def _follow(self, place: int, group: Group) -> None:
        shown = self._groups[place]
        before = shown.group
        is_named_so = (before.title, before.sign) == (group.title, group.sign)
        if is_named_so and _is_all(shown.rows, group):
            return
        parent = self.index(place, 0)
        for step in row_steps(shown.rows, group.rows):
            if isinstance(step, Insertion):
                self.beginInsertRows(parent, step.start, step.start + len(step.rows) - 1)
                shown.rows[step.start : step.start] = step.rows
                self.endInsertRows()
            else:
                self.beginRemoveRows(parent, step.start, step.end - 1)
                del shown.rows[step.start : step.end]
                self.endRemoveRows()
        self._take_over_words(parent, shown, group)
        shown.group = group
        if not is_named_so or len(before.rows) != len(group.rows):
            self.dataChanged.emit(parent, parent)

    def _take_over_words(self, parent: QModelIndex, shown: _Shown, group: Group) -> None:
        for number, row in enumerate(group.rows):
            before = shown.rows[number]
            if before is row:
                continue
            shown.rows[number] = row
            if before != row:
                changed = self.index(number, 0, parent)
                self.dataChanged.emit(changed, changed)


def _is_all(rows: Sequence[FindingRow], group: Group) -> bool:
    return len(rows) == len(group.rows) and all(map(is_, rows, group.rows))
