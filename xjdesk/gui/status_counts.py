"""The counts of open findings in the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from xjdesk.checks.finding import Counts
from xjdesk.core.severity import Severity
from xjdesk.gui.severity_look import SeverityLook

_ICON_PX = 14


class StatusCounts(QWidget):
    """A sign, a name and a number for each severity."""

    def __init__(self, look: SeverityLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        self.setToolTip("待处理的审核结果，F8 转到下一条；已说明的和不再提示的不计")
        self._shown: Counts | None = None
        self._labels: dict[Severity, QLabel] = {}
        for severity in Severity:
            sign = QLabel(self)
            sign.setPixmap(look.icons[severity].pixmap(_ICON_PX, _ICON_PX))
            label = QLabel(self)
            layout.addWidget(sign)
            layout.addWidget(label)
            layout.addSpacing(8)
            self._labels[severity] = label

    def show_counts(self, counts: Counts) -> None:
        """Show how many findings there are that nothing was said about."""
        if counts == self._shown:
            return
        self._shown = counts
        numbers = {
            Severity.ERROR: counts.errors,
            Severity.QUERY: counts.queries,
            Severity.HINT: counts.hints,
        }
        for severity, label in self._labels.items():
            label.setText(f"{severity.label} {numbers[severity]}")
        self.setAccessibleName("，".join(label.text() for label in self._labels.values()))
