"""The whole job by keyboard alone, from an empty window to the files that are handed up.

Run as a program of its own: python -m tests.gui.keyboard.whole_job FOLDER
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QWidget

from tests.gui.keyboard.typist import Steps, Typist, focus
from tests.own_process import tell
from tests.program_services import services_in
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.checks.table.computed_totals import TotalCells
from xjdesk.core import document_fields as fields
from xjdesk.core.address import CellAddress, FieldAddress
from xjdesk.core.numbers import show_entry
from xjdesk.core.report import Chapter, Report
from xjdesk.core.severity import Severity
from xjdesk.core.table import Table
from xjdesk.gui.application import make_application
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.view import TableView
from xjdesk.gui.workspace import Workspace

_Key, _Held = Qt.Key, Qt.KeyboardModifier
_FORM = "zfxxgk-2021"
_FIELDS = (fields.ISSUER, fields.TITLE, fields.ORGAN, fields.DATE)
_MISTYPED, _TYPED_FOR_IT = CellAddress("review", "cases", "reconsideration_total"), "99"
_MOST_STEPS = 400
NAME = "年度报告"
_Holds = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Job:
    """How the job went.

    `keys` and `characters`, those of the input method, are by the name of the part of the job;
    `values` is how many numbers were typed, the others were filled in on request; `errors` how
    many findings were errors when the report was entered, and when it was done.
    """

    keys: dict[str, int]
    characters: dict[str, int]
    values: int
    errors: tuple[int, int]


def main() -> None:
    """Do the job with all files in the folder named, and tell how it went."""
    folder = Path(sys.argv[1])
    services = services_in(folder / "state")
    services.settings.keep_folder(folder)
    application = make_application(services, ["xjdesk"])
    window = MainWindow(services)
    window.show()
    window.activateWindow()
    clerk = Clerk(window, folder, clean_report(HUAIAN_2024, services.forms.form(_FORM)))
    typist = Typist(window, clerk.work, clerk.tell)
    application.setProperty("typist", typist)
    application.exec()


class Clerk:
    """Knows what the finished report holds, and types it."""

    def __init__(self, window: MainWindow, folder: Path, report: Report) -> None:
        self._window, self._folder, self._report = window, folder, report
        self._keys: dict[str, int] = {}
        self._characters: dict[str, int] = {}
        self._values = self._errors = 0

    def work(self, typist: Typist) -> Steps:
        """All parts of the job, one after the other."""
        yield from typist.until(lambda: QApplication.activeWindow() is not None, "window")
        for name, part in (
            ("新建", self._begin),
            ("公文信息", self._fill_fields),
            ("正文", self._write_chapters),
            ("统计表", self._fill_tables),
            ("改正", self._put_right),
            ("保存", self._save),
            ("导出", self._export),
        ):
            keys, characters = typist.keys, typist.characters
            yield from part(typist)
            self._keys[name] = typist.keys - keys
            self._characters[name] = typist.characters - characters

    def tell(self, typist: Typist) -> None:
        """Say how it went, and end the program."""
        errors = (self._errors, self._error_count())
        tell(Job(self._keys, self._characters, self._values, errors))
        sys.stdout.flush()
        os._exit(0)

    @property
    def _document(self) -> Document:
        assert self._window.document is not None
        return self._window.document

    @property
    def _workspace(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    def _error_count(self) -> int:
        return sum(f.severity is Severity.ERROR for f in self._document.index.findings)

    def _begin(self, typist: Typist) -> Steps:
        yield from typist.press(_Key.Key_N, _Held.ControlModifier)
        yield from typist.until(_dialog_stands, "assistant")
        yield from self._choose_year(typist)
        while _dialog_stands():
            yield from typist.press(_Key.Key_Return)
        yield from typist.until(lambda: self._window.document is not None, "report")
        assert self._document.report.form_id == self._report.form_id
        assert self._document.report.year == self._report.year
        yield from typist.until(lambda: self._document.check_data is not None, "checks")
        yield from typist.until(lambda: QApplication.focusWidget() is not None, "focus")

    def _choose_year(self, typist: Typist) -> Steps:
        box = focus()
        assert isinstance(box, QComboBox), box
        while box.currentData() > self._report.year:
            yield from typist.press(_Key.Key_Down)

    def _fill_fields(self, typist: Typist) -> Steps:
        for address in _FIELDS:
            text = self._report.field(address)
            yield from self._go_to_field(typist, address)
            if self._document.report.field(address) != text:
                yield from typist.press(_Key.Key_A, _Held.ControlModifier)
                yield from typist.write(text)
        yield from typist.press(_Key.Key_Tab)
        for address in _FIELDS:
            assert self._document.report.field(address) == self._report.field(address)

    def _go_to_field(self, typist: Typist, address: FieldAddress) -> Steps:
        name = f"field-{address.group}-{address.name}"
        number = self._workspace.page_number(address)
        assert number is not None
        if number != self._workspace.currentIndex():
            yield from self._go_to_tab(typist, number)
        yield from self._tab_to(typist, lambda: focus().objectName() == name, name)

    def _write_chapters(self, typist: Typist) -> Steps:
        for chapter in self._report.chapters:
            if chapter.paragraphs:
                yield from self._write(typist, chapter)

    def _write(self, typist: Typist, chapter: Chapter) -> Steps:
        number = next(
            n for n in range(self._workspace.count()) if self._shows_chapter(n, chapter.id)
        )
        yield from self._go_to_tab(typist, number)
        yield from self._tab_to(typist, lambda: isinstance(focus(), ChapterEditor), chapter.id)
        for at, paragraph in enumerate(chapter.paragraphs):
            if at:
                yield from typist.press(_Key.Key_Return)
                yield from self._drop_proposed_number(typist)
            yield from typist.write(paragraph.text)
        written = self._document.report.chapter(chapter.id).paragraphs
        assert [p.text for p in written] == [p.text for p in chapter.paragraphs]

    def _drop_proposed_number(self, typist: Typist) -> Steps:
        """Behind a heading the number of the next one is proposed; it is typed with the text."""
        editor = focus()
        assert isinstance(editor, ChapterEditor)
        if editor.textCursor().block().text():
            yield from typist.press(_Key.Key_Backspace)
        assert not editor.textCursor().block().text()

    def _shows_chapter(self, number: int, chapter_id: str) -> bool:
        page = self._workspace.page(number)
        return page.findChild(ChapterEditor, f"chapter-{chapter_id}") is not None

    def _fill_tables(self, typist: Typist) -> Steps:
        form = self._document.form
        for table in form.tables:
            first = _first_cell(table)
            number = self._workspace.page_number(first)
            assert number is not None
            yield from self._go_to_tab(typist, number)
            yield from self._tab_to(typist, lambda: isinstance(focus(), TableView), table.id)
            yield from self._fill(typist, table)
        yield from self._run(typist, "空白格填0")
        for table in filter(_has_totals_filled, form.tables):
            number = self._workspace.page_number(_first_cell(table))
            assert number is not None
            yield from self._go_to_tab(typist, number)
            yield from self._tab_to(typist, lambda: isinstance(focus(), TableView), table.id)
            yield from typist.press(_Key.Key_Equal, _Held.AltModifier)

    def _fill(self, typist: Typist, table: Table) -> Steps:
        grid = focus()
        assert isinstance(grid, TableView)
        totals = set(TotalCells(self._document.form, table)) if _has_totals_filled(table) else set()
        yield from typist.press(_Key.Key_Home, _Held.ControlModifier)
        for row, column in grid.table_model.grid.fillable:
            cell = grid.table_model.grid.address(row, column)
            assert cell is not None
            at = grid.currentIndex()
            assert (at.row(), at.column()) == (row, column), f"{cell} was not reached"
            text = show_entry(self._report.value(cell))
            if text not in ("", "0") and cell not in totals:
                yield from typist.write(_TYPED_FOR_IT if cell == _MISTYPED else text)
                self._values += 1
            yield from typist.press(_Key.Key_Tab)

    def _put_right(self, typist: Typist) -> Steps:
        yield from typist.until(lambda: self._error_count() > 0, "an error that was found")
        self._errors = self._error_count()
        for _ in range(_MOST_STEPS):
            yield from typist.press(_Key.Key_F8)
            here = self._workspace.here()
            if here is not None and here.place == _MISTYPED:
                break
        else:
            raise AssertionError(f"no finding leads to {_MISTYPED}")
        yield from typist.write(show_entry(self._report.value(_MISTYPED)))
        yield from typist.press(_Key.Key_Return)

    def _save(self, typist: Typist) -> Steps:
        yield from typist.press(_Key.Key_S, _Held.ControlModifier)
        yield from self._name_file(typist, NAME)
        file = self._folder / f"{NAME}.xjd"
        yield from typist.until(lambda: file.exists() and not self._document.is_modified, "saved")

    def _export(self, typist: Typist) -> Steps:
        for held, suffix in (
            (_Held.ControlModifier, "pdf"),
            (_Held.ControlModifier | _Held.ShiftModifier, "xlsx"),
        ):
            yield from typist.press(_Key.Key_E, held)
            yield from self._name_file(typist, "")
            file = self._folder / f"{NAME}.{suffix}"
            yield from typist.until(lambda file=file: file.exists(), str(file))

    def _name_file(self, typist: Typist, name: str) -> Steps:
        """Take the proposed folder, and the proposed name where none is given."""
        yield from typist.until(
            lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "file dialog"
        )
        if name:
            yield from typist.press(_Key.Key_A, _Held.ControlModifier)
            yield from typist.write(name)
        yield from typist.press(_Key.Key_Return)
        yield from typist.until(lambda: not _dialog_stands(), "dialog closed")

    def _run(self, typist: Typist, command: str) -> Steps:
        """A command by its name, from the search for commands."""
        yield from typist.press(_Key.Key_P, _Held.ControlModifier | _Held.ShiftModifier)
        yield from typist.until(lambda: isinstance(focus(), QLineEdit), "search for commands")
        yield from typist.write(command)
        yield from typist.press(_Key.Key_Return)

    def _go_to_tab(self, typist: Typist, number: int) -> Steps:
        while self._workspace.currentIndex() != number:
            yield from typist.press(_Key.Key_Tab, _Held.ControlModifier)

    def _tab_to(self, typist: Typist, is_there: _Holds, what: str) -> Steps:
        passed: list[QWidget] = []
        while not is_there():
            assert len(passed) < _MOST_STEPS, f"{what} is not to be reached: {passed[-5:]}"
            passed.append(focus())
            yield from typist.press(_Key.Key_Tab)


def _has_totals_filled(table: Table) -> bool:
    """Whether the totals are left to the program, and not typed with the other numbers."""
    return table.id != _MISTYPED.table


def _first_cell(table: Table) -> CellAddress:
    return next(cell for row in table.rows for cell in table.cells_in(row.id))


def _dialog_stands() -> bool:
    return isinstance(QApplication.activeModalWidget(), QDialog)


if __name__ == "__main__":
    main()
