"""The signer is greyed where none is printed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from xjdesk.core.change import Change
from xjdesk.core.document_fields import DIRECTION, DOWNWARD, PARALLEL, SIGNER, UPWARD
from xjdesk.gui.document import Document
from xjdesk.gui.fields_page import FieldsPage


def _signer(page: FieldsPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "field-letterhead-signer")
    assert isinstance(found, QLineEdit)
    return found


def _choose(document: Document, direction: str) -> None:
    document.submit("填写", [Change(DIRECTION, document.report.field(DIRECTION), direction)])


@pytest.mark.parametrize(
    ("direction", "open_"), [("", True), (UPWARD, True), (DOWNWARD, False), (PARALLEL, False)]
)
def test_it_is_open_for_documents_that_go_up_or_nobody_knows_where(
    page: FieldsPage, blank: Document, direction: str, open_: bool
) -> None:
    _choose(blank, direction)
    assert _signer(page).isEnabled() is open_
    assert ("只有上行文" in _signer(page).placeholderText()) is not open_


def test_a_name_that_stands_there_is_kept_and_can_be_taken_out(
    page: FieldsPage, blank: Document
) -> None:
    blank.submit("填写", [Change(SIGNER, "", "张三")])
    _choose(blank, DOWNWARD)
    assert _signer(page).text() == "张三"
    assert _signer(page).isEnabled()
