"""What the context menu offers where a finding points at words or at a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.core.address import CellAddress, ParagraphAddress, SpanAddress
from xjdesk.core.change import Change
from xjdesk.core.report import Paragraph
from xjdesk.core.severity import Severity
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.gui.findings.deed import FindingDeed
from xjdesk.gui.findings.mark_menu import add_finding_entries
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.findings.ways_out import Answer
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.view import TableView

Tell = Callable[..., None]

PLACE = ParagraphAddress("requests", 0)
TEXT = "共受理申请200件，答复198件。"
ANSWERED = SpanAddress("requests", 0, 9, 15)
CLOSED = CellAddress("statistics", "closed", "count")
CORRECTION = Change(PLACE, (Paragraph(TEXT),), (Paragraph("共受理申请200件，答复200件。"),))
QUERY = Finding(
    "T-1",
    Severity.QUERY,
    (ANSWERED, CLOSED),
    "答复198件与统计表中办结数200件相差2件，请核实",
    remedies=(
        Remedy("改为200件", changes=(CORRECTION,)),
        Remedy("转到办结数", place=CLOSED),
        *advise("请查台账。"),
    ),
    subject="a",
    basis="1",
)
HEAD = "【核实】答复198件与统计表中办结数200件相差2件，请核实"
IN_LIST = "转到审核结果"
KEYBOARD, MOUSE = QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse


@pytest.fixture
def editor(window: MainWindow, document: Document, tell: Tell) -> ChapterEditor:
    old = document.report.chapter("requests").paragraphs
    document.submit("改", [Change(PLACE, old, (Paragraph(TEXT),))])
    tell(QUERY)
    window.show_place(PLACE)
    editor = window.findChild(ChapterEditor, "chapter-requests")
    assert isinstance(editor, ChapterEditor)
    return editor


def _put_caret(editor: QTextEdit, at: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(at if anchor is None else anchor)
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


class Offered:
    """What context menus offer: the text of each entry, and of those that can be chosen."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.entries: list[str] = []
        self.enabled: list[str] = []

    def at(
        self, receiver: QWidget, reason: QContextMenuEvent.Reason, at: QPoint, choice: str = ""
    ) -> list[str]:
        """Open the menu at a point of `receiver` and close it; take the entry `choice`, if any."""
        self.entries = []
        QTimer.singleShot(0, partial(self._read, choice))
        event = QContextMenuEvent(reason, at, receiver.mapToGlobal(at))
        QApplication.sendEvent(receiver, event)
        self._qtbot.waitUntil(lambda: bool(self.entries))
        return self.entries

    def _read(self, choice: str) -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        actions = [action for action in menu.actions() if not action.isSeparator()]
        self.entries = [action.text() for action in actions]
        self.enabled = [action.text() for action in actions if action.isEnabled()]
        for action in actions:
            if action.text() == choice:
                action.trigger()
        menu.close()


@pytest.fixture
def offered(qtbot: QtBot) -> Offered:
    return Offered(qtbot)


def _over(editor: QTextEdit, position: int) -> QPoint:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return editor.cursorRect(cursor).center() + QPoint(3, 0)


def _text(document: Document) -> str:
    return document.report.chapter("requests").paragraphs[0].text


def _grid(window: MainWindow) -> TableView:
    window.show_place(CLOSED)
    grid = window.findChild(TableView, "grid-statistics")
    assert isinstance(grid, TableView)
    return grid


def test_marked_words_offer_the_ways_out_before_the_usual_entries(
    editor: ChapterEditor, offered: Offered
) -> None:
    entries = offered.at(editor.viewport(), MOUSE, _over(editor, 10))
    assert entries[:5] == [HEAD, "改为200件", "转到办结数", Answer.EXPLAIN.value, IN_LIST]
    assert "引用统计数(&L)…" in entries[5:]
    assert HEAD not in offered.enabled
    assert offered.enabled[:4] == entries[1:5]


def test_words_without_a_mark_offer_nothing_of_it(editor: ChapterEditor, offered: Offered) -> None:
    assert IN_LIST not in offered.at(editor.viewport(), MOUSE, _over(editor, 2))


@pytest.mark.parametrize(
    ("caret", "anchor", "is_there"),
    [(8, 8, False), (9, 9, True), (15, 15, True), (16, 16, False), (9, 4, False), (10, 4, True)],
)
def test_the_menu_key_means_the_words_at_the_caret(
    editor: ChapterEditor, offered: Offered, caret: int, anchor: int, is_there: bool
) -> None:
    _put_caret(editor, caret, anchor)
    # Where the pointer happens to be is no matter.
    entries = offered.at(editor, KEYBOARD, _over(editor, 2))
    assert (IN_LIST in entries) == is_there


def test_a_remedy_is_carried_out_in_one_step_and_writing_goes_on(
    editor: ChapterEditor, offered: Offered, document: Document, window: MainWindow, qtbot: QtBot
) -> None:
    count = document.stack.count()
    offered.at(editor.viewport(), MOUSE, _over(editor, 10), "改为200件")
    assert _text(document) == "共受理申请200件，答复200件。"
    assert document.stack.count() == count + 1
    assert window.statusBar().currentMessage() == "已处理：改为200件。可以撤销。"
    assert window.focusWidget() is editor


def test_an_explanation_is_written_in_the_list_even_if_it_was_hidden(
    editor: ChapterEditor, offered: Offered, window: MainWindow, panel: FindingsPanel
) -> None:
    window.ui.findingsDock.hide()
    panel.filter.setText("没有这样的词")
    offered.at(editor.viewport(), MOUSE, _over(editor, 10), Answer.EXPLAIN.value)
    assert window.ui.findingsDock.isVisible()
    assert not panel.detail.editor.isHidden()
    focus = window.focusWidget()
    assert focus is not None
    assert panel.detail.editor.isAncestorOf(focus)


def test_the_finding_is_shown_in_the_list(
    editor: ChapterEditor, offered: Offered, window: MainWindow, panel: FindingsPanel
) -> None:
    offered.at(editor.viewport(), MOUSE, _over(editor, 10), IN_LIST)
    row = panel.model.row_at(panel.view.currentIndex())
    assert row is not None
    assert row.finding == QUERY
    assert window.focusWidget() is panel.view


def test_a_cell_offers_the_ways_out_of_its_findings(
    editor: ChapterEditor, offered: Offered, window: MainWindow, document: Document
) -> None:
    grid = _grid(window)
    at = grid.table_model.index_of(CLOSED)
    pointed = offered.at(grid.viewport(), MOUSE, grid.visualRect(at).center())
    assert pointed[:4] == [HEAD, "改为200件", "转到办结数", Answer.EXPLAIN.value]
    assert "复制(&C)" in pointed
    by_key = offered.at(grid, KEYBOARD, QPoint(1, 1), "改为200件")
    assert by_key == pointed
    assert _text(document) == "共受理申请200件，答复200件。"


def test_another_cell_offers_the_usual_entries(
    editor: ChapterEditor, offered: Offered, window: MainWindow
) -> None:
    grid = _grid(window)
    at = grid.table_model.index_of(CellAddress("statistics", "meetings", "count"))
    assert offered.at(grid.viewport(), MOUSE, grid.visualRect(at).center())[0] == "剪切(&T)"


def test_where_nothing_can_be_edited_only_what_leads_somewhere_can_be_chosen(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("复制")
    add_finding_entries(menu, (QUERY,), [].append, can_change=False)
    enabled = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["转到办结数", IN_LIST, "复制"]


def test_of_many_findings_the_gravest_are_offered_and_long_sentences_shortened(
    qtbot: QtBot,
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("复制")
    deeds: list[FindingDeed] = []
    long = replace(QUERY, message="甲&" * 40, remedies=(), severity=Severity.ERROR)
    found = tuple(replace(long, subject=str(number)) for number in range(5))
    add_finding_entries(menu, found, deeds.append, can_change=True)
    texts = [action.text() for action in menu.actions() if action.text()]
    head = texts[0]
    assert head.startswith("【强制】甲&&甲")
    assert head.endswith("…")
    assert texts.count(head) == 3
    assert menu.actions()[0].toolTip() == long.message
    assert texts[-2:] == ["此处还有2条，转到审核结果", "复制"]
    next(a for a in menu.actions() if a.text() == texts[-2]).trigger()
    assert deeds == [FindingDeed(found[3])]


def test_undo_of_the_control_itself_is_not_offered(editor: ChapterEditor, offered: Offered) -> None:
    entries = offered.at(editor.viewport(), MOUSE, _over(editor, 2))
    assert entries[0] == "引用统计数(&L)…"
    assert not any("Ctrl+Z" in entry or "Ctrl+Y" in entry for entry in entries)
    assert any("Ctrl+A" in entry for entry in entries)
