"""The tabs, generated from the form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QGroupBox, QLineEdit, QTableView, QTextEdit

from xjdesk.core.address import CellAddress, FieldAddress, HeadingAddress, ParagraphAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.document_fields import GROUPS, ISSUER, SIGNER
from xjdesk.core.form import ChapterKind, Form
from xjdesk.core.report import Chapter, Paragraph
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.severity_look import SeverityLook
from xjdesk.gui.workspace import Workspace
from xjdesk.storage.project import Project
from xjdesk.typesetting.pages import Origin


def _titles(workspace: Workspace) -> list[str]:
    return [workspace.page_title(number) for number in range(workspace.count())]


def test_tabs_follow_the_form(window: MainWindow) -> None:
    assert window.workspace is not None
    assert _titles(window.workspace) == [
        "公文信息",
        "导语",
        "一、工作情况",
        "二、主动公开",
        "三、依申请公开",
        "四、问题与思路",
        "统计表",
        "签署与版记",
    ]


def test_every_place_has_a_tab(window: MainWindow, document: Document) -> None:
    assert window.workspace is not None
    places = [
        *document.form.tables[0].addresses(),
        *(field.address for group in GROUPS for field in group.fields),
        *(ParagraphAddress(chapter.id, 0) for chapter in document.form.chapters),
        *(HeadingAddress(c.id) for c in document.form.chapters if c.heading),
    ]
    for place in places:
        assert window.workspace.page_number(place) is not None, place


def test_where_the_caret_was_left_is_not_told_on_the_way_to_another_place(
    window: MainWindow,
) -> None:
    workspace = window.workspace
    assert workspace is not None
    paragraph = ParagraphAddress("overview", 2)
    workspace.show_place(paragraph, 3)
    workspace.show_place(SIGNER)
    told: list[Origin] = []
    workspace.place_changed.connect(told.append)
    workspace.show_place(paragraph, 57)
    assert told == [Origin(paragraph, 57)]


def test_a_table_can_stand_in_a_chapter(project: Project, form: Form, look: SeverityLook) -> None:
    chapters = tuple(
        replace(chapter, kind=ChapterKind.TABLES) if chapter.id == "requests" else chapter
        for chapter in form.chapters
    )
    tables = (
        replace(form.tables[0], chapter="requests", tab="表一"),
        replace(form.tables[0], id="second", chapter="requests", tab="表二"),
    )
    document = Document(project, replace(form, chapters=chapters, tables=tables), None)
    workspace = Workspace(document, look)
    assert _titles(workspace)[4:] == ["表一", "表二", "四、问题与思路", "签署与版记"]
    assert workspace.page_number(HeadingAddress("requests")) == 4
    assert workspace.page_number(CellAddress("second", "received", "count")) == 5
    workspace.show_place(HeadingAddress("requests"))
    assert workspace.findChild(QLineEdit, "heading-requests") is not None
    workspace.show_place(CellAddress("second", "received", "count"))
    assert workspace.currentIndex() == 5
    # Without a table in the annex nobody signs one.
    boxes = [box.title() for box in workspace.page(7).findChildren(QGroupBox)]
    assert boxes == ["落款与附件", "版记"]
    document.close()


def test_a_chapter_that_the_form_does_not_know_has_a_tab(
    project: Project, form: Form, look: SeverityLook
) -> None:
    added = Chapter("added", "五、其他事项", (Paragraph("无。"),))
    report = replace(project.report, chapters=(*project.report.chapters, added))
    document = Document(replace(project, report=report), form, None)
    workspace = Workspace(document, look)
    assert "五、其他事项" in _titles(workspace)
    workspace.show_place(ParagraphAddress("added", 0))
    editor = workspace.findChild(QTextEdit, "chapter-added")
    assert isinstance(editor, QTextEdit)
    assert editor.toPlainText() == "无。"
    document.close()


def test_a_tab_bears_the_sign_and_the_number_of_its_findings(
    window: MainWindow, document: Document
) -> None:
    tabs = window.workspace
    assert tabs is not None
    fields = 0
    on_it = [
        finding
        for finding in document.index.findings
        if any(tabs.page_number(place) == fields for place in finding.where)
    ]
    assert not tabs.tabIcon(fields).isNull()
    assert tabs.tabText(fields) == f"公文信息 {len(on_it)}"
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    left = len(on_it) - 1
    assert tabs.tabText(fields) == (f"公文信息 {left}" if left else "公文信息")
    assert tabs.tabIcon(fields).isNull() == (not left)
    document.stack.undo()
    assert tabs.tabText(fields) == f"公文信息 {len(on_it)}"


def test_a_tab_says_how_grave_its_findings_are(window: MainWindow) -> None:
    tabs = window.workspace
    assert tabs is not None
    table = tabs.page_number(CellAddress("statistics", "closed", "count"))
    assert table is not None
    assert tabs.tabToolTip(table).startswith("强制1条，核实")
    clean = next(n for n in range(tabs.count()) if tabs.tabIcon(n).isNull())
    assert "条" not in tabs.tabToolTip(clean)
    assert tabs.tabText(clean) == tabs.page_title(clean)


def test_only_tabs_whose_counts_changed_are_touched(
    window: MainWindow, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabs = window.workspace
    assert tabs is not None
    touched: list[int] = []
    monkeypatch.setattr(tabs, "setTabText", lambda number, _text: touched.append(number))
    document.submit("填写", [Change(ISSUER, content_at(document.report, ISSUER), "西吉县")])
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    assert touched == [0]


def test_a_place_that_no_tab_holds_is_passed_over(window: MainWindow) -> None:
    assert window.workspace is not None
    before = window.workspace.currentIndex()
    window.show_place(FieldAddress("nowhere", "nothing"))
    window.show_place(CellAddress("nowhere", "a", "b"))
    assert window.workspace.currentIndex() == before


def test_the_workspace_tells_where_the_caret_of_the_open_tab_goes(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    told: list[Origin | None] = []
    workspace.place_changed.connect(told.append)
    paragraph, cell = (
        ParagraphAddress("overview", 1),
        CellAddress("statistics", "closed", "count"),
    )
    for place, offset in ((SIGNER, 0), (paragraph, 7), (HeadingAddress("overview"), 2), (cell, 0)):
        workspace.show_place(place, offset)
        assert told[-1] == workspace.here() == Origin(place, offset)


def test_of_a_label_in_the_grid_the_first_cell_of_its_row_is_told(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    cell = CellAddress("statistics", "closed", "count")
    workspace.show_place(cell)
    grid = window.findChild(QTableView, "grid-statistics")
    assert isinstance(grid, QTableView)
    for column in (0, 1, 3):
        grid.setCurrentIndex(grid.currentIndex().siblingAtColumn(column))
        assert workspace.here() == Origin(cell, 0)


def test_carets_that_move_in_closed_tabs_are_not_told(
    window: MainWindow, document: Document
) -> None:
    workspace = window.workspace
    assert workspace is not None
    paragraph = ParagraphAddress("overview", 1)
    workspace.show_place(paragraph, 3)
    workspace.show_place(SIGNER, 0)
    told: list[Origin | None] = []
    workspace.place_changed.connect(told.append)
    old = content_at(document.report, paragraph)
    document.submit("改", [Change(paragraph, old, (Paragraph("今年没有收到申请。"),))])
    assert told == []


def test_an_offset_puts_the_caret_and_selects_nothing(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_place(ISSUER, 3)
    issuer = window.findChild(QLineEdit, "field-letterhead-issuer")
    assert isinstance(issuer, QLineEdit)
    assert issuer.cursorPosition() == 3
    assert not issuer.hasSelectedText()
    # An offset behind the end is the end.
    workspace.show_place(ISSUER, 99)
    assert issuer.cursorPosition() == len(issuer.text())


def test_one_stack_takes_back_edits_of_every_tab_in_order(
    window: MainWindow, document: Document
) -> None:
    closed = CellAddress("statistics", "closed", "count")
    paragraph = ParagraphAddress("overview", 0)
    before = document.report
    document.submit("填写", [Change(closed, content_at(before, closed), None)])
    document.submit("填写", [Change(SIGNER, "", "马志宏")])
    document.submit("改", [Change(paragraph, content_at(before, paragraph), ())])
    window.ui.actionUndo.trigger()
    assert document.report.chapters == before.chapters
    assert document.report.field(SIGNER) == "马志宏"
    window.ui.actionUndo.trigger()
    assert document.report.field(SIGNER) == ""
    window.ui.actionUndo.trigger()
    assert document.report == before
    assert not window.ui.actionUndo.isEnabled()
    for _ in range(3):
        window.ui.actionRedo.trigger()
    assert document.report.value(closed) is None
    assert not window.ui.actionRedo.isEnabled()


def test_a_page_that_is_opened_late_shows_what_was_edited_before(
    window: MainWindow, document: Document
) -> None:
    paragraph = ParagraphAddress("requests", 0)
    old = content_at(document.report, paragraph)
    document.submit("改", [Change(paragraph, old, (Paragraph("今年没有收到申请。"),))])
    assert window.findChild(QTextEdit, "chapter-requests") is None
    window.show_place(paragraph)
    editor = window.findChild(QTextEdit, "chapter-requests")
    assert isinstance(editor, QTextEdit)
    assert editor.toPlainText().startswith("今年没有收到申请。")
