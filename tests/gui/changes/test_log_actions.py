from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress
from xjdesk.core.change import Change
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.changes.log_actions import ChangeLogActions
from xjdesk.gui.changes.log_window import LogWindow
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow

_CELL = CellAddress("statistics", "meetings", "count")


@pytest.fixture
def actions(empty_window: MainWindow) -> Iterator[ChangeLogActions]:
    made = ChangeLogActions(empty_window, empty_window)
    yield made
    made.close()


def _shown(actions: ChangeLogActions) -> LogWindow:
    actions.show()
    assert actions.window is not None
    assert actions.window.isVisible()
    return actions.window


def test_without_a_document_there_is_nothing_to_show(actions: ChangeLogActions) -> None:
    actions.show()
    assert actions.window is None


def test_it_leads_from_a_change_to_its_place(
    actions: ChangeLogActions, window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    document.submit("修改", [Change(_CELL, document.report.value(_CELL), Decimal(77))])
    document.submit("修改", [Change(SIGNER, document.report.field(SIGNER), "王五")])
    log = _shown(actions)
    log.view.selectRow(1)
    qtbot.keyClick(log.view, Qt.Key.Key_Return)
    assert window.workspace is not None
    here = window.workspace.here()
    assert here is not None
    assert here.place == _CELL


def test_it_knows_where_the_main_window_is(
    actions: ChangeLogActions, window: MainWindow, document: Document
) -> None:
    document.submit("修改", [Change(_CELL, document.report.value(_CELL), Decimal(77))])
    document.submit("修改", [Change(SIGNER, document.report.field(SIGNER), "王五")])
    window.show_place(_CELL)
    log = _shown(actions)
    log.only_here.setChecked(True)
    assert [row.new for row in log.view.chosen()] == ["77"]
    window.show_place(SIGNER)
    assert [row.new for row in log.view.chosen()] == ["王五"]


def test_there_is_one_window_and_it_opens_again(
    actions: ChangeLogActions, document: Document, window: MainWindow, qtbot: QtBot
) -> None:
    first = _shown(actions)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    assert _shown(actions) is first


def test_it_goes_with_its_document(
    actions: ChangeLogActions, window: MainWindow, document: Document
) -> None:
    first = _shown(actions)
    actions.close()
    assert not first.isVisible()
    assert actions.window is None
    assert _shown(actions) is not first
