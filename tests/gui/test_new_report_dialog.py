"""Asking for year and form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xjdesk.core.begun_report import EVERY_PART, Part
from xjdesk.gui.new_report_dialog import NewReportDialog
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
    dialog = NewReportDialog(forms, lambda _parent, year: Path(f"{year}.xjd"))
    qtbot.addWidget(dialog)
    return dialog


def _choose_year(dialog: NewReportDialog, year: int) -> None:
    dialog.year.setCurrentIndex(dialog.year.findData(year))


def test_last_year_is_proposed_in_the_form_for_it(dialog: NewReportDialog) -> None:
    choice = dialog.choice()
    assert choice.year == QDate.currentDate().year() - 1
    assert choice.form.id == "later"


def test_without_a_form_for_last_year_the_newest_covered_year_is_proposed(
    library: FormLibrary, qtbot: QtBot
) -> None:
    forms = FormLibrary((library.source("zfxxgk-2014"),))
    dialog = NewReportDialog(forms, lambda _parent, _year: None)
    qtbot.addWidget(dialog)
    assert dialog.choice().year == 2018


def test_the_form_follows_the_year(dialog: NewReportDialog) -> None:
    _choose_year(dialog, 2016)
    assert dialog.choice().form.id == "zfxxgk-2014"
    _choose_year(dialog, 2019)
    assert dialog.choice().form.id == "later"


def test_another_form_can_be_chosen_with_a_warning(dialog: NewReportDialog) -> None:
    _choose_year(dialog, 2016)
    dialog.form.setCurrentIndex(1 - dialog.form.currentIndex())
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
