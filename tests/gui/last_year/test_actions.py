from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gui.last_year.conftest import RECEIVED
from xjdesk.core.change import Change
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.storage.project import new_project

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs
    from xjdesk.core.form import Form


def _rules(document: Document) -> set[str]:
    return {finding.rule for finding in document.index.findings}


@pytest.fixture
def compared(window: MainWindow, dialogs: FakeDialogs, file: Path) -> MainWindow:
    """The window after 上年报告… was used."""
    dialogs.last_year_file = file
    window.ui.actionLastYear.trigger()
    return window


def test_without_a_document_there_is_nothing_to_compare(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionLastYear.isEnabled()
    assert not empty_window.ui.actionDropLastYear.isEnabled()
    assert empty_window.last_year.sign.isHidden()


def test_the_chosen_file_is_compared_and_named(compared: MainWindow, document: Document) -> None:
    assert document.last_year is not None
    assert "H14-19" in _rules(document)
    sign = compared.last_year.sign
    assert not sign.isHidden()
    assert sign.text() == "上年对照：西吉2015.xjd"
    assert compared.ui.statusBar.currentMessage() == "已与上年报告“西吉2015.xjd”对照。"


def test_the_comparison_goes_on_while_the_report_is_edited(
    compared: MainWindow, document: Document
) -> None:
    document.submit("改", [Change(RECEIVED, document.report.value(RECEIVED), None)])
    assert "H14-19" not in _rules(document)


def test_the_comparison_can_be_given_up(compared: MainWindow, document: Document) -> None:
    compared.ui.actionDropLastYear.trigger()
    assert document.last_year is None
    assert "H14-19" not in _rules(document)
    assert compared.last_year.sign.isHidden()
    assert not compared.ui.actionDropLastYear.isEnabled()
    compared.show_document(Document(document.project(), document.form, None))
    assert compared.document is not None
    assert compared.document.last_year is None


def test_the_file_is_remembered_for_the_document(
    compared: MainWindow, document: Document, form: Form
) -> None:
    again = Document(document.project(), form, None)
    compared.show_document(again)
    assert again.last_year is not None
    assert not compared.last_year.sign.isHidden()


def test_another_document_is_not_compared_with_it(
    compared: MainWindow, document: Document, form: Form
) -> None:
    other = Document(new_project(document.report, ""), form, None)
    compared.show_document(other)
    assert other.last_year is None
    assert compared.last_year.sign.isHidden()


def test_a_file_that_is_gone_is_told_and_remembered(
    compared: MainWindow, document: Document, form: Form, file: Path
) -> None:
    held = file.read_bytes()
    file.unlink()
    again = Document(document.project(), form, None)
    compared.show_document(again)
    assert again.last_year is None
    assert "“西吉2015.xjd”没有打开" in compared.last_year.sign.text()
    assert "找不到文件“西吉2015.xjd”" in compared.ui.statusBar.currentMessage()
    assert compared.ui.actionDropLastYear.isEnabled()
    file.write_bytes(held)
    back = Document(again.project(), form, None)
    compared.show_document(back)
    assert back.last_year is not None


@pytest.mark.parametrize("content", [b"", b"text"])
def test_a_file_of_no_use_is_told_in_a_sentence_and_changes_nothing(
    window: MainWindow, document: Document, dialogs: FakeDialogs, tmp_path: Path, content: bytes
) -> None:
    dialogs.last_year_file = tmp_path / "坏.xjd"
    dialogs.last_year_file.write_bytes(content)
    window.ui.actionLastYear.trigger()
    (error,) = dialogs.errors
    assert "坏.xjd" in error.sentence
    assert document.last_year is None
    assert window.last_year.sign.isHidden()


def test_new_words_leave_the_comparison_as_it_is(compared: MainWindow, document: Document) -> None:
    before = document.last_year
    compared.checking.renew_words()
    assert document.last_year is before
    assert "H14-19" in _rules(document)
