"""The ways out of one finding: a button for what can be done at once, a line for advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.wrapped_label import WrappedLabel
from xjdesk.gui.findings.wrapping_button import WrappingButton

_GAP_PX = 4


class Answer(Enum):
    """What the clerk can answer; the value is what the button says."""

    EXPLAIN = "写情况说明…"
    REWRITE = "修改说明…"
    WITHDRAW = "撤回说明"
    DISMISS = "不再提示"
    RESTORE = "恢复提示"


@dataclass(frozen=True, slots=True)
class Ways:
    """What is offered for a finding: remedies, then answers."""

    remedies: tuple[Remedy, ...] = ()
    answers: tuple[Answer, ...] = ()


def ways_of(settled: SettledFinding) -> Ways:
    """What can be done about it. An error cannot be explained away."""
    match settled.standing:
        case Standing.EXPLAINED:
            return Ways((), (Answer.REWRITE, Answer.WITHDRAW))
        case Standing.DISMISSED:
            return Ways((), (Answer.RESTORE,))
        case Standing.OPEN:
            return Ways(settled.finding.remedies, _answers(settled.finding))


def _answers(finding: Finding) -> tuple[Answer, ...]:
    match finding.severity:
        case Severity.ERROR:
            return ()
        case Severity.QUERY:
            return (Answer.EXPLAIN,)
        case Severity.HINT:
            return (Answer.DISMISS,)


class WaysOut(QWidget):
    """Shows the ways out of one finding.

    Signals:
        taken: The Remedy whose button was pressed.
        answered: The Answer whose button was pressed.
    """

    taken = Signal(object)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Ways()
        self._widgets: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP_PX)

    def show_ways(self, ways: Ways) -> None:
        """Offer `ways`; what is offered already keeps its buttons."""
        if ways == self._shown:
            return
        self._shown = ways
        for widget in self._widgets:
            # The one that was pressed is still at work.
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        advice = [remedy for remedy in ways.remedies if remedy.is_advice]
        if ways.remedies or Answer.EXPLAIN in ways.answers:
            self._add(QLabel("可以这样处理：", self))
        self._add_buttons(ways)
        if advice:
            self._add(self._advice(advice))

    def _add_buttons(self, ways: Ways) -> None:
        for remedy in ways.remedies:
            if not remedy.is_advice:
                button = WrappingButton(remedy.label, self)
                button.setObjectName("remedy")
                button.clicked.connect(partial(self._take, remedy))
                self._add(button)
        for answer in ways.answers:
            button = WrappingButton(answer.value, self)
            button.setObjectName(f"answer-{answer.name.lower()}")
            button.clicked.connect(partial(self._answer, answer))
            self._add(button)

    def _advice(self, remedies: Sequence[Remedy]) -> QLabel:
        label = WrappedLabel(self)
        label.setObjectName("advice")
        label.setText("\n".join(f"· {remedy.label}" for remedy in remedies))
        return label

    def _add(self, widget: QWidget) -> None:
        self._widgets.append(widget)
        if isinstance(widget, WrappingButton):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._layout.addWidget(widget)
        # The layout would show it later, for a moment at a wrong place.
        widget.show()

    def _take(self, remedy: Remedy) -> None:
        self.taken.emit(remedy)

    def _answer(self, answer: Answer) -> None:
        self.answered.emit(answer)
