"""What the buttons of the detail area do: remedies carried out, explanations written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.address import FindingAddress
from xjdesk.core.change import Change, ChangeError, apply_all
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.findings.answers import dismissed, explained, withdrawn
from xjdesk.gui.findings.deed import FindingDeed
from xjdesk.gui.findings.detail import FindingDetail
from xjdesk.gui.findings.ways_out import Answer

_EXPLAINED = "情况说明已保存，列在“已说明”中；数值不变就一直有效。"
_OUTDATED = "内容刚刚变了，这个办法不再适用，请再看一次这条审核结果。"
_DONE = "已处理：{}。可以撤销。"


class Answering(QObject):
    """Acts for the finding that the detail area shows; all goes through the document.

    An explanation that was begun is kept while others are looked at.

    Signals:
        acting: The report is about to be changed: what stands in open editors comes first.
        carrying_out: The Address of what a remedy will change first.
        carried_out: That same address, now that it is changed.
        chosen: The Place that a remedy leads to.
        told: A sentence about what was just done.
    """

    acting = Signal()
    carrying_out = Signal(object)
    carried_out = Signal(object)
    chosen = Signal(object)
    told = Signal(str)

    def __init__(self, document: Document, detail: FindingDetail, home: QWidget) -> None:
        """After a deed the focus, if it was in `detail`, goes to `home`."""
        super().__init__(detail)
        self._document = document
        self._detail = detail
        self._home = home
        self._shown: SettledFinding | None = None
        self._writing: FindingAddress | None = None
        self._drafts: dict[FindingAddress, str] = {}
        detail.ways.follow_access(document.access)
        detail.ways.taken.connect(self._take)
        detail.ways.answered.connect(self._answer)
        detail.editor.saved.connect(self._save)
        detail.editor.given_up.connect(self._give_up)

    def show_finding(self, settled: SettledFinding | None) -> None:
        """Show `settled` in the detail area, with what was begun to be written about it."""
        address = settled.finding.address if settled is not None else None
        if self._writing is not None and self._writing != address:
            self._put_aside()
        self._shown = settled
        self._detail.show_finding(settled)
        if self._writing is None and address in self._drafts and _can_be_explained(settled):
            self._writing = address
            self._detail.open_editor(self._drafts.pop(address))

    def do(self, deed: FindingDeed) -> None:
        """Take the way out of the finding that is shown, which `deed` asks for."""
        if self._shown is None:
            self.told.emit(_OUTDATED)
        elif isinstance(deed.way, Remedy):
            self._take(deed.way)
        elif isinstance(deed.way, Answer):
            self._answer(deed.way)

    def commit_pending(self) -> None:
        """Save the explanations that were begun and not given up."""
        if self._writing is not None:
            self._put_aside()
        drafts, self._drafts = self._drafts, {}
        changes = [
            explained(self._document.report, one.finding, drafts.pop(one.finding.address))
            for one in self._document.index.settled
            if one.finding.address in drafts and _can_be_explained(one)
        ]
        self._document.submit("填写情况说明", changes)

    def _take(self, remedy: Remedy) -> None:
        if remedy.place is not None and not remedy.changes:
            self.chosen.emit(remedy.place)
            return
        before = self._shown
        self.acting.emit()
        current = self._remedy_now(before, remedy)
        if current is None:
            self.told.emit(_OUTDATED)
        else:
            self._carry_out(current)

    def _remedy_now(self, before: SettledFinding | None, remedy: Remedy) -> Remedy | None:
        """The remedy as it is after open editors were handed over; None when it is gone."""
        now = (one.finding for one in self._document.index.settled)
        address = before.finding.address if before is not None else None
        same = (r for f in now if f.address == address for r in f.remedies)
        return next((r for r in same if r.label == remedy.label), None)

    def _carry_out(self, remedy: Remedy) -> None:
        had_focus = self._has_focus()
        try:
            # Within the undo stack, which is none of Python's, an error would come too late.
            apply_all(self._document.report, remedy.changes)
        except ChangeError:
            self.told.emit(_OUTDATED)
            return
        address = remedy.changes[0].address
        self.carrying_out.emit(address)
        self._document.submit(remedy.label, remedy.changes)
        self.carried_out.emit(address)
        self.told.emit(_DONE.format(remedy.label))
        self._go_home(had_focus)

    def _answer(self, answer: Answer) -> None:
        if self._shown is None:
            return
        report, finding = self._document.report, self._shown.finding
        match answer:
            case Answer.EXPLAIN:
                self._write(finding, "")
            case Answer.REWRITE:
                said = self._shown.explanation
                self._write(finding, said.text if said else "")
            case Answer.WITHDRAW:
                self._submit("撤回情况说明", withdrawn(report, finding))
            case Answer.DISMISS:
                self._submit("不再提示", dismissed(report, finding))
            case Answer.RESTORE:
                self._submit("恢复提示", withdrawn(report, finding))

    def _write(self, finding: Finding, text: str) -> None:
        self._writing = finding.address
        self._detail.write(text)

    def _save(self, text: str) -> None:
        if self._shown is None:
            return
        had_focus = self._has_focus()
        self._close()
        change = explained(self._document.report, self._shown.finding, text)
        self._document.submit("填写情况说明", [change])
        self.told.emit(_EXPLAINED)
        self._go_home(had_focus)

    def _give_up(self) -> None:
        had_focus = self._has_focus()
        self._close()
        self._go_home(had_focus)

    def _submit(self, text: str, change: Change) -> None:
        had_focus = self._has_focus()
        self._document.submit(text, [change])
        self._go_home(had_focus)

    def _put_aside(self) -> None:
        text = self._detail.editor.text()
        if self._writing is not None and text:
            self._drafts[self._writing] = text
        self._close()

    def _close(self) -> None:
        self._writing = None
        self._detail.close_editor()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._detail.isAncestorOf(focus)

    def _go_home(self, had_focus: bool) -> None:
        # What had it is gone; Qt would pass it on to whatever comes next.
        if had_focus:
            self._home.setFocus()


def _can_be_explained(settled: SettledFinding | None) -> bool:
    if settled is None or settled.standing is Standing.DISMISSED:
        return False
    return settled.finding.severity is Severity.QUERY
