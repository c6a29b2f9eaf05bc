"""What the window shows while no document is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from xjdesk.gui.look.scaled_letters import ScaledLetters
from xjdesk.gui.recent.recent_files import RecentFiles
from xjdesk.gui.recent.recent_list import RecentList

_TITLE_TIMES = 1.7
_WIDTH_PX = 560
_ICON_PX = 40
_BEFORE_MARGINS = 100


class StartPage(QWidget):
    """The first steps, and the files last used.

    Signals:
        chosen: The Path of a recent file that was picked.
    """

    chosen = Signal(object)

    def __init__(
        self, actions: Sequence[QAction], files: RecentFiles, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = QLabel("政府信息公开工作年度报告", self)
        ScaledLetters(title, _TITLE_TIMES)
        self._files = files
        self._caption = QLabel("最近文件", self)
        self.recent = RecentList(files, self)
        self.recent.setMaximumHeight(240)
        self.recent.chosen.connect(self.chosen)
        self.buttons = [_StepButton(action, self) for action in actions]
        self.setFocusProxy(self.buttons[0])
        files.changed.connect(self._show)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(QLabel("编写、审核、打印、报送，不联网，数据只在本机。", self))
        column.addLayout(self._line_of_buttons())
        column.addWidget(self._caption)
        column.addWidget(self.recent)
        column.addStretch(3)
        box = QWidget(self)
        box.setLayout(column)
        box.setMaximumWidth(_WIDTH_PX)
        centred = QHBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(box, _BEFORE_MARGINS)
        centred.addStretch(1)
        self._show()

    def minimumSizeHint(self) -> QSize:
        # Hidden behind a document it would still keep the window large.
        return QSize(0, 0)

    def _show(self) -> None:
        has_files = self.recent.count() > 0
        self._caption.setVisible(has_files)
        self.recent.setVisible(has_files)

    def _line_of_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for button in self.buttons:
            line.addWidget(button)
        line.addStretch(1)
        return line


class _StepButton(QToolButton):
    """A large button for an action; Enter presses it as well."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(
            self.iconSize().scaled(
                _ICON_PX, _ICON_PX, Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
        )
        self.setMinimumSize(122, 90)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
