"""Asking for all that a new report begins with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.core.begun_report import EVERY_PART, Part
from xjdesk.core.document_fields import ADDRESSEE, ISSUER
from xjdesk.core.issuer_profile import IssuerProfile
from xjdesk.gui.new_report.dialog import NewReportDialog
from xjdesk.storage.form_library import FormLibrary

_LATER_FORM = """
id = "later"
name = "后来的格式"
basis = "某文件"
first_year = 2019
chapters = []
tables = []
relations = []
"""


@pytest.fixture
def dialog(library: FormLibrary, qtbot: QtBot) -> NewReportDialog:
    forms = FormLibrary((library.source("zfxxgk-2014"), _LATER_FORM))
    dialog = NewReportDialog(forms, (), lambda _parent, year: Path(f"{year}.xjd"))
    qtbot.addWidget(dialog)
    return dialog


def _choose_year(dialog: NewReportDialog, year: int) -> None:
    dialog.years.year.setCurrentIndex(dialog.years.year.findData(year))


def test_last_year_is_proposed_in_the_form_for_it(dialog: NewReportDialog) -> None:
    choice = dialog.choice()
    assert choice.year == QDate.currentDate().year() - 1
    assert choice.form.id == "later"


def test_without_a_form_for_last_year_the_newest_covered_year_is_proposed(
    library: FormLibrary, qtbot: QtBot
) -> None:
    forms = FormLibrary((library.source("zfxxgk-2014"),))
    dialog = NewReportDialog(forms, (), lambda _parent, _year: None)
    qtbot.addWidget(dialog)
    assert dialog.choice().year == 2018


def test_the_form_follows_the_year(dialog: NewReportDialog) -> None:
    _choose_year(dialog, 2016)
    assert dialog.choice().form.id == "zfxxgk-2014"
    _choose_year(dialog, 2019)
    assert dialog.choice().form.id == "later"


def test_another_form_can_be_chosen_with_a_warning(dialog: NewReportDialog) -> None:
    _choose_year(dialog, 2016)
    dialog.years.form.setCurrentIndex(1 - dialog.years.form.currentIndex())
    choice = dialog.choice()
    assert (choice.year, choice.form.id) == (2016, "later")
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("不包括2016年" in text for text in texts)


def test_without_a_file_an_empty_report_is_asked_for(dialog: NewReportDialog) -> None:
    choice = dialog.choice()
    assert choice.last_year is None
    assert choice.parts == frozenset()
    assert not any(tick.isEnabled() for tick in dialog.last_year.ticks.values())


def test_the_file_of_the_year_before_is_asked_for_and_all_parts_are_ticked(
    dialog: NewReportDialog,
) -> None:
    _choose_year(dialog, 2016)
    dialog.last_year.choose.click()
    choice = dialog.choice()
    assert choice.last_year == Path("2015.xjd")
    assert choice.parts == EVERY_PART


def test_what_is_not_ticked_is_not_taken_over(dialog: NewReportDialog) -> None:
    dialog.last_year.choose.click()
    dialog.last_year.ticks[Part.NARRATIVE].setChecked(False)
    assert dialog.choice().parts == EVERY_PART - {Part.NARRATIVE}


def test_the_file_can_be_left_out_again(dialog: NewReportDialog) -> None:
    dialog.last_year.choose.click()
    dialog.last_year.clear.click()
    assert dialog.choice().last_year is None
    assert dialog.choice().parts == frozenset()


_PROFILES = (
    IssuerProfile("县政府", {ISSUER: "西吉县人民政府", ADDRESSEE: "固原市人民政府"}),
    IssuerProfile("县教育局", {ISSUER: "西吉县教育局"}),
)


@pytest.fixture
def known(library: FormLibrary, qtbot: QtBot) -> NewReportDialog:
    """The assistant where two offices are known."""
    dialog = NewReportDialog(library, _PROFILES, lambda _parent, _year: None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_enter_leads_through_all_steps(known: NewReportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(known.years.year.hasFocus)
    steps = [known.step]
    for _ in range(2):
        focus = known.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Return)
        steps.append(known.step)
    assert steps == [0, 1, 2]
    focus = known.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(known.accepted):
        qtbot.keyClick(focus, Qt.Key.Key_Return)


def test_one_can_go_back_and_give_up(known: NewReportDialog, qtbot: QtBot) -> None:
    known.onward.click()
    assert known.back.isEnabled()
    known.back.click()
    assert known.step == 0
    assert not known.back.isEnabled()
    with qtbot.waitSignal(known.rejected):
        qtbot.keyClick(known, Qt.Key.Key_Escape)


def test_the_first_profile_is_proposed_and_another_can_be_chosen(known: NewReportDialog) -> None:
    assert known.choice().fields == _PROFILES[0].fields
    known.issuers.profile.setCurrentIndex(1)
    assert known.choice().fields == {ISSUER: "西吉县教育局"}
    known.issuers.profile.setCurrentIndex(2)
    assert known.choice().fields == {}


def test_the_issuer_can_be_written_otherwise(known: NewReportDialog) -> None:
    known.issuers.issuer.setText(" 西吉县人民政府办公室 ")
    assert known.choice().fields[ISSUER] == "西吉县人民政府办公室"
    assert known.choice().fields[ADDRESSEE] == "固原市人民政府"


def test_where_no_office_is_known_a_name_is_enough(dialog: NewReportDialog) -> None:
    assert not dialog.issuers.profile.isEnabled()
    assert dialog.choice().fields == {}
    dialog.issuers.issuer.setText("西吉县人民政府")
    assert dialog.choice().fields == {ISSUER: "西吉县人民政府"}
