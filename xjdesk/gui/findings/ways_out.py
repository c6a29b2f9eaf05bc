"""The ways out of one finding: a button for what can be done at once, a line for advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy
from xjdesk.checks.settlement import SettledFinding, Standing
from xjdesk.core.severity import Severity
from xjdesk.gui.access import Access
from xjdesk.gui.findings.flow_layout import FlowLayout
from xjdesk.gui.findings.wrapping_button import WrappingButton
from xjdesk.gui.wrapped_label import WrappedLabel

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

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        """Tab comes here from `before`."""
        super().__init__(parent)
        self._before = before
        self._shown = Ways()
        self._can_change = True
        self._buttons: list[WrappingButton] = []
        self._title = QLabel("可以这样处理：", self)
        self._advice = WrappedLabel(self)
        self._advice.setObjectName("advice")
        self._row = FlowLayout(_GAP_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP_PX)
        layout.addWidget(self._title)
        layout.addLayout(self._row)
        layout.addWidget(self._advice)
        self._title.hide()
        self._advice.hide()

    def follow_access(self, access: Access) -> None:
        """Where the document cannot be edited, let only be pressed what leads somewhere."""
        self._can_change = access.can_edit

    def show_ways(self, ways: Ways) -> None:
        """Offer `ways`; what is offered already keeps its buttons."""
        if ways == self._shown:
            return
        self._shown = ways
        for button in self._buttons:
            # The one that was pressed is still at work.
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._add_buttons(ways)
        advice = [remedy.label for remedy in ways.remedies if remedy.is_advice]
        self._title.setVisible(bool(ways.remedies) or Answer.EXPLAIN in ways.answers)
        self._advice.setText("\n".join(f"· {label}" for label in advice))
        self._advice.setVisible(bool(advice))

    def _add_buttons(self, ways: Ways) -> None:
        for remedy in ways.remedies:
            if not remedy.is_advice:
                button = WrappingButton(remedy.label, self)
                button.setObjectName("remedy")
                button.clicked.connect(partial(self._take, remedy))
                button.setEnabled(self._can_change or not remedy.changes)
                self._add(button)
        for answer in ways.answers:
            button = WrappingButton(answer.value, self)
            button.setObjectName(f"answer-{answer.name.lower()}")
            button.clicked.connect(partial(self._answer, answer))
            button.setEnabled(self._can_change)
            self._add(button)

    def _add(self, button: WrappingButton) -> None:
        # Qt would let Tab come to a new button behind all else in the window.
        QWidget.setTabOrder(self._buttons[-1] if self._buttons else self._before, button)
        self._buttons.append(button)
        self._row.addWidget(button)
        # The layout would show it later, for a moment at a wrong place.
        button.show()

    def _take(self, remedy: Remedy) -> None:
        self.taken.emit(remedy)

    def _answer(self, answer: Answer) -> None:
        self.answered.emit(answer)
