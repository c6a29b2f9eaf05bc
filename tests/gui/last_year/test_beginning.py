"""A new report that is begun from last year's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xjdesk.core.begun_report import EVERY_PART, Part
from xjdesk.core.document_fields import ISSUER
from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.new_report.wanted import NewReport

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


def test_the_parts_are_taken_over_and_the_file_is_compared(
    empty_window: MainWindow, dialogs: FakeDialogs, form: Form, file: Path, before: Report
) -> None:
    dialogs.new_report = NewReport(form, before.year + 1, file, EVERY_PART)
    empty_window.files.new()
    document = empty_window.document
    assert document is not None
    assert document.report.field(ISSUER) == before.field(ISSUER)
    assert document.report.chapter("overview") == before.chapter("overview")
    assert document.report.values == {}
    assert document.path is None
    assert document.is_modified
    assert document.last_year is not None
    assert document.last_year.report == before
    assert empty_window.last_year.sign.text() == "上年对照：西吉2015.xjd"


def test_only_what_was_ticked_is_taken_over(
    empty_window: MainWindow, dialogs: FakeDialogs, form: Form, file: Path, before: Report
) -> None:
    dialogs.new_report = NewReport(form, before.year + 1, file, frozenset({Part.DOCUMENT}))
    empty_window.files.new()
    assert empty_window.document is not None
    report = empty_window.document.report
    assert report.field(ISSUER) == before.field(ISSUER)
    assert not any(chapter.paragraphs for chapter in report.chapters)


def test_a_file_of_another_year_is_told_and_nothing_begun(
    empty_window: MainWindow, dialogs: FakeDialogs, form: Form, file: Path, before: Report
) -> None:
    dialogs.new_report = NewReport(form, before.year + 2, file, EVERY_PART)
    empty_window.files.new()
    (error,) = dialogs.errors
    assert error.sentence.startswith(f"“西吉2015.xjd”是{before.year}年度的")
    assert empty_window.document is None
