"""The ways out of the selected finding: buttons, explanations, dismissals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from xjdesk.checks.finding import Finding
from xjdesk.checks.remedy import Remedy, advise
from xjdesk.checks.settlement import Standing
from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import ISSUER, SIGNER
from xjdesk.core.report import Paragraph
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.findings.panel import FindingsPanel
from xjdesk.gui.findings.ways_out import Answer
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.view import TableView
from xjdesk.storage.project_file import read_project, write_project
from xjdesk.typesetting.pages import Origin

CLOSED = CellAddress("statistics", "closed", "count")
RULE = "H14-12c"
Tell = Callable[..., None]

ERROR = Finding("T-1", Severity.ERROR, (ISSUER,), "强制的", remedies=advise("请更正。"))
QUERY = Finding("T-2", Severity.QUERY, (SIGNER,), "核实的", basis="1")
HINT = Finding("T-3", Severity.HINT, (SIGNER,), "提示的", basis="1")


def _select(panel: FindingsPanel, rule: str) -> None:
    rows = list(panel.model.rows())
    number = next(n for n, row in enumerate(rows) if row.finding.rule == rule)
    panel.view.setCurrentIndex(panel.model.index_of_row(number))


def _standing(panel: FindingsPanel, rule: str) -> Standing:
    return next(r.settled.standing for r in panel.model.rows() if r.finding.rule == rule)


def _buttons(panel: FindingsPanel) -> list[str]:
    """What the buttons that are to be seen say."""
    found = panel.detail.ways.findChildren(QPushButton)
    return [button.accessibleName() for button in found if not button.isHidden()]


def _press(panel: FindingsPanel, name: str) -> None:
    found = panel.detail.findChildren(QPushButton)
    button = next(b for b in found if b.accessibleName() == name and b.isVisible())
    button.click()


def _label(panel: FindingsPanel, name: str) -> str:
    """The text of a label of the detail area; empty while it is hidden."""
    labels = panel.detail.findChildren(QLabel, name)
    return next((label.text() for label in labels if not label.isHidden()), "")


def _text(panel: FindingsPanel) -> QPlainTextEdit:
    text = panel.detail.findChild(QPlainTextEdit, "explanation")
    assert isinstance(text, QPlainTextEdit)
    return text


def _explain(panel: FindingsPanel, words: str) -> None:
    _press(panel, Answer.EXPLAIN.value)
    _text(panel).setPlainText(words)
    _press(panel, "保存说明")


def _enter(document: Document, address: CellAddress, number: int) -> None:
    old = content_at(document.report, address)
    document.submit("填写", [Change(address, old, Decimal(number))])


def test_each_severity_has_its_answer(panel: FindingsPanel, tell: Tell) -> None:
    tell(ERROR, QUERY, HINT)
    for finding, expected in (
        (ERROR, []),
        (QUERY, ["写情况说明…"]),
        (HINT, ["不再提示"]),
    ):
        _select(panel, finding.rule)
        assert _buttons(panel) == expected
        assert _label(panel, "finding-message") == finding.message
    _select(panel, ERROR.rule)
    assert _label(panel, "advice") == "· 请更正。"


def test_a_remedy_with_a_place_leads_there(
    panel: FindingsPanel, window: MainWindow, tell: Tell
) -> None:
    tell(replace(ERROR, remedies=(Remedy("转到签发人", place=SIGNER), *advise("或者不管。"))))
    _select(panel, ERROR.rule)
    _press(panel, "转到签发人")
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field-letterhead-signer"


def test_a_remedy_with_changes_is_one_step_and_shows_its_tab(
    panel: FindingsPanel, window: MainWindow, document: Document, tell: Tell
) -> None:
    before = document.report
    changes = (
        Change(CLOSED, content_at(before, CLOSED), Decimal(199)),
        Change(SIGNER, "", "马志宏"),
    )
    tell(replace(ERROR, remedies=(Remedy("填入办结数199", changes=changes),)))
    _select(panel, ERROR.rule)
    _press(panel, "填入办结数199")
    assert document.report.value(CLOSED) == 199
    assert document.report.field(SIGNER) == "马志宏"
    assert document.stack.undoText() == "填入办结数199"
    tabs = window.workspace
    assert tabs is not None
    assert tabs.currentIndex() == tabs.page_number(CLOSED)
    document.undo()
    assert document.report == before


def test_words_that_a_remedy_changed_are_where_the_caret_is(
    panel: FindingsPanel, window: MainWindow, document: Document, tell: Tell
) -> None:
    place = ParagraphAddress("disclosure", 3)
    old = document.report.chapter(place.chapter).paragraphs[place.paragraph]
    before = old.text.index("办理流、")
    new = Paragraph(old.text.replace("办理流、", "办理流程、"))
    remedy = Remedy("改为“办理流程”", changes=(Change(place, (old,), (new,)),))
    tell(replace(ERROR, where=(SIGNER,), remedies=(remedy,)))
    _select(panel, ERROR.rule)
    _press(panel, remedy.label)
    assert window.workspace is not None
    assert window.workspace.here() == Origin(place, before + len("办理流程"))


def test_what_stands_in_an_open_editor_goes_before_a_remedy(
    panel: FindingsPanel, window: MainWindow, document: Document, tell: Tell, qtbot: QtBot
) -> None:
    change = Change(SIGNER, "", "马志宏")
    tell(replace(ERROR, remedies=(Remedy("填入签发人", changes=(change,)),)))
    _select(panel, ERROR.rule)
    window.show_place(CLOSED)
    assert isinstance(window.focusWidget(), TableView)
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    _press(panel, "填入签发人")
    assert document.report.value(CLOSED) == 78
    assert document.report.field(SIGNER) == "马志宏"


def test_a_remedy_that_no_longer_fits_says_so_and_changes_nothing(
    panel: FindingsPanel, window: MainWindow, document: Document, tell: Tell
) -> None:
    stale = Change(SIGNER, "别人", "马志宏")
    tell(replace(ERROR, remedies=(Remedy("填入签发人", changes=(stale,)),)))
    _select(panel, ERROR.rule)
    before = document.report
    _press(panel, "填入签发人")
    assert document.report == before
    assert not document.stack.canUndo()
    assert "不再适用" in window.ui.statusBar.currentMessage()


def test_an_explanation_settles_a_query_until_its_values_change(
    panel: FindingsPanel, document: Document
) -> None:
    queries = document.index.counts().queries
    _select(panel, RULE)
    _explain(panel, "  其余98件正在办理。\n")
    assert _standing(panel, RULE) is Standing.EXPLAINED
    assert document.index.counts().queries == queries - 1
    assert document.stack.undoText() == "填写情况说明"
    _select(panel, RULE)
    assert _label(panel, "said") == "情况说明：其余98件正在办理。"
    assert _buttons(panel) == ["修改说明…", "撤回说明"]
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert _standing(panel, RULE) is Standing.EXPLAINED
    _enter(document, CLOSED, 199)
    assert _standing(panel, RULE) is Standing.OPEN
    _select(panel, RULE)
    assert _label(panel, "earlier").startswith("以前的说明（数值为")
    assert _label(panel, "earlier").endswith("：其余98件正在办理。")
    _explain(panel, "又办结1件。")
    assert _standing(panel, RULE) is Standing.EXPLAINED
    _select(panel, RULE)
    assert _label(panel, "said") == "情况说明：又办结1件。"
    assert "其余98件正在办理。" in _label(panel, "earlier")


def test_an_explanation_survives_every_re_check(panel: FindingsPanel, document: Document) -> None:
    _select(panel, RULE)
    _explain(panel, "其余98件正在办理。")
    said = document.report.explanations
    for number in range(200):
        _enter(document, CLOSED, 198 - number % 2)
        assert document.report.explanations == said
    _enter(document, CLOSED, 198)
    assert _standing(panel, RULE) is Standing.EXPLAINED


def test_an_explanation_is_taken_back_and_carried_out_again(
    panel: FindingsPanel, document: Document
) -> None:
    _select(panel, RULE)
    _explain(panel, "其余98件正在办理。")
    document.undo()
    assert _standing(panel, RULE) is Standing.OPEN
    document.redo()
    assert _standing(panel, RULE) is Standing.EXPLAINED
    _select(panel, RULE)
    _press(panel, "撤回说明")
    assert _standing(panel, RULE) is Standing.OPEN
    assert document.report.explanations == {}
    document.undo()
    assert _standing(panel, RULE) is Standing.EXPLAINED


def test_an_explanation_is_in_the_file(
    panel: FindingsPanel, document: Document, tmp_path: Path
) -> None:
    _select(panel, RULE)
    _explain(panel, "其余98件正在办理。")
    write_project(tmp_path / "a.xjd", document.project())
    opened = Document(read_project(tmp_path / "a.xjd"), document.form, None)
    standings = {one.finding.rule: one.standing for one in opened.index.settled}
    assert standings[RULE] is Standing.EXPLAINED
    opened.close()


def test_an_explanation_can_be_rewritten(panel: FindingsPanel, document: Document) -> None:
    _select(panel, RULE)
    _explain(panel, "正在办理。")
    _select(panel, RULE)
    _press(panel, "修改说明…")
    assert _text(panel).toPlainText() == "正在办理。"
    _text(panel).setPlainText("已转办。")
    _press(panel, "保存说明")
    _select(panel, RULE)
    assert _label(panel, "said") == "情况说明：已转办。"
    assert _label(panel, "earlier") == ""


def test_a_blank_explanation_cannot_be_saved(panel: FindingsPanel, document: Document) -> None:
    _select(panel, RULE)
    _press(panel, "写情况说明…")
    _text(panel).setPlainText(" \n ")
    save = panel.detail.findChild(QPushButton, "save-explanation")
    assert isinstance(save, QPushButton)
    assert not save.isEnabled()
    panel.detail.editor.save()
    assert document.report.explanations == {}


def test_keys_save_and_give_up_an_explanation(
    panel: FindingsPanel, document: Document, qtbot: QtBot
) -> None:
    _select(panel, RULE)
    _press(panel, "写情况说明…")
    assert _text(panel).hasFocus()
    qtbot.keyClicks(_text(panel), "abc")
    qtbot.keyClick(_text(panel), Qt.Key.Key_Escape)
    assert panel.view.hasFocus()
    assert document.report.explanations == {}
    _press(panel, "写情况说明…")
    assert _text(panel).toPlainText() == ""
    qtbot.keyClicks(_text(panel), "abc")
    qtbot.keyClick(_text(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [said.text for said in document.report.explanations.values()] == ["abc"]
    assert panel.view.hasFocus()


def test_what_was_begun_is_kept_while_others_are_looked_at(
    panel: FindingsPanel, document: Document, tell: Tell
) -> None:
    tell(QUERY, HINT)
    _select(panel, QUERY.rule)
    _press(panel, "写情况说明…")
    _text(panel).setPlainText("属实，因")
    _select(panel, HINT.rule)
    assert not panel.detail.editor.isVisible()
    assert document.report.explanations == {}
    _select(panel, QUERY.rule)
    assert panel.detail.editor.isVisible()
    assert _text(panel).toPlainText() == "属实，因"


def test_what_was_begun_is_kept_while_the_values_change(
    panel: FindingsPanel, document: Document
) -> None:
    _select(panel, RULE)
    _press(panel, "写情况说明…")
    _text(panel).setPlainText("属实")
    _enter(document, CLOSED, 199)
    assert panel.detail.editor.isVisible()
    _press(panel, "保存说明")
    (said,) = document.report.explanations.values()
    assert "199" in said.basis
    assert _standing(panel, RULE) is Standing.EXPLAINED


def test_what_was_begun_is_saved_with_the_file(
    panel: FindingsPanel, window: MainWindow, document: Document, tell: Tell
) -> None:
    tell(QUERY, HINT)
    _select(panel, QUERY.rule)
    _press(panel, "写情况说明…")
    _text(panel).setPlainText("属实")
    _select(panel, HINT.rule)
    window.commit_pending()
    assert [said.text for said in document.report.explanations.values()] == ["属实"]
    assert _standing(panel, QUERY.rule) is Standing.EXPLAINED


def test_after_an_explanation_the_next_finding_is_selected(
    panel: FindingsPanel, window: MainWindow
) -> None:
    _select(panel, RULE)
    rows = [row.finding for row in panel.model.rows()]
    due = rows[next(n for n, f in enumerate(rows) if f.rule == RULE) + 1]
    _explain(panel, "属实。")
    current = panel.model.row_at(panel.view.currentIndex())
    assert current is not None
    assert current.finding == due
    assert not panel.view.isExpanded(panel.model.index(panel.model.rowCount() - 1, 0))


def test_a_dismissed_hint_stays_away_until_it_is_about_something_else(
    panel: FindingsPanel, document: Document, tell: Tell
) -> None:
    tell(HINT)
    _select(panel, HINT.rule)
    _press(panel, "不再提示")
    assert _standing(panel, HINT.rule) is Standing.DISMISSED
    assert document.index.findings == ()
    tell(replace(HINT, message="换了说法"))
    assert _standing(panel, HINT.rule) is Standing.DISMISSED
    tell(replace(HINT, basis="2"))
    assert _standing(panel, HINT.rule) is Standing.OPEN
    tell(HINT)
    _select(panel, HINT.rule)
    assert _buttons(panel) == ["恢复提示"]
    _press(panel, "恢复提示")
    assert _standing(panel, HINT.rule) is Standing.OPEN
    document.undo()
    assert _standing(panel, HINT.rule) is Standing.DISMISSED


def test_an_error_stays_whatever_was_said_about_it(panel: FindingsPanel, tell: Tell) -> None:
    tell(replace(ERROR, severity=Severity.QUERY, basis="1"))
    _select(panel, ERROR.rule)
    _explain(panel, "属实")
    tell(replace(ERROR, basis="1"))
    assert _standing(panel, ERROR.rule) is Standing.OPEN
    _select(panel, ERROR.rule)
    assert _buttons(panel) == []


def test_buttons_do_not_take_the_focus_by_a_click(panel: FindingsPanel, tell: Tell) -> None:
    tell(QUERY)
    _select(panel, QUERY.rule)
    for button in panel.detail.findChildren(QPushButton):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [300, 500])
def test_nothing_is_cut_off_however_wide_the_panel_is(
    panel: FindingsPanel, window: MainWindow, tell: Tell, qtbot: QtBot, width: int
) -> None:
    long = Remedy("把正文的“召开会议或专题会议4次”改为“召开会议或专题会议0次”", place=SIGNER)
    tell(replace(QUERY, remedies=(long, *advise("核对后更正，或者写明情况。"))))
    window.resize(1280, 820)
    font = window.font()
    font.setPointSizeF(2 * font.pointSizeF())
    window.setFont(font)
    _select(panel, QUERY.rule)
    window.resizeDocks([window.ui.findingsDock], [width], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: abs(panel.width() - width) < 20)
    _press(panel, "写情况说明…")
    panel.detail.close_editor()
    qtbot.wait(10)
    for button in panel.detail.ways.findChildren(QPushButton):
        right = button.mapTo(panel.detail, button.rect().bottomRight()).x()
        assert right <= panel.detail.width()
        assert button.height() >= button.heightForWidth(button.width())
