"""导入预览: what was read is seen before it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.exchange.text.written_reports import plain_page, with_texts, written
from tests.samples.clean_reports import HUAIAN_2024, clean_report
from xjdesk.core.address import CellAddress
from xjdesk.exchange.text.account import ImportAccount
from xjdesk.exchange.text.reader import read_report
from xjdesk.gui.document import Document
from xjdesk.gui.files.import_dialog import ImportDialog
from xjdesk.gui.main_window import MainWindow
from xjdesk.storage.form_library import FormLibrary

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

_STROKE = CellAddress("review", "cases", "direct_other")


def _page(library: FormLibrary) -> bytes:
    form = library.form("zfxxgk-2021")
    source = written(form, clean_report(HUAIAN_2024, form))
    misprinted = {"2.其他法律行政法规禁止公开": "2.其他法律行政止公开"}
    faulty = with_texts(source, {_STROKE: "/"})
    return plain_page(type(faulty)(form, faulty.report, faulty.texts, misprinted)).encode()


def _account(library: FormLibrary) -> ImportAccount:
    return read_report(_page(library), "年报.html", library).account


def _rows(dialog: ImportDialog) -> list[tuple[str, str]]:
    groups = (dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount()))
    return [_texts(group.child(n)) for group in groups if group for n in range(group.childCount())]


def _texts(item: QTreeWidgetItem) -> tuple[str, str]:
    return item.text(0), item.text(1)


def test_chapters_tables_and_what_is_uncertain_are_shown(
    qtbot: QtBot, library: FormLibrary
) -> None:
    dialog = ImportDialog("年报.html", _account(library))
    qtbot.addWidget(dialog)
    rows = _rows(dialog)
    assert ("二、主动公开表", "10 格有数") in rows
    assert ("四、复议诉讼表", "14 格有数，1 格是文字") in rows
    assert any("2.其他法律行政止公开" in what for what, _ in rows)
    assert "基本确定" in dialog.summary.text()


def test_a_name_that_looks_like_markup_is_shown_as_it_is(
    qtbot: QtBot, library: FormLibrary
) -> None:
    dialog = ImportDialog("<b>年报</b>.html", _account(library))
    qtbot.addWidget(dialog)
    assert dialog.summary.textFormat() == Qt.TextFormat.PlainText
    assert "<b>年报</b>.html" in dialog.summary.text()


def test_enter_takes_it_and_esc_does_not(qtbot: QtBot, library: FormLibrary) -> None:
    for key, result in (
        (Qt.Key.Key_Return, QDialog.DialogCode.Accepted),
        (Qt.Key.Key_Escape, QDialog.DialogCode.Rejected),
    ):
        dialog = ImportDialog("年报.html", _account(library))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, key)
        assert dialog.result() == result
        assert not dialog.isVisible()


def test_a_page_is_imported_when_it_is_taken(
    empty_window: MainWindow, dialogs: FakeDialogs, library: FormLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "年报.HTML"
    path.write_bytes(_page(library))
    empty_window.files.open_path(path)
    assert dialogs.imports[0].is_page
    document = empty_window.document
    assert document is not None
    assert document.report.value(_STROKE) == "/"


def test_a_report_that_is_not_taken_leaves_the_document(
    window: MainWindow,
    document: Document,
    dialogs: FakeDialogs,
    library: FormLibrary,
    tmp_path: Path,
) -> None:
    path = tmp_path / "年报.html"
    path.write_bytes(_page(library))
    dialogs.takes_import = False
    window.files.open_path(path)
    assert dialogs.imports
    assert window.document is document
