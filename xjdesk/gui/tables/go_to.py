"""Leading to a cell of any table by a few words of its name: Ctrl+G."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from xjdesk.core.address import CellAddress
from xjdesk.core.form import Form
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Report
from xjdesk.core.row_name import cell_name, labels_of
from xjdesk.gui.searching.choices import SearchChoice
from xjdesk.gui.shell import Shell

if TYPE_CHECKING:
    # Loaded when it is wanted.
    from xjdesk.gui.searching.popup import SearchPopup

_HINT = "输入行名、列名或指标中的几个字，如“行政复议”“延期”"


class GoToCell:
    """Offers every cell that takes a number, and leads to the one that is chosen."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent
        self.popup: SearchPopup | None = None

    def show(self) -> None:
        """Show the window to search in, with what stands in the open editor as well."""
        self._shell.commit_pending()
        document = self._shell.document
        if document is None:
            return
        if self.popup is None:
            from xjdesk.gui.searching.popup import SearchPopup

            self.popup = SearchPopup("定位", _HINT, self._parent)
            self.popup.setObjectName("go-to")
            self.popup.chosen.connect(self._on_chosen)
        self.popup.offer(cell_choices(document.form, document.report))

    def close(self) -> None:
        """Put it away: its document is closed."""
        if self.popup is not None:
            self.popup.reject()

    def _on_chosen(self, choice: SearchChoice) -> None:
        if isinstance(choice.meant, CellAddress):
            self._shell.show_place(choice.meant)


def cell_choices(form: Form, report: Report) -> list[SearchChoice]:
    """All cells that take a number, by name, with the table they stand in and what they hold."""
    return [
        SearchChoice(
            name=str(cell_name(form, cell)),
            meant=cell,
            detail=form.table(cell.table).tab,
            key=show_entry(report.value(cell)),
            also=" ".join(labels_of(form, cell)),
        )
        for cell in form.indicator_cells()
    ]
