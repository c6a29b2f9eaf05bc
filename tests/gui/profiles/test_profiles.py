"""Profiles of offices: kept from a report, and filled into another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FakeDialogs
from xjdesk.core.change import Change
from xjdesk.core.document_fields import ADDRESSEE, ISSUER, NUMBER
from xjdesk.core.form import Form
from xjdesk.core.issuer_profile import IssuerProfile, profile_of
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.new_report.wanted import NewReport
from xjdesk.gui.profiles.dialog import ProfilesDialog
from xjdesk.gui.profiles.question import ProfileAnswer, ProfileQuestion
from xjdesk.gui.services import Services

_COUNTY = IssuerProfile("县政府", {ISSUER: "西吉县人民政府", ADDRESSEE: "固原市人民政府"})
_BUREAU = IssuerProfile("县教育局", {ISSUER: "西吉县教育局"})


@pytest.fixture
def emptied(document: Document) -> Document:
    """The founding document without an addressee."""
    document.submit("删", [Change(ADDRESSEE, document.report.field(ADDRESSEE), "")])
    return document


def test_the_only_profile_is_filled_in_at_once_and_only_where_nothing_stands(
    window: MainWindow, emptied: Document, services: Services, dialogs: FakeDialogs
) -> None:
    services.profiles.write((_COUNTY,))
    issuer, steps = emptied.report.field(ISSUER), emptied.stack.count()
    window.ui.actionTakeProfile.trigger()
    assert dialogs.profile_questions == []
    assert emptied.report.field(ADDRESSEE) == "固原市人民政府"
    assert emptied.report.field(ISSUER) == issuer
    assert emptied.stack.count() == steps + 1
    assert "填入1项" in window.ui.statusBar.currentMessage()


def test_of_several_one_is_asked_for(
    window: MainWindow, emptied: Document, services: Services, dialogs: FakeDialogs
) -> None:
    services.profiles.write((_COUNTY, _BUREAU))
    dialogs.profile_answer = ProfileAnswer((_COUNTY, _BUREAU), _COUNTY)
    window.ui.actionTakeProfile.trigger()
    assert [question.profiles for question in dialogs.profile_questions] == [(_COUNTY, _BUREAU)]
    assert emptied.report.field(ADDRESSEE) == "固原市人民政府"


def test_what_is_kept_is_kept_and_going_back_keeps_nothing(
    window: MainWindow, document: Document, services: Services, dialogs: FakeDialogs
) -> None:
    window.ui.actionProfiles.trigger()
    assert services.profiles.read() == ()
    own = dialogs.profile_questions[0].of_report
    assert own is not None
    assert own == profile_of(document.report, document.report.field(ISSUER))
    assert NUMBER not in own.fields
    dialogs.profile_answer = ProfileAnswer((own,))
    window.ui.actionProfiles.trigger()
    assert services.profiles.read() == (own,)


def test_a_damaged_file_is_told_and_left(
    window: MainWindow, services: Services, dialogs: FakeDialogs
) -> None:
    services.profiles.path.write_bytes(b"?")
    window.ui.actionProfiles.trigger()
    assert "单位资料" in dialogs.errors[0].sentence
    assert services.profiles.path.read_bytes() == b"?"


def test_where_there_is_only_reading_nothing_is_filled_in(
    window: MainWindow, emptied: Document, services: Services
) -> None:
    services.profiles.write((_COUNTY,))
    emptied.access = Access(reason="只读", can_edit=False)
    window.profiles.take()
    assert emptied.report.field(ADDRESSEE) == ""


def test_without_a_document_none_can_be_filled_in(empty_window: MainWindow) -> None:
    assert not empty_window.ui.actionTakeProfile.isEnabled()
    assert empty_window.ui.actionProfiles.isEnabled()


def test_a_new_report_begins_with_the_profile_that_was_chosen(
    empty_window: MainWindow, services: Services, dialogs: FakeDialogs, form: Form
) -> None:
    services.profiles.write((_COUNTY,))
    dialogs.new_report = NewReport(form, 2017, fields=_COUNTY.fields)
    empty_window.ui.actionNew.trigger()
    assert dialogs.offered_profiles == (_COUNTY,)
    document = empty_window.document
    assert document is not None
    assert document.report.fields == _COUNTY.fields
    assert document.is_modified


@pytest.fixture
def dialog(qtbot: QtBot) -> ProfilesDialog:
    own = IssuerProfile("县水务局", {ISSUER: "西吉县水务局"})
    dialog = ProfilesDialog(ProfileQuestion((_COUNTY, _BUREAU), own, can_fill=True))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_list_shows_what_a_profile_holds(dialog: ProfilesDialog) -> None:
    assert "主送机关：固原市人民政府" in dialog.content.toPlainText()
    dialog.list.setCurrentRow(1)
    assert "固原市" not in dialog.content.toPlainText()


def test_that_of_the_report_is_added_once(dialog: ProfilesDialog) -> None:
    dialog.keep.click()
    dialog.keep.click()
    names = [profile.name for profile in dialog.answer().profiles]
    assert names == ["县政府", "县教育局", "县水务局"]
    assert dialog.list.currentRow() == 2


def test_a_profile_is_renamed_but_not_to_the_name_of_another(dialog: ProfilesDialog) -> None:
    for name in ("县教育局", "", "西吉县政府"):
        dialog.list.item(0).setText(name)
    assert [profile.name for profile in dialog.answer().profiles] == ["西吉县政府", "县教育局"]


def test_a_profile_is_thrown_away(dialog: ProfilesDialog) -> None:
    dialog.remove.click()
    assert dialog.answer().profiles == (_BUREAU,)
    dialog.remove.click()
    assert dialog.answer().profiles == ()
    assert not dialog.fill.isEnabled()


def test_delete_throws_it_away_too(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.waitUntil(dialog.list.hasFocus)
    for _ in range(3):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.answer().profiles == ()


def test_the_chosen_one_is_filled_in(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.accepted):
        dialog.fill.click()
    assert dialog.answer().to_fill == _BUREAU


def test_escape_gives_all_up(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
