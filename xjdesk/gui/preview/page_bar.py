"""Turning the pages of the preview, and their size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from xjdesk.gui.choice import Choice
from xjdesk.gui.icons import Icons
from xjdesk.gui.look.action_icons import ActionIcons
from xjdesk.gui.preview.page_view import PageView
from xjdesk.gui.preview.page_view_zoom import PERCENTS, Fit, Zoom
from xjdesk.gui.preview.settings import PreviewSettings

_ZOOMS: dict[Zoom, str] = {
    Fit.WIDTH: "适合宽度",
    Fit.PAGE: "整页",
    **{percent: f"{percent}%" for percent in PERCENTS},
}
_ZOOM_CHARACTERS = 6


class PageBar(QWidget):
    """Works the view `view` and shows where it stands; the zoom is kept in `settings`."""

    def __init__(
        self,
        view: PageView,
        icons: Icons,
        settings: PreviewSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._settings = settings
        icons_of_actions = ActionIcons(icons, self)
        self.previous = self._action(icons_of_actions, "page-previous", "上一页", "Ctrl+PgUp")
        self.next = self._action(icons_of_actions, "page-next", "下一页", "Ctrl+PgDown")
        # Their keys are those of the editors too, and belong to the menu.
        self.smaller = self._action(icons_of_actions, "zoom-out", "缩小")
        self.larger = self._action(icons_of_actions, "zoom-in", "放大")
        self.number = QLabel(self)
        self.number.setObjectName("page-number")
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("第 22/22 页"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom = Choice("显示比例", _ZOOMS, self)
        self.zoom.setToolTip("显示比例（按住 Ctrl 转动滚轮也可缩放）")
        self.zoom.setMinimumContentsLength(_ZOOM_CHARACTERS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 2, 6, 2)
        layout.setSpacing(2)
        layout.addWidget(self._button(self.previous))
        layout.addWidget(self.number)
        layout.addWidget(self._button(self.next))
        layout.addStretch(1)
        layout.addWidget(self._button(self.smaller))
        layout.addWidget(self.zoom)
        layout.addWidget(self._button(self.larger))
        self.previous.triggered.connect(self._turn_back)
        self.next.triggered.connect(self._turn_on)
        self.smaller.triggered.connect(self._show_smaller)
        self.larger.triggered.connect(self._show_larger)
        self.zoom.chosen.connect(view.set_zoom)
        view.turned.connect(self._show_number)
        view.set_zoom(settings.zoom())
        view.zoomed.connect(self._on_zoomed)
        self._show_number()
        self._show_zoom()

    def _action(self, icons: ActionIcons, icon: str, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        icons.give(action, icon)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setToolTip(f"{text}（{keys[0]}）" if keys else f"{text}页面")
        self.addAction(action)
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _turn_back(self) -> None:
        self._view.turn_to(self._view.page_number - 1)

    def _turn_on(self) -> None:
        self._view.turn_to(self._view.page_number + 1)

    def _show_smaller(self) -> None:
        self._view.step_zoom(-1)

    def _show_larger(self) -> None:
        self._view.step_zoom(1)

    def _show_number(self) -> None:
        number, count = self._view.page_number, self._view.page_count
        self.number.setText(f"第 {number}/{count} 页" if count else "")
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < count)

    def _on_zoomed(self) -> None:
        self._settings.keep_zoom(self._view.zoom)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self.zoom.show_value(self._view.zoom)
        self.smaller.setEnabled(self._view.zoom != PERCENTS[0])
        self.larger.setEnabled(self._view.zoom != PERCENTS[-1])
