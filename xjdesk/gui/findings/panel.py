"""The panel that lists the findings, leads to their places and offers ways out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.gui.choice import Choice
from xjdesk.gui.document import Document, Edit
from xjdesk.gui.findings.answering import Answering
from xjdesk.gui.findings.deed import FindingDeed
from xjdesk.gui.findings.detail import FindingDetail
from xjdesk.gui.findings.filter import FindingFilter
from xjdesk.gui.findings.filter_line import FilterLine
from xjdesk.gui.findings.grouping import Grouping, Tabs, grouped
from xjdesk.gui.findings.model import FindingsModel
from xjdesk.gui.findings.pane_key import PaneKey
from xjdesk.gui.findings.rows import FindingRow, finding_rows
from xjdesk.gui.findings.tree import FindingsTree
from xjdesk.gui.findings.walk import FindingWalk
from xjdesk.gui.settings import Settings
from xjdesk.gui.severity_look import SeverityLook

_GROUPING = "findings/grouping"
_LIST_SHARE, _DETAIL_SHARE = 600, 400
_MARGIN_PX = 4
_NONE = "没有审核问题。"
_NOT_YET = "正在审核……"
_NONE_FOUND = "没有符合筛选的审核结果。"
_NONE_OPEN = "没有待处理的审核结果。"


class FindingsPanel(QWidget):
    """The findings of a document in groups, and all about the one that is selected.

    It never takes the focus by itself.

    Signals:
        chosen: The Place that a finding or a remedy leads to.
        acting: The report is about to be changed: what stands in open editors comes first.
        carrying_out: The Address of what a remedy will change first.
        carried_out: That same address, now that it is changed.
        left: The focus is to go to the editors.
        told: A sentence about what was just done.
    """

    chosen = Signal(object)
    acting = Signal()
    carrying_out = Signal(object)
    carried_out = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(
        self,
        document: Document,
        look: SeverityLook,
        tabs: Tabs,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._tabs = tabs
        self._settings = settings
        self._walk = FindingWalk()
        self._filter = FindingFilter(document.form)
        self._rows: tuple[FindingRow, ...] = ()
        self._grouping = _kept_grouping(settings)
        self._is_following = False
        self.model = FindingsModel(document.form, self)
        self.view = FindingsTree(self.model, look, self)
        self.filter = FilterLine(self)
        self.grouping = Choice("分组", {one: one.label for one in Grouping}, self)
        self.grouping.setObjectName("findings-grouping")
        self.grouping.setAccessibleDescription("审核结果按什么分组")
        self.grouping.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._none = QLabel(_NONE, self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self.detail = FindingDetail(self.view, self)
        self._answering = Answering(document, self.detail, self.view)
        self._key = PaneKey(self, self.view)
        self._lay_out()
        self._connect()
        self.grouping.show_value(self._grouping)
        self._show()

    def show_next(self) -> None:
        """Select the next open finding, the first after the last, and lead to its place."""
        self._lead_to(self._walk.next_row(self.model.keys()))

    def show_previous(self) -> None:
        """Select the open finding before, the last before the first, and lead to its place."""
        self._lead_to(self._walk.previous_row(self.model.keys()))

    def do(self, deed: FindingDeed) -> None:
        """Select the finding in the list and take the way out of it that was asked for.

        Without one the list takes the focus. A finding that is gone by now is told to be so.
        """
        index = self._index_of(deed.finding)
        if not index.isValid() and self.filter.text():
            self.filter.clear()
            index = self._index_of(deed.finding)
        self.view.put_current(index, reveal=True)
        self._stand_at(index)
        self._answering.do(deed)
        if index.isValid() and deed.way is None:
            self.view.setFocus()

    def _index_of(self, finding: Finding) -> QModelIndex:
        same = (n for n, row in enumerate(self.model.rows()) if row.finding == finding)
        number = next(same, None)
        return QModelIndex() if number is None else self.model.index_of_row(number)

    def commit_pending(self) -> None:
        """Save the explanation that is being written."""
        self._answering.commit_pending()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        bar.setSpacing(_MARGIN_PX)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.grouping)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.view)
        self._split.addWidget(self.detail)
        self._split.setSizes([_LIST_SHARE, _DETAIL_SHARE])
        self._split.setStretchFactor(0, _LIST_SHARE)
        self._split.setStretchFactor(1, _DETAIL_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._split, 1)
        layout.addWidget(self._none, 1)
        QWidget.setTabOrder(self.filter, self.grouping)
        QWidget.setTabOrder(self.grouping, self.view)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.moved.connect(self._on_moved)
        self.filter.textChanged.connect(self._rearrange)
        self.filter.left.connect(self.view.setFocus)
        self.grouping.chosen.connect(self._on_grouping)
        for mine, theirs in (
            (self._answering.chosen, self.chosen),
            (self._answering.acting, self.acting),
            (self._answering.carrying_out, self.carrying_out),
            (self._answering.carried_out, self.carried_out),
            (self._answering.told, self.told),
            (self._key.left, self.left),
        ):
            mine.connect(theirs)
        self._document.changed.connect(self._on_changed)
        self._document.findings_changed.connect(self._show)

    def _on_grouping(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._settings.keep(_GROUPING, grouping.value)
        self._rearrange()

    def _on_changed(self, edit: Edit) -> None:
        self._show()

    def _rearrange(self) -> None:
        # What is selected stays so, though it may only have moved up for one that was settled.
        self._stand_at(self.view.currentIndex())
        self._show()

    def _show(self) -> None:
        before = self.model.keys()
        self._rows = finding_rows(self._document.index.settled, self._rows)
        shown = self._filter.filtered(self._rows, self.filter.text())
        self._is_following = True
        with self.view.held_still():
            self.model.show(grouped(shown, self._grouping, self._tabs))
            self._walk.follow(before, self.model.keys())
            self._select_walked()
        self._is_following = False
        self._split.setVisible(bool(shown))
        self._none.setVisible(not shown)
        nothing = _NONE if self._document.check_data else _NOT_YET
        self._none.setText(_NONE_FOUND if self._rows else nothing)
        self._show_detail()

    def _select_walked(self) -> None:
        # Qt goes on to whatever row is nearest when the current one is taken out.
        if not self._walk.has_begun:
            return
        walked = self.model.index_of_row(self._walk.row)
        row = self.model.row_at(walked)
        if row is None or not (row.key.is_open or self._walk.stands):
            walked = QModelIndex()
        if walked != self.view.currentIndex():
            self.view.put_current(walked, reveal=False)

    def _lead_to(self, number: int | None) -> None:
        if number is None:
            self.told.emit(_NONE_OPEN)
            return
        index = self.model.index_of_row(number)
        self.view.put_current(index, reveal=True)
        self._on_chosen(index)

    def _stand_at(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self._walk.stand_at(row.key, self.model.row_number(index))

    def _on_chosen(self, index: QModelIndex) -> None:
        self._stand_at(index)
        row = self.model.row_at(index)
        if row is not None and row.finding.where:
            self.chosen.emit(row.finding.where[0])

    def _on_moved(self) -> None:
        if self._is_following:
            return
        self._stand_at(self.view.currentIndex())
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.model.row_at(self.view.currentIndex())
        self._answering.show_finding(row.settled if row else None)


def _kept_grouping(settings: Settings) -> Grouping:
    kept = settings.text(_GROUPING)
    return Grouping(kept) if kept in {one.value for one in Grouping} else Grouping.SEVERITY
