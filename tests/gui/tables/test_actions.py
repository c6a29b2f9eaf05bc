"""What the menus do with statistics tables."""

from __future__ import annotations

from tests.gui.tables.conftest import OpenPage
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services


def test_whether_last_years_numbers_are_shown_is_remembered(
    wide_window: MainWindow, services: Services
) -> None:
    assert wide_window.ui.actionShowLastYear.isChecked()
    wide_window.ui.actionShowLastYear.setChecked(False)
    other = MainWindow(services)
    assert not other.ui.actionShowLastYear.isChecked()
    other.deleteLater()


def test_without_a_document_no_totals_can_be_filled_in(
    empty_window: MainWindow,
) -> None:
    assert not empty_window.ui.actionFillTotals.isEnabled()


def test_with_a_document_they_can(wide_window: MainWindow) -> None:
    assert wide_window.ui.actionFillTotals.isEnabled()


def test_where_there_is_only_reading_nothing_is_filled_in(
    open_page: OpenPage, wide: Document
) -> None:
    page = open_page("requests")
    wide.access = Access(reason="只读", can_edit=False)
    before = wide.report
    page.fill_totals()
    assert wide.report is before
