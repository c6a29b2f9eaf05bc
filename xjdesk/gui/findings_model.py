"""The findings as Qt sees them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from xjdesk.checks.finding import Finding
from xjdesk.core.form import Form
from xjdesk.gui.differing_stretch import differing_stretch
from xjdesk.gui.finding_walk import FindingKey
from xjdesk.gui.place_names import places_name
from xjdesk.gui.severity_look import SeverityLook

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEADERS = ("级别", "位置", "说明")
SEVERITY_COLUMN, PLACE_COLUMN, MESSAGE_COLUMN = range(3)


class FindingsModel(QAbstractTableModel):
    """One row for each finding, gravest first. Rows that stay the same keep their selection."""

    def __init__(self, form: Form, look: SeverityLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._look = look
        self._findings: list[Finding] = []

    def finding_at(self, row: int) -> Finding:
        """The finding shown in the row."""
        return self._findings[row]

    def keys(self) -> list[FindingKey]:
        """What the findings are known by, row by row."""
        return [_key(finding) for finding in self._findings]

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Make the rows those of `findings`, leaving alone what is shown already."""
        old, new = self.keys(), [_key(f) for f in findings]
        stretch = differing_stretch(old, new)
        self._remove(stretch.start, stretch.old_end)
        self._insert(stretch.start, list(findings[stretch.start : stretch.new_end]))
        self._update(findings)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADERS[section]
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return self._text(finding, index.column())
            case _Role.DecorationRole if index.column() == SEVERITY_COLUMN:
                return self._look.icons[finding.severity]
            case _Role.TextAlignmentRole:
                return _LEFT
        return None

    def _text(self, finding: Finding, column: int) -> str:
        if column == SEVERITY_COLUMN:
            return finding.severity.label
        if column == PLACE_COLUMN:
            return places_name(self._form, finding.where)
        return finding.message

    def _remove(self, start: int, end: int) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._findings[start:end]
            self.endRemoveRows()

    def _insert(self, start: int, findings: list[Finding]) -> None:
        if findings:
            self.beginInsertRows(QModelIndex(), start, start + len(findings) - 1)
            self._findings[start:start] = findings
            self.endInsertRows()

    def _update(self, findings: tuple[Finding, ...]) -> None:
        """Take over what changed within the findings that stay: their words."""
        for row, finding in enumerate(findings):
            if self._findings[row] != finding:
                self._findings[row] = finding
                self.dataChanged.emit(
                    self.index(row, SEVERITY_COLUMN), self.index(row, MESSAGE_COLUMN)
                )


def _key(finding: Finding) -> FindingKey:
    return finding.rule, finding.where
