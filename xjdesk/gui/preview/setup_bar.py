"""What the preview shows: which kind of document, and the guides over its pages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from xjdesk.gui.choice import Choice
from xjdesk.gui.page_setup import LETTERHEADS, PageSetup
from xjdesk.gui.preview.page_view import PageView
from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.settings import PreviewSettings
from xjdesk.typesetting.page_options import Letterhead

_SIDES = {True: "双面", False: "单面"}
_LETTERHEAD_CHARACTERS, _SIDES_CHARACTERS = 6, 3
_WIDEST_LETTERHEAD_EM = 18


class SetupBar(QWidget):
    """Chooses letterhead and sides of `setup`, and the guides of `view`."""

    def __init__(
        self,
        view: PageView,
        setup: PageSetup,
        settings: PreviewSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._setup = setup
        self._settings = settings
        self.letterhead = Choice("版头", LETTERHEADS, self)
        self.letterhead.setToolTip("按哪种样式排版；打印和导出 PDF 时也照此")
        self.letterhead.setMinimumContentsLength(_LETTERHEAD_CHARACTERS)
        self.letterhead.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        em = self.fontMetrics().horizontalAdvance("国")
        self.letterhead.setMaximumWidth(_WIDEST_LETTERHEAD_EM * em)
        self.sides = Choice("单双面", _SIDES, self)
        self.sides.setToolTip("双面：偶数页的订口和页码在另一侧，版记在偶数页")
        self.sides.setMinimumContentsLength(_SIDES_CHARACTERS)
        self.grid = self._guide("网格", "显示版心和每行28字、每页22行的网格")
        self.seal = self._guide("印章", "显示应盖章的位置")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 4)
        layout.setSpacing(6)
        layout.addWidget(self.letterhead, 100)
        layout.addWidget(self.sides)
        for action in (self.grid, self.seal):
            layout.addWidget(self._button(action))
        layout.addStretch(1)
        self.letterhead.chosen.connect(self._choose_letterhead)
        self.sides.chosen.connect(self._choose_sides)
        setup.changed.connect(self._show_setup)
        self._show_setup()
        self._show_guides(settings.guides())
        for action in (self.grid, self.seal):
            action.toggled.connect(self._on_guides)

    def _guide(self, text: str, purpose: str) -> QAction:
        action = QAction(text, self)
        action.setToolTip(f"{purpose}（只在预览中显示，不会打印）")
        action.setCheckable(True)
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _show_setup(self) -> None:
        self.letterhead.show_value(self._setup.options.letterhead)
        self.sides.show_value(self._setup.options.double_sided)

    def _choose_letterhead(self, letterhead: Letterhead) -> None:
        self._setup.choose(replace(self._setup.options, letterhead=letterhead))

    def _choose_sides(self, double_sided: bool) -> None:
        self._setup.choose(replace(self._setup.options, double_sided=double_sided))

    def _show_guides(self, guides: Guides) -> None:
        self.grid.setChecked(guides.grid)
        self.seal.setChecked(guides.seal)
        self._view.show_guides(guides)

    def _on_guides(self) -> None:
        guides = Guides(grid=self.grid.isChecked(), seal=self.seal.isChecked())
        self._view.show_guides(guides)
        self._settings.keep_guides(guides)
