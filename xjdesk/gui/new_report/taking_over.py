"""The third step of a new report: what is taken over from last year's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xjdesk.core.begun_report import Part
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.storage.files.file_reading import shown_name

_TICKS = {
    Part.DOCUMENT: "发文机关、标题等公文信息(&D)（不含发文字号和日期）",
    Part.PEOPLE: "签发人、签署人和联系电话(&P)",
    Part.NARRATIVE: "各章正文(&T)，作为草稿；其中的年份和数字须逐一核对",
    Part.SETTINGS: "填报要求、统计范围和情况说明(&S)",
}
_NOTE = "上年的统计数不会填入本年的统计表，只用来对照。"


class TakingOver(QGroupBox):
    """Which file, and a tick for every part; without a file an empty report is begun."""

    def __init__(self, ask: Callable[[], Path | None], parent: QWidget) -> None:
        super().__init__("从上年报告沿用（可以不选）", parent)
        self._ask = ask
        self.file: Path | None = None
        self._name = QLineEdit(self)
        self._name.setReadOnly(True)
        self._name.setPlaceholderText("没有选择上年报告，新建空白报告")
        self._name.setAccessibleName("上年报告")
        self.choose = QPushButton("选择(&C)…", self)
        self.clear = QPushButton("不用(&X)", self)
        for button in (self.choose, self.clear):
            # Enter is for the next step.
            button.setAutoDefault(False)
        self.setFocusProxy(self.choose)
        self.ticks = {part: QCheckBox(text, self) for part, text in _TICKS.items()}
        for tick in self.ticks.values():
            tick.setChecked(True)
        self._note = QLabel(_NOTE, self)
        self.choose.clicked.connect(self._choose)
        self.clear.clicked.connect(lambda: self.take(None))
        self._lay_out()
        self.take(None)

    def parts(self) -> frozenset[Part]:
        """The parts that are ticked; none without a file."""
        if self.file is None:
            return frozenset()
        return frozenset(part for part, tick in self.ticks.items() if tick.isChecked())

    def take(self, file: Path | None) -> None:
        """Let this be the file, or none."""
        self.file = file
        self._name.setText(shown_name(file) if file else "")
        self._name.setToolTip(plain_tip(str(file)) if file else "")
        for control in (*self.ticks.values(), self._note, self.clear):
            control.setEnabled(file is not None)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._name, 1)
        line.addWidget(self.choose)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(line)
        for tick in self.ticks.values():
            layout.addWidget(tick)
        layout.addWidget(self._note)

    def _choose(self) -> None:
        file = self._ask()
        if file is not None:
            self.take(file)
