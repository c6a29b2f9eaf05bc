"""The choice of the pages to be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from xjdesk.core.errors import UserError
from xjdesk.gui.printing.range import read_pages


class PageChoice(QWidget):
    """All pages, the one that is shown where one is, or those that are typed in."""

    def __init__(self, current_page: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._current_page = current_page
        self.all = QRadioButton(self)
        self.current = QRadioButton(f"当前页（第 {current_page} 页）(&E)", self)
        self.current.setVisible(current_page is not None)
        self.some = QRadioButton("指定页(&G)：", self)
        self.range = QLineEdit(self)
        self.range.setPlaceholderText("例如 1-3,5")
        self.range.setAccessibleName("指定页")
        self.all.setChecked(True)
        self.some.clicked.connect(self.range.setFocus)
        self.range.textEdited.connect(self._choose_some)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for controls, stretch in (((self.all, self.current), 1), ((self.some, self.range), 0)):
            row = QHBoxLayout()
            for control in controls:
                row.addWidget(control)
            row.addStretch(stretch)
            layout.addLayout(row)

    def show_count(self, count: int) -> None:
        """Say how many pages there are."""
        self.all.setText(f"全部（共 {count} 页）(&A)")

    def pages(self, count: int) -> tuple[int, ...] | None:
        """The chosen of `count` pages, None for all; UserError when there are no such pages."""
        if self.all.isChecked():
            return None
        if self.some.isChecked():
            return read_pages(self.range.text(), count)
        current = self._current_page
        if current is None or current > count:
            raise UserError(f"这样打印时只有 {count} 页，没有第 {current} 页，请改选要打印的页。")
        return (current,)

    def _choose_some(self) -> None:
        self.some.setChecked(True)
