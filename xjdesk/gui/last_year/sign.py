"""What the status bar says of the file that the document is compared with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from xjdesk.gui.plain_label import PlainLabel
from xjdesk.gui.plain_tip import plain_tip
from xjdesk.storage.files.file_reading import shown_name

_WIDEST_NAME_EM = 12


class LastYearSign(PlainLabel):
    """上年对照：2023年.xjd, or that the file could not be opened; hidden without a file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("last-year")
        self.setContentsMargins(8, 0, 8, 0)
        self.hide()

    def show_compared(self, path: Path) -> None:
        """Say that the document is compared with the file."""
        self._show(f"上年对照：{self._name(path)}", f"正与这个文件对照：{path}")

    def show_missing(self, path: Path, trouble: str) -> None:
        """Say that it is not, and in the tip why."""
        self._show(f"上年对照：“{self._name(path)}”没有打开", f"{trouble}\n{path}")

    def _name(self, path: Path) -> str:
        metrics = self.fontMetrics()
        widest = _WIDEST_NAME_EM * metrics.horizontalAdvance("国")
        return metrics.elidedText(shown_name(path), Qt.TextElideMode.ElideMiddle, widest)

    def _show(self, text: str, tip: str) -> None:
        self.setText(text)
        self.setToolTip(plain_tip(tip))
        self.show()
