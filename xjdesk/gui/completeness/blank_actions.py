"""What is done about blanks: they are counted, shown one after the other, filled with 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xjdesk.core.address import Place
from xjdesk.core.place_name import place_name
from xjdesk.gui.completeness.meter import FillingMeter
from xjdesk.gui.document import Document
from xjdesk.gui.editable import editable_document
from xjdesk.gui.forms.ui_main_window import Ui_MainWindow
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    from xjdesk.gui.completeness.progress import FillingProgress


class BlankActions(QObject):
    """The menu items about blanks, the meter and the tips of the tabs, for one document at a time.

    What is asked for and what is not is the same as for the checks.
    """

    def __init__(self, shell: Shell, ui: Ui_MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.meter = FillingMeter()
        self.progress: FillingProgress | None = None
        self._last: Place | None = None
        self.meter.clicked.connect(self.show_next)
        ui.actionNextBlank.triggered.connect(self.show_next)
        ui.actionFillBlanks.triggered.connect(self.fill_with_zeros)
        self.close()

    def open(self, document: Document) -> None:
        """Count the blanks of a document."""
        # Loaded with the checks, which it shares what is asked for with.
        from xjdesk.gui.completeness.progress import FillingProgress

        self.progress = FillingProgress(document, self)
        self.progress.changed.connect(self._show)
        self._last = None
        self._show()
        self.meter.show()

    def close(self) -> None:
        """Count no more."""
        if self.progress is not None:
            self.progress.deleteLater()
        self.progress = None
        self.meter.hide()

    def show_next(self) -> None:
        """Lead to the blank behind where the caret or the current cell stand."""
        self._shell.commit_pending()
        document, workspace = self._shell.document, self._shell.workspace
        if document is None or workspace is None or self.progress is None:
            return
        here = workspace.here()
        place = self.progress.next_blank(here.place if here else self._last)
        self._last = place
        if place is None:
            self._shell.tell("应填的都已填写。")
            return
        workspace.show_place(place)
        left = self.progress.whole.asked - self.progress.whole.filled
        self._shell.tell(f"未填：{place_name(document.form, place)}（共 {left} 处未填）。")

    def fill_with_zeros(self) -> None:
        """Put 0 into the blank cells of all tables, but for those where a sum asks for more."""
        self._shell.commit_pending()
        document, workspace = editable_document(self._shell), self._shell.workspace
        if document is None or workspace is None:
            return
        # Loaded when it is wanted: it reads all relations of the form.
        from xjdesk.checks.table.blanks import blank_cells, zeros_for_blanks

        blanks = len(blank_cells(document.form, document.report))
        zeros = zeros_for_blanks(document.form, document.report)
        if document.submit("空白格填0", zeros):
            workspace.open_tab_of(zeros[0].address)
        self._shell.tell(_told(blanks, len(zeros)))

    def _show(self) -> None:
        workspace, progress = self._shell.workspace, self.progress
        if workspace is None or progress is None:
            return
        tabs = progress.by_tab(workspace.page_number)
        titles = {workspace.page_title(number): part for number, part in sorted(tabs.items())}
        self.meter.show_state(progress.whole, titles)
        workspace.show_filled(
            {number: f"已填 {part.filled}/{part.asked}" for number, part in tabs.items()}
        )


def _told(blanks: int, filled: int) -> str:
    if not blanks:
        return "统计表没有空白格。"
    kept = blanks - filled
    why = f"{kept} 格按合计关系不应为 0，没有填，请填入实际的数。" if kept else ""
    return f"已在 {filled} 个空白格填 0。{why}" if filled else why
