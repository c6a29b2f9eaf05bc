"""The list of findings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress, ParagraphAddress, Place, SpanAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.report import Paragraph
from xjdesk.core.severity import Severity
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.findings_panel import FindingsPanel
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.gui.status_counts import StatusCounts
from xjdesk.gui.table_page import TablePage
from xjdesk.gui.table_view import TableView
from xjdesk.typesetting.fonts.font_set import FontSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

CLOSED = CellAddress("statistics", "closed_in_time", "count")
STRAY = CellAddress("statistics", "response_channels", "count")


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    assert window.findings_panel is not None
    return window.findings_panel


def _row_of(panel: FindingsPanel, place: Place) -> int:
    rows = range(panel.model.rowCount())
    return next(row for row in rows if place in panel.model.finding_at(row).where)


def _enter(document: Document, address: CellAddress, text: str | None) -> None:
    new = None if text is None else Decimal(text)
    document.submit("填写", [Change(address, content_at(document.report, address), new)])


def test_the_gravest_come_first(panel: FindingsPanel) -> None:
    ranks = [panel.model.finding_at(row).severity.rank for row in range(panel.model.rowCount())]
    assert ranks == sorted(ranks)
    assert panel.model.finding_at(0).severity is Severity.ERROR


def test_the_list_follows_every_edit(panel: FindingsPanel, document: Document) -> None:
    tester = QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    for text in ("51", "52", "50", "0", None, "50"):
        _enter(document, CLOSED, text)
        shown = [panel.model.finding_at(row) for row in range(panel.model.rowCount())]
        assert shown == list(document.findings.sorted())
    document.stack.setIndex(0)
    assert panel.model.rowCount() == len(document.findings.sorted())
    del tester


def test_a_selected_finding_stays_selected_while_others_come_and_go(
    panel: FindingsPanel, document: Document
) -> None:
    row = _row_of(panel, SIGNER)
    panel.view.selectRow(row)
    _enter(document, CLOSED, "51")
    assert panel.view.currentIndex().row() == _row_of(panel, SIGNER) == row + 1


def test_a_click_leads_to_the_cell(panel: FindingsPanel, window: MainWindow, qtbot: QtBot) -> None:
    row = _row_of(panel, STRAY)
    position = panel.view.visualRect(panel.model.index(row, 2)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert window.workspace is not None
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    assert page.view.currentIndex() == page.model.index_of(STRAY)
    assert window.focusWidget() is page.view


def test_enter_leads_to_the_field(panel: FindingsPanel, window: MainWindow, qtbot: QtBot) -> None:
    panel.view.setFocus()
    panel.view.selectRow(_row_of(panel, SIGNER))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field-letterhead-signer"


def test_the_next_finding_can_be_gone_through(panel: FindingsPanel, window: MainWindow) -> None:
    count = panel.model.rowCount()
    for step in range(count + 1):
        window.ui.actionNextFinding.trigger()
        assert panel.view.currentIndex().row() == step % count


def test_the_first_finding_is_not_skipped_after_the_focus_passed_through(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.focusWidget() is panel.view
    assert not panel.view.currentIndex().isValid()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert window.focusWidget() is panel.view
    window.ui.actionNextFinding.trigger()
    assert panel.view.currentIndex().row() == 0


def test_the_arrows_choose_in_the_list_from_where_the_next_finding_is(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.currentIndex().row() == 0
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    window.ui.actionNextFinding.trigger()
    assert panel.view.currentIndex().row() == 2


def test_no_finding_is_skipped_while_they_are_put_right_one_by_one(
    panel: FindingsPanel, window: MainWindow, document: Document
) -> None:
    _enter(document, CLOSED, "51")
    due = [panel.model.finding_at(row).where for row in range(panel.model.rowCount())]
    assert len(due) > 2
    led_to: list[tuple[Place, ...]] = []
    for _ in due:
        window.ui.actionNextFinding.trigger()
        finding = panel.model.finding_at(panel.view.currentIndex().row())
        led_to.append(finding.where)
        if CLOSED in finding.where:
            _enter(document, CLOSED, "50")
        elif STRAY in finding.where:
            _enter(document, STRAY, None)
    assert panel.model.rowCount() == len(due) - 2
    assert led_to == due
    window.ui.actionNextFinding.trigger()
    assert panel.view.currentIndex().row() == 0


def test_a_click_leads_to_the_finding_under_the_pointer_while_a_cell_is_edited(
    panel: FindingsPanel, window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    _enter(document, CLOSED, "51")
    window.show_place(CLOSED)
    grid = window.focusWidget()
    assert isinstance(grid, TableView)
    for key in (Qt.Key.Key_5, Qt.Key.Key_0):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert _row_of(panel, CLOSED) < _row_of(panel, SIGNER)
    target = panel.model.index(_row_of(panel, SIGNER), 2)
    count = panel.model.rowCount()
    position = panel.view.visualRect(target).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert content_at(document.report, CLOSED) == 50
    assert panel.model.rowCount() == count - 1
    reached = window.focusWidget()
    assert reached is not None
    assert reached.objectName() == "field-letterhead-signer"
    assert panel.view.currentIndex().row() == _row_of(panel, SIGNER)


def test_an_edit_leaves_the_focus_where_it_is(
    panel: FindingsPanel, window: MainWindow, document: Document
) -> None:
    assert window.workspace is not None
    window.workspace.page(0).setFocus()
    before = window.focusWidget()
    _enter(document, CLOSED, "51")
    assert window.focusWidget() is before


def test_remedies_of_the_selected_finding_are_shown(
    panel: FindingsPanel, document: Document, window: MainWindow
) -> None:
    remedies = panel.findChild(QLabel, "remedies")
    assert isinstance(remedies, QLabel)
    panel.view.selectRow(_row_of(panel, STRAY))
    assert "清除标题行里的数" in remedies.text()
    _enter(document, STRAY, None)
    assert "清除标题行里的数" not in remedies.text()


def test_a_character_without_a_font_is_told_when_the_fonts_are_known(
    services: Services, dialogs: FakeDialogs, document: Document, qtbot: QtBot
) -> None:
    place = ParagraphAddress("overview", 0)
    old = content_at(document.report, place)
    document.submit("改", [Change(place, old, (Paragraph("𬱖😀有"),))])
    window = MainWindow(services, dialogs)
    window.show_document(document)
    panel, counts, tabs = window.findings_panel, window.findChild(StatusCounts), window.workspace
    assert panel is not None
    assert isinstance(counts, StatusCounts)
    assert tabs is not None
    errors = document.index.counts().errors
    tab = tabs.page_number(place)
    assert tab is not None
    assert tabs.tabIcon(tab).isNull()
    with qtbot.waitSignal(document.findings_changed):
        window.show()
    where = SpanAddress("overview", 0, 1, 2)
    row = _row_of(panel, where)
    assert panel.model.finding_at(row).rule == "P-40"
    assert counts.accessibleName().startswith(f"强制 {errors + 1}，")
    assert not tabs.tabIcon(tab).isNull()
    for _ in range(row + 1):
        window.ui.actionNextFinding.trigger()
    editor = window.focusWidget()
    assert isinstance(editor, QTextEdit)
    assert editor.objectName() == "chapter-overview"
    assert editor.textCursor().selectedText() == "😀"
    editor.textCursor().insertText("无")
    assert document.index.counts().errors == errors
    assert all(panel.model.finding_at(n).rule != "P-40" for n in range(panel.model.rowCount()))
    dialogs.answer = Answer.DISCARD
    window.close()
    window.deleteLater()


def test_a_document_opened_later_is_checked_for_characters_at_once(
    services: Services, dialogs: FakeDialogs, document: Document, qtbot: QtBot
) -> None:
    asked: list[None] = []

    def fonts() -> FontSet:
        asked.append(None)
        return services.fonts()

    window = MainWindow(replace(services, fonts=fonts), dialogs)
    window.show()
    qtbot.waitUntil(lambda: bool(asked))
    document.submit("填写", [Change(SIGNER, "", "马😀")])
    window.show_document(document)
    assert window.findings_panel is not None
    row = _row_of(window.findings_panel, SIGNER)
    assert window.findings_panel.model.finding_at(row).rule == "P-40"
    dialogs.answer = Answer.DISCARD
    window.close()
    window.deleteLater()
