"""The list of findings: what it shows, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.findings.panel_rows import (
    CLOSED,
    STRAY,
    current,
    findings,
    index_of,
    number_of,
    select,
)
from xjdesk.checks.finding import Finding
from xjdesk.core.address import CellAddress, ParagraphAddress, Place, SpanAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.core.report import Paragraph
from xjdesk.core.severity import Severity
from xjdesk.gui.dialogs import Answer
from xjdesk.gui.document import Document
from xjdesk.gui.findings.grouping import Grouping
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.status_counts import StatusCounts
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.tables.view import TableView
from xjdesk.typesetting.fonts.font_set import FontSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs

Tell = Callable[..., None]


def _titles(panel: FindingsPanel) -> list[str]:
    return [str(panel.model.index(n, 0).data()) for n in range(panel.model.rowCount())]


def _enter(document: Document, address: CellAddress, text: str | None) -> None:
    new = None if text is None else Decimal(text)
    document.submit("填写", [Change(address, content_at(document.report, address), new)])


def _hint(rule: str, place: Place, message: str = "") -> Finding:
    return Finding(rule, Severity.HINT, (place,), message or rule)


def test_the_gravest_come_first(panel: FindingsPanel) -> None:
    ranks = [finding.severity.rank for finding in findings(panel)]
    assert ranks == sorted(ranks)
    assert ranks[0] == Severity.ERROR.rank


def test_the_list_follows_every_edit(panel: FindingsPanel, document: Document) -> None:
    tester = QAbstractItemModelTester(
        panel.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    for text in ("51", "52", "50", "0", None, "50"):
        _enter(document, CLOSED, text)
        assert findings(panel) == list(document.findings.sorted())
    document.stack.setIndex(0)
    assert findings(panel) == list(document.findings.sorted())
    del tester


def test_groups_tell_their_number(panel: FindingsPanel, document: Document) -> None:
    counts = document.index.counts()
    assert _titles(panel) == [
        f"强制（{counts.errors}）",
        f"核实（{counts.queries}）",
        f"提示（{counts.hints}）",
    ]


def test_by_tab_the_groups_bear_the_titles_of_the_tabs(
    panel: FindingsPanel, window: MainWindow
) -> None:
    assert window.workspace is not None
    titles = [window.workspace.page_title(n) for n in range(window.workspace.count())]
    panel.grouping.chosen.emit(Grouping.TAB)
    shown = [title.split("（")[0] for title in _titles(panel)]
    assert "统计表" in shown
    assert shown == [title for title in titles if title in shown]


def test_the_grouping_is_remembered(
    panel: FindingsPanel,
    window: MainWindow,
    document: Document,
    services: Services,
    look: SeverityLook,
) -> None:
    assert panel.grouping.currentText() == "按级别"
    panel.grouping.chosen.emit(Grouping.TAB)
    assert window.workspace is not None
    settings, tabs = services.settings, window.workspace
    another = FindingsPanel(document, look, tabs, settings, window)
    assert another.grouping.currentText() == "按页签"
    assert _titles(another) == _titles(panel)
    services.settings.keep("findings/grouping", "nonsense")
    another = FindingsPanel(document, look, tabs, settings, window)
    assert another.grouping.currentText() == "按级别"


def test_a_selected_finding_stays_selected_while_others_come_and_go(
    panel: FindingsPanel, document: Document
) -> None:
    select(panel, SIGNER)
    number = current(panel)
    _enter(document, CLOSED, "51")
    assert current(panel) == number_of(panel, SIGNER) == number + 1
    panel.grouping.chosen.emit(Grouping.TAB)
    assert current(panel) == number_of(panel, SIGNER)


def test_a_selected_finding_stays_selected_while_its_words_move(
    panel: FindingsPanel, document: Document, tell: Callable[..., None]
) -> None:
    def finding(start: int) -> Finding:
        where = (SpanAddress("overview", 0, start, start + 2),)
        return Finding("P-01", Severity.HINT, where, f"第{start}字", subject="公开")

    others = _hint("A", ISSUER), _hint("B", SIGNER)
    tell(others[0], finding(4), others[1])
    panel.view.setCurrentIndex(panel.model.index_of_row(1))
    tell(others[0], finding(5), others[1])
    assert current(panel) == 1
    message = panel.detail.findChild(QLabel, "finding-message")
    assert isinstance(message, QLabel)
    assert message.text() == "第5字"


def test_groups_stay_closed_while_findings_come_and_go(
    panel: FindingsPanel, document: Document
) -> None:
    group = panel.model.index(0, 0)
    assert panel.view.isExpanded(group)
    panel.view.collapse(group)
    _enter(document, CLOSED, "51")
    assert not panel.view.isExpanded(panel.model.index(0, 0))
    panel.grouping.chosen.emit(Grouping.TAB)
    panel.grouping.chosen.emit(Grouping.SEVERITY)
    assert not panel.view.isExpanded(panel.model.index(0, 0))
    assert panel.view.isExpanded(panel.model.index(1, 0))


def test_a_click_leads_to_the_cell(panel: FindingsPanel, window: MainWindow, qtbot: QtBot) -> None:
    position = panel.view.visualRect(index_of(panel, STRAY)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert window.workspace is not None
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, TablePage)
    assert page.view.currentIndex() == page.model.index_of(STRAY)
    assert window.focusWidget() is page.view


def test_a_click_on_a_group_closes_and_opens_it(panel: FindingsPanel, qtbot: QtBot) -> None:
    for is_open in (False, True):
        group = panel.model.index(0, 0)
        position = panel.view.visualRect(group).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
        assert panel.view.isExpanded(panel.model.index(0, 0)) == is_open


def test_enter_leads_to_the_field(panel: FindingsPanel, window: MainWindow, qtbot: QtBot) -> None:
    panel.view.setFocus()
    select(panel, SIGNER)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field-letterhead-signer"


def test_the_findings_can_be_gone_through_both_ways(
    panel: FindingsPanel, window: MainWindow
) -> None:
    count = len(findings(panel))
    for step in range(count + 1):
        window.ui.actionNextFinding.trigger()
        assert current(panel) == step % count
    for step in range(count + 1):
        window.ui.actionPreviousFinding.trigger()
        assert current(panel) == -1 - step + count * (1 + step // count)


def test_the_way_through_goes_as_the_list_is_shown(
    panel: FindingsPanel, window: MainWindow
) -> None:
    panel.grouping.chosen.emit(Grouping.TAB)
    panel.view.collapseAll()
    panel.filter.setText("统计表")
    shown = findings(panel)
    assert 1 < len(shown) < len(panel._rows)
    for finding in shown:
        window.ui.actionNextFinding.trigger()
        current = panel.model.row_at(panel.view.currentIndex())
        assert current is not None
        assert current.finding is finding
        assert panel.view.isExpanded(panel.view.currentIndex().parent())


def test_without_an_open_finding_the_way_leads_nowhere(
    panel: FindingsPanel, window: MainWindow, tell: Callable[..., None]
) -> None:
    tell()
    window.ui.actionNextFinding.trigger()
    assert window.ui.statusBar.currentMessage() == "没有待处理的审核结果。"
    assert not panel.view.isVisible()


def test_what_moved_up_for_a_settled_finding_stays_selected_when_the_list_is_rearranged(
    panel: FindingsPanel, document: Document
) -> None:
    panel.filter.setText("统计表")
    panel.show_next()
    gone = findings(panel)[current(panel)]
    document.submit("清除该值", gone.remedies[0].changes)
    selected = findings(panel)[current(panel)]
    panel.filter.clear()
    assert findings(panel)[current(panel)] == selected
    panel.grouping.chosen.emit(Grouping.TAB)
    assert findings(panel)[current(panel)] == selected


def test_after_enter_on_what_moved_up_the_next_finding_is_another(
    panel: FindingsPanel, document: Document, qtbot: QtBot
) -> None:
    panel.show_next()
    document.submit("清除该值", findings(panel)[current(panel)].remedies[0].changes)
    moved_up = current(panel)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    panel.show_next()
    assert current(panel) == moved_up + 1


def test_the_filter_narrows_the_list_and_escape_clears_it(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    everything = len(findings(panel))
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "D-02")
    assert [finding.where for finding in findings(panel)] == [(SIGNER,)]
    panel.filter.insert("没有这个词")
    assert not panel.view.isVisible()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert len(findings(panel)) == everything
    assert panel.view.isVisible()
    assert panel.filter.hasFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.view.hasFocus()


def test_the_first_finding_is_not_skipped_after_the_focus_passed_through(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.focusWidget() is panel.view
    assert not panel.view.currentIndex().isValid()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert window.focusWidget() is panel.view
    window.ui.actionNextFinding.trigger()
    assert current(panel) == 0


def test_the_arrows_choose_in_the_list_from_where_the_next_finding_is(
    panel: FindingsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    # The first row is the title of the first group, which has one finding.
    for _ in range(4):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    number = current(panel)
    window.ui.actionNextFinding.trigger()
    assert current(panel) == number + 1


def test_no_finding_is_skipped_while_they_are_put_right_one_by_one(
    panel: FindingsPanel, window: MainWindow, document: Document
) -> None:
    _enter(document, CLOSED, "51")
    due = [finding.where for finding in findings(panel)]
    led_to: list[tuple[Place, ...]] = []
    for _ in due:
        window.ui.actionNextFinding.trigger()
        finding = findings(panel)[current(panel)]
        led_to.append(finding.where)
        if CLOSED in finding.where:
            _enter(document, CLOSED, "50")
        elif STRAY in finding.where:
            _enter(document, STRAY, None)
    assert len(findings(panel)) == len(due) - 2
    assert led_to == due
    window.ui.actionNextFinding.trigger()
    assert current(panel) == 0


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
    assert number_of(panel, CLOSED) < number_of(panel, SIGNER)
    count = len(findings(panel))
    panel.view.scrollTo(index_of(panel, SIGNER))
    position = panel.view.visualRect(index_of(panel, SIGNER)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert content_at(document.report, CLOSED) == 50
    assert len(findings(panel)) < count
    reached = window.focusWidget()
    assert reached is not None
    assert reached.objectName() == "field-letterhead-signer"
    assert current(panel) == number_of(panel, SIGNER)


def test_an_edit_leaves_the_focus_where_it_is(
    panel: FindingsPanel, window: MainWindow, document: Document
) -> None:
    assert window.workspace is not None
    window.workspace.page(0).setFocus()
    before = window.focusWidget()
    _enter(document, CLOSED, "51")
    assert window.focusWidget() is before


def test_typing_is_never_interrupted_while_findings_come_and_go(
    panel: FindingsPanel, window: MainWindow
) -> None:
    window.ui.actionNextFinding.trigger()
    window.show_place(ParagraphAddress("overview", 0))
    editor = window.focusWidget()
    assert isinstance(editor, QTextEdit)
    typed = "会议１００次（（。。"
    for letter in typed:
        editor.textCursor().insertText(letter)
        assert window.focusWidget() is editor
    assert typed in editor.toPlainText()


def test_the_list_stands_still_while_findings_above_come_and_go(
    panel: FindingsPanel, document: Document
) -> None:
    panel.view.resize(300, 200)
    for _ in range(4):
        panel.show_next()
    bar = panel.view.verticalScrollBar()
    stays = QPersistentModelIndex(panel.view.currentIndex())
    before = panel.view.visualRect(stays).top()
    assert bar.value() > 0
    document.submit("清除", [Change(STRAY, Decimal(0), None)])
    assert panel.view.visualRect(stays).top() == before
    document.undo()
    assert panel.view.visualRect(stays).top() == before


def test_the_list_stands_still_when_the_selected_finding_becomes_another(
    panel: FindingsPanel, document: Document, tell: Tell
) -> None:
    hints = [_hint(f"X-{n}", ISSUER, "提示。" * 20) for n in range(20)]
    tell(*hints)
    panel.view.resize(300, 200)
    panel.view.setCurrentIndex(panel.model.index_of_row(9))
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.value() - 20)
    before = bar.value()
    tell(*hints[:9], _hint("Y", ISSUER, hints[9].message), *hints[10:])
    assert bar.value() == before > 0
    assert current(panel) == 9


def test_everything_in_the_panel_has_a_name(panel: FindingsPanel) -> None:
    for control in (panel.view, panel.filter, panel.grouping, panel.detail):
        assert control.accessibleName()


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
    assert "强制" not in tabs.tabToolTip(tab)
    with qtbot.waitSignal(document.findings_changed):
        window.show()
    where = SpanAddress("overview", 0, 1, 2)
    row = number_of(panel, where)
    assert findings(panel)[row].rule == "P-40"
    assert counts.accessibleName().startswith(f"强制 {errors + 1}，")
    assert "强制1条" in tabs.tabToolTip(tab)
    for _ in range(row + 1):
        window.ui.actionNextFinding.trigger()
    editor = window.focusWidget()
    assert isinstance(editor, QTextEdit)
    assert editor.objectName() == "chapter-overview"
    assert editor.textCursor().selectedText() == "😀"
    editor.textCursor().insertText("无")
    assert document.index.counts().errors == errors
    assert all(finding.rule != "P-40" for finding in findings(panel))
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
    number = number_of(window.findings_panel, SIGNER)
    assert findings(window.findings_panel)[number].rule == "P-40"
    dialogs.answer = Answer.DISCARD
    window.close()
    window.deleteLater()
