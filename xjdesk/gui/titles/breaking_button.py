"""The button beside the title that offers the ways of breaking it into lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QIcon, QPalette
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from xjdesk.core.change import Change
from xjdesk.core.document_fields import TITLE
from xjdesk.gui.captions import caption
from xjdesk.gui.document import Document
from xjdesk.gui.titles.outline_icon import outline_icon
from xjdesk.gui.titles.text import title_lines, without_breaks

if TYPE_CHECKING:
    from xjdesk.gui.titles.choices import TitleChoice

_TIP = "选择标题怎样分行：词意完整，排成梯形或菱形"
_AUTOMATIC_TIP = "标题里不留分行，排版时自动分成最合适的几行"


class TitleBreakingButton(QToolButton):
    """Opens a menu of the breakings; choosing one writes the line breaks into the title."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._menu = QMenu(self)
        self._menu.setObjectName("title-breakings")
        self._menu.setToolTipsVisible(True)
        self.setObjectName("title-breaking")
        self.setText("分行…")
        self.setToolTip(_TIP)
        self.setAccessibleName("标题分行")
        self.setAccessibleDescription(_TIP)
        self.setEnabled(document.access.can_edit)
        self.clicked.connect(self._show_menu)

    def _show_menu(self) -> None:
        self._fill()
        # It is wider than the button, which stands at the right: their right sides in one line.
        below = self.rect().bottomRight() - QPoint(self._menu.sizeHint().width(), 0)
        self._menu.popup(self.mapToGlobal(below))

    def _fill(self) -> None:
        # Not needed to show the window.
        from xjdesk.gui.titles.choices import title_choices

        self._menu.clear()
        whole = without_breaks(self._document.report.field(TITLE))
        if not whole:
            self._menu.addAction("（先填写标题）").setEnabled(False)
            return
        for choice in title_choices(self._document.report):
            # What follows a tab stands in a column of its own.
            label = caption(choice.label)
            self._offer(choice.title, f"{label}\t{choice.shape}").setIcon(self._icon(choice))
        self._menu.addSeparator()
        self._offer(whole, "自动分行").setToolTip(_AUTOMATIC_TIP)

    def _offer(self, title: str, label: str) -> QAction:
        """An entry that makes `title` the title; it is checked where that is the title now."""
        action = self._menu.addAction(label)
        action.setIconVisibleInMenu(True)
        action.setCheckable(True)
        written = title_lines(self._document.report.field(TITLE))
        action.setChecked(title_lines(title) == written)
        action.triggered.connect(partial(self._choose, title))
        return action

    def _icon(self, choice: TitleChoice) -> QIcon:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        return outline_icon(choice.widths, colour, self.devicePixelRatioF())

    def _choose(self, title: str) -> None:
        current = self._document.report.field(TITLE)
        self._document.submit("标题分行", [Change(TITLE, current, title)])
