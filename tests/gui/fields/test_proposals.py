"""Proposals for empty fields are seen, adopted on request, and taken back in one step."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from xjdesk.core import document_fields as fields
from xjdesk.core.change import Change
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.fields.proposal_bar import ProposalBar
from xjdesk.gui.fields_page import FieldsPage
from xjdesk.gui.main_window import MainWindow

_ISSUER = "西吉县人民政府"


def _fill_issuer(document: Document) -> None:
    document.submit("填写", [Change(fields.ISSUER, "", _ISSUER)])


def _button(page: FieldsPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_proposal_is_seen_and_not_in_the_report(page: FieldsPage, blank: Document) -> None:
    assert page.findChild(QPushButton, "adopt-letterhead-title") is None
    _fill_issuer(blank)
    button = _button(page, "adopt-letterhead-title")
    assert button.isVisibleTo(page)
    assert button.accessibleName() == f"采用建议：标题 {_ISSUER}2016年政府信息公开工作年度报告"
    assert blank.report.field(fields.TITLE) == ""


def test_adopted_it_is_one_step_and_the_focus_goes_to_the_field(
    page: FieldsPage, blank: Document, qtbot: QtBot
) -> None:
    _fill_issuer(blank)
    page.window().activateWindow()
    button = _button(page, "adopt-letterhead-title")
    qtbot.waitUntil(button.isVisible)
    button.click()
    assert blank.report.field(fields.TITLE) == f"{_ISSUER}2016年政府信息公开工作年度报告"
    assert not button.isVisibleTo(page)
    title = page.findChild(QLineEdit, "field-letterhead-issuer")
    assert title is not None
    blank.undo()
    assert blank.report.field(fields.TITLE) == ""
    assert button.isVisibleTo(page)


def test_all_are_adopted_in_one_step(page: FieldsPage, blank: Document) -> None:
    _fill_issuer(blank)
    blank.submit("填写", [Change(fields.ADDRESSEE, "", "固原市人民政府")])
    bar = page.findChild(ProposalBar)
    assert isinstance(bar, ProposalBar)
    assert bar.isVisibleTo(page)
    steps = blank.stack.count()
    bar.adopt_all.click()
    assert blank.stack.count() == steps + 1
    assert blank.report.field(fields.DIRECTION) == fields.UPWARD
    assert blank.report.field(fields.TITLE)
    assert not bar.isVisibleTo(page)


def test_only_fields_of_the_page_are_proposed_for(page: FieldsPage, blank: Document) -> None:
    _fill_issuer(blank)
    assert fields.TITLE in page.proposals.current
    assert fields.ORGAN not in page.proposals.current


def test_where_there_is_only_reading_nothing_is_proposed(
    empty_window: MainWindow, blank: Document
) -> None:
    reading = Document(blank.project(), blank.form, None)
    reading.access = Access(reason="只读", can_edit=False)
    empty_window.show_document(reading)
    workspace = empty_window.workspace
    assert workspace is not None
    page = workspace.page(0)
    assert isinstance(page, FieldsPage)
    assert page.proposals.current == {}
