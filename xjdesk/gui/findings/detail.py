"""The area below the list that tells all about the selected finding."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.explanation import EarlierExplanation
from xjdesk.gui.findings.answers import earlier_explanations
from xjdesk.gui.findings.explanation_editor import ExplanationEditor
from xjdesk.gui.findings.ways_out import Ways, WaysOut, ways_of
from xjdesk.gui.wrapped_label import WrappedLabel

_NOTHING = (
    "选中一条审核结果，这里列出处理办法。"
    "F8 转到下一条，Shift+F8 转到上一条，F6 在审核结果与编辑区之间来回。"
)
_STANDINGS = {Standing.OPEN: "", Standing.EXPLAINED: "，已说明", Standing.DISMISSED: "，不再提示"}
_MARGIN_PX, _GAP_PX = 8, 6


class FindingDetail(QScrollArea):
    """Message, rule, ways out, explanation, and what was explained for other values.

    `ways` has the buttons, `editor` is there while an explanation is being written.
    """

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        """Tab comes to the buttons from `before`."""
        super().__init__(parent)
        self._shown: SettledFinding | None = None
        self.setObjectName("finding-detail")
        self.setAccessibleName("处理办法")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._head = WrappedLabel(content)
        self._head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._message = WrappedLabel(content)
        self._message.setObjectName("finding-message")
        self._said = WrappedLabel(content)
        self._said.setObjectName("said")
        self.ways = WaysOut(before, content)
        self.editor = ExplanationEditor(content)
        self._earlier = WrappedLabel(content)
        self._earlier.setObjectName("earlier")
        self._earlier.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(_GAP_PX)
        for widget in (
            self._head,
            self._message,
            self._said,
            self._earlier,
            self.ways,
            self.editor,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(content)
        self.editor.hide()
        self._show_nothing()

    def show_finding(self, settled: SettledFinding | None) -> None:
        """Tell about `settled`; only what differs is shown anew."""
        if settled == self._shown:
            return
        self._shown = settled
        if settled is None:
            self._show_nothing()
            return
        finding = settled.finding
        standing = _STANDINGS[settled.standing]
        self._head.setText(f"{finding.severity.label}{standing}　规则 {finding.rule}")
        self._message.setText(finding.message)
        said = settled.explanation
        is_explained = settled.standing is Standing.EXPLAINED and said is not None
        self._tell(self._said, f"情况说明：{said.text}" if is_explained and said else "")
        self.ways.show_ways(ways_of(settled))
        self._tell(self._earlier, "\n".join(map(_earlier_line, earlier_explanations(settled))))

    def write(self, text: str) -> None:
        """Let an explanation be written, beginning with `text`; it takes the focus."""
        self.open_editor(text)
        self.editor.setFocus()

    def open_editor(self, text: str) -> None:
        """Show the editor with `text`; the buttons of the finding make room for it."""
        self.editor.begin(text)
        self.editor.show()
        self._said.hide()
        self.ways.hide()
        # Where it will be is known once all has been laid out anew.
        QTimer.singleShot(0, self, self._show_editor)

    def close_editor(self) -> None:
        """Put the editor away."""
        self.editor.hide()
        self.ways.show()
        self._said.setVisible(bool(self._said.text()))

    def _show_editor(self) -> None:
        if self.editor.isVisible():
            self.ensureWidgetVisible(self.editor, 0, _MARGIN_PX)

    def _show_nothing(self) -> None:
        self._head.setText("")
        self._message.setText(_NOTHING)
        self.ways.show_ways(Ways())
        for label in (self._said, self._earlier):
            self._tell(label, "")

    def _tell(self, label: WrappedLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _earlier_line(earlier: EarlierExplanation) -> str:
    when = f"（数值为{earlier.basis}时）" if earlier.basis else ""
    return f"以前的说明{when}：{earlier.text}"
