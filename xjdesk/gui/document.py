"""The open document: the one holder of report data in the window."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from xjdesk.checks.check_data import NO_DATA, CheckData
from xjdesk.checks.findings import RuleBook, check, recheck, rule_book
from xjdesk.core.address import Address, CellAddress
from xjdesk.core.change import Change, apply_all, inverse_of
from xjdesk.core.change_log import ChangeLog, logged
from xjdesk.core.difference import difference
from xjdesk.core.figure_following import following
from xjdesk.core.form import Form
from xjdesk.core.last_year import LastYear
from xjdesk.core.report import Report
from xjdesk.gui.access import EDITING, Access
from xjdesk.gui.findings.index import FindingIndex, index_of
from xjdesk.gui.open_file import OpenFile
from xjdesk.storage.project import Project

_MERGEABLE = 1
"""The command id that lets QUndoStack ask two steps whether they merge."""
_NO_RULES = RuleBook((), {})


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Edit:
    """What one step, its undoing or redoing did to the report."""

    changes: tuple[Change, ...]

    @property
    def address(self) -> Address:
        """Where it was made: at a cell, if any; paragraphs only follow with their figures."""
        addresses = [change.address for change in self.changes]
        return next((a for a in addresses if isinstance(a, CellAddress)), addresses[0])


class Document(QObject):
    """The current report with its form, findings, undo stack and file.

    It changes only through `submit`, and so through the undo stack. Without `data` it is not
    checked until it is told what to check with. What is changed is logged as done by `author`, at
    the time that `now` tells (UTC).

    Signals:
        changed: An Edit was carried out; report and findings are already the new ones.
        findings_changed: The report, which is the same, was checked anew with other findings.
        state_changed: The file, or whether the document is modified, has changed.
        last_year_changed: Another report, or none, is looked at as that of last year.
    """

    changed = Signal(object)
    findings_changed = Signal()
    state_changed = Signal()
    last_year_changed = Signal()

    def __init__(
        self,
        project: Project,
        form: Form,
        file: OpenFile | None,
        data: CheckData | None = NO_DATA,
        parent: QObject | None = None,
        *,
        access: Access = EDITING,
        author: str = "",
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(parent)
        self._saved = project
        self._file = file
        self._check_data = data
        self._rules = _NO_RULES if data is None else rule_book(form, data)
        self._author = author
        self._now = now
        self.access = access
        self.form = form
        self.report: Report = project.report
        self.log: ChangeLog = project.changes
        self.findings = check(self._rules, self.report)
        self.index: FindingIndex = index_of(self.findings, self.report.explanations)
        self.stack = QUndoStack(self)
        self._last_edit: Edit | None = None
        self.stack.cleanChanged.connect(self._announce_state)

    @property
    def file(self) -> OpenFile | None:
        """The project file; None before the first save."""
        return self._file

    @property
    def path(self) -> Path | None:
        """Where the project file is; None before the first save."""
        return self._file.path if self._file else None

    @property
    def is_modified(self) -> bool:
        """Whether there is something that the file does not hold."""
        return not self.stack.isClean()

    @property
    def saved_project(self) -> Project:
        """The project as it was last saved, or as it was opened or begun."""
        return self._saved

    def project(self) -> Project:
        """The project as it is now, for saving."""
        return replace(self._saved, report=self.report, changes=self.log)

    def mark_saved(self, file: OpenFile, project: Project | None = None) -> None:
        """Note that `file` now holds the document as it is, and is `project` from now on."""
        self._file = file
        self._saved = project if project is not None else self.project()
        self.stack.setClean()
        self.state_changed.emit()

    def mark_unsaved(self) -> None:
        """Note that no file holds the document, though nothing was edited: it was imported."""
        self.stack.resetClean()

    def become(self, text: str, project: Project) -> None:
        """Take over the report of `project`, another state of this document, in one step.

        Just as it is: no figure follows its cell. ChangeError when no changes lead there. `text`
        names the step in the undo menu.
        """
        changes = difference(self.report, project.report)
        if changes and self.access.can_edit:
            self.stack.push(_Step(self, text, changes, None))

    def take_log(self, log: ChangeLog) -> None:
        """Let the log be this one: it tells better when the changes of the last step were made."""
        self.log = log

    @property
    def check_data(self) -> CheckData | None:
        """What the checks know besides form and report; None as long as nothing was checked."""
        return self._check_data

    @property
    def last_year(self) -> LastYear | None:
        """Last year's report, beside which this one is looked at; None without one."""
        return self._check_data.last_year if self._check_data else None

    def check_with(self, data: CheckData) -> None:
        """Check the report anew, and from now on, with other words, fonts or last year's report."""
        before, is_first, last_year = self.findings, self._check_data is None, self.last_year
        self._check_data = data
        self._rules = rule_book(self.form, data)
        self.findings = check(self._rules, self.report)
        self.index = index_of(self.findings, self.report.explanations)
        if is_first or self.findings != before:
            self.findings_changed.emit()
        if self.last_year is not last_year:
            self.last_year_changed.emit()

    def submit(
        self, text: str, changes: Sequence[Change], merge_key: Hashable | None = None
    ) -> bool:
        """Carry out `changes` as one step, called `text` in the undo menu.

        Figures in the narrative follow their cells in the same step. Changes that change nothing
        are left out; False when none remains. Steps that follow each other with one equal merge
        key, which is not None, become one: typing is taken back at once and not letter by letter.
        """
        if not self.access.can_edit:
            return False
        real = tuple(change for change in changes if change.is_real)
        if not real:
            return False
        step = real + following(self.report, real)
        self.stack.push(_Step(self, text, step, merge_key))
        return True

    def carry_out(self, changes: tuple[Change, ...]) -> None:
        """Make `changes` and tell everyone; only steps of the undo stack call this."""
        self.report = apply_all(self.report, changes)
        sealed = len(self._saved.changes)
        self.log = logged(self.log, changes, self._now(), self._author, sealed)
        self.findings = recheck(self._rules, self.report, changes, self.findings)
        self.index = index_of(self.findings, self.report.explanations)
        self._last_edit = Edit(changes)
        self.changed.emit(self._last_edit)

    def undo(self) -> Edit | None:
        """Take back the last step; returns what that did, None when there was none."""
        self._last_edit = None
        self.stack.undo()
        return self._last_edit

    def redo(self) -> Edit | None:
        """Carry out once more the step taken back last; returns what that did, or None."""
        self._last_edit = None
        self.stack.redo()
        return self._last_edit

    def close(self) -> None:
        """Let go of the undo stack without any further signal."""
        self.stack.blockSignals(True)
        self.stack.clear()

    def _announce_state(self) -> None:
        self.state_changed.emit()


class _Step(QUndoCommand):
    def __init__(
        self,
        document: Document,
        text: str,
        changes: tuple[Change, ...],
        merge_key: Hashable | None,
    ) -> None:
        super().__init__(text)
        self._document = document
        self._changes = changes
        self._merge_key = merge_key

    def id(self) -> int:
        return _MERGEABLE

    def redo(self) -> None:
        self._document.carry_out(self._changes)

    def undo(self) -> None:
        self._document.carry_out(inverse_of(self._changes))

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or self._merge_key is None:
            return False
        if other._merge_key != self._merge_key:
            return False
        self._changes = _joined(self._changes + other._changes)
        if not self._changes:
            self.setObsolete(True)
        return True


def _joined(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The same effect in fewer changes: edits in a row at one address become one."""
    joined: list[Change] = []
    for change in changes:
        both = joined[-1].then(change) if joined else None
        if both is not None:
            joined.pop()
            change = both
        if change.is_real:
            joined.append(change)
    return tuple(joined)
