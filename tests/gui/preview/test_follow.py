"""Pages and editors stay at the same place, both ways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QTextEdit
from pytestqt.qtbot import QtBot

from xjdesk.core.address import (
    CellAddress,
    HeadingAddress,
    ParagraphAddress,
    Place,
    SpanAddress,
)
from xjdesk.core.document_fields import ORGAN, SEAL, SIGNER, TITLE
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.preview.page_view_stack import PagePoint
from xjdesk.gui.preview.panel import PreviewPanel
from xjdesk.gui.services import Services
from xjdesk.typesetting.page_map import Spot, find
from xjdesk.typesetting.page_options import Letterhead, PageOptions
from xjdesk.typesetting.pages import Origin, PageSet

CLOSED = CellAddress("statistics", "closed", "count")
TEXT = ParagraphAddress("overview", 2)


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> PreviewPanel:
    """The panel on the founding document, its pages set."""
    window.resize(1366, 768)
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.page_count > 0)
    return panel


@pytest.fixture
def pages(document: Document, services: Services) -> PageSet:
    return services.typeset(document.report, document.form, PageOptions())


def _spot(pages: PageSet, place: Place, offset: int, services: Services) -> Spot:
    spot = find(pages, Origin(place, offset), services.fonts())
    assert spot is not None
    return spot


def _click(panel: PreviewPanel, spot: Spot, qtbot: QtBot) -> None:
    """Click just right of a spot, in the middle of its line."""
    panel.view.reveal(spot)
    point = PagePoint(spot.page_number, spot.x_mm + 0.3, spot.top_mm + spot.height_mm / 2)
    top_left = panel.view.position_of(spot)
    scale = panel.view.stack.px_per_mm
    at = top_left.toPoint()
    at.setX(round(top_left.x() + 0.3 * scale))
    at.setY(round(top_left.y() + (point.y_mm - spot.top_mm) * scale))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(
    ("place", "offset"),
    [(SIGNER, 0), (TITLE, 12), (TEXT, 0), (HeadingAddress("requests"), 0), (CLOSED, 0)],
)
def test_the_page_with_the_place_is_shown_and_marked(
    window: MainWindow,
    panel: PreviewPanel,
    pages: PageSet,
    services: Services,
    place: Place,
    offset: int,
) -> None:
    panel.view.turn_to(12)
    assert window.workspace is not None
    window.workspace.show_place(place, offset)
    spot = _spot(pages, place, offset, services)
    assert panel.view.mark == spot
    assert panel.view.viewport().rect().contains(panel.view.position_of(spot).toPoint())


def test_a_finding_that_is_chosen_shows_its_page(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services
) -> None:
    panel.view.turn_to(1)
    window.show_place(SpanAddress("overview", 2, 30, 34))
    spot = _spot(pages, TEXT, 34, services)
    assert panel.view.mark == spot
    assert panel.view.page_number in (spot.page_number, spot.page_number + 1)


def test_a_place_in_view_does_not_make_the_pages_jump(
    window: MainWindow, panel: PreviewPanel
) -> None:
    window.show_place(SpanAddress("overview", 2, 30, 30))
    before = panel.view.verticalScrollBar().value()
    window.show_place(SpanAddress("overview", 2, 34, 34))
    assert panel.view.verticalScrollBar().value() == before


def test_looking_elsewhere_is_left_to_the_user_until_something_is_typed(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    window.show_place(SpanAddress("overview", 2, 30, 30))
    editor = window.findChild(QTextEdit, "chapter-overview")
    assert isinstance(editor, QTextEdit)
    panel.view.turn_to(11)
    qtbot.wait(100)
    assert panel.view.page_number == 11
    window.page_setup.choose(PageOptions(double_sided=False))
    qtbot.waitUntil(lambda: not panel.refresh.is_due)
    assert panel.view.page_number in (11, 12)
    with qtbot.waitSignal(panel.refresh.typeset):
        _type(editor, "县")
    mark = panel.view.mark
    assert mark is not None
    assert panel.view.viewport().rect().contains(panel.view.position_of(mark).toPoint())


def test_the_pages_stay_when_the_focus_comes_back(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place(SpanAddress("overview", 2, 30, 30))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    panel.view.turn_to(11)
    editor.clearFocus()
    editor.setFocus(Qt.FocusReason.PopupFocusReason)
    assert QApplication.focusWidget() is editor
    assert panel.view.page_number == 11
    window.show_place(SpanAddress("overview", 2, 30, 30))
    assert panel.view.page_number < 5


def test_the_mark_goes_on_with_what_is_typed(
    window: MainWindow, panel: PreviewPanel, services: Services, document: Document, qtbot: QtBot
) -> None:
    window.show_place(SpanAddress("overview", 2, 30, 30))
    editor = window.findChild(QTextEdit, "chapter-overview")
    assert isinstance(editor, QTextEdit)
    with qtbot.waitSignal(panel.refresh.typeset):
        _type(editor, "各乡镇")
    pages = services.typeset(document.report, document.form, PageOptions())
    assert panel.view.mark == _spot(pages, TEXT, 33, services)


def test_opening_a_tab_shows_where_its_caret_was_left(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services
) -> None:
    assert window.workspace is not None
    window.show_place(SpanAddress("overview", 2, 30, 30))
    window.show_place(SIGNER)
    number = window.workspace.page_number(TEXT)
    assert number is not None
    window.workspace.setCurrentIndex(number)
    assert panel.view.mark == _spot(pages, TEXT, 30, services)


def test_what_is_not_printed_has_no_mark(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.refresh.typeset):
        window.page_setup.choose(PageOptions(letterhead=Letterhead.NONE))
    window.show_place(TITLE)
    assert panel.view.mark is not None
    window.show_place(SIGNER)
    assert panel.view.mark is None


def test_the_choice_of_a_seal_shows_the_page_it_is_pressed_on(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services
) -> None:
    window.show_place(SEAL)
    assert panel.view.mark == _spot(pages, ORGAN, 0, services)


def test_a_click_puts_the_caret_into_the_paragraph(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services, qtbot: QtBot
) -> None:
    _click(panel, _spot(pages, TEXT, 57, services), qtbot)
    editor = window.findChild(QTextEdit, "chapter-overview")
    assert isinstance(editor, QTextEdit)
    cursor = editor.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (2, 57)
    assert not cursor.hasSelection()
    assert window.focusWidget() is editor


def test_a_click_leaves_the_pages_where_they_are(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services, qtbot: QtBot
) -> None:
    # The caret was left at the start of the chapter, which is on another page than its end.
    window.show_place(SpanAddress("overview", 0, 0, 0))
    window.show_place(SIGNER)
    spot = _spot(pages, TEXT, 57, services)
    panel.view.reveal(spot)
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.value() - 100)
    before = bar.value()
    _click(panel, spot, qtbot)
    assert panel.view.mark == spot
    assert bar.value() == before


@pytest.mark.parametrize("place", [TEXT, SIGNER, CLOSED])
def test_typing_goes_on_in_the_editor_after_a_click_on_floating_pages(
    window: MainWindow,
    panel: PreviewPanel,
    pages: PageSet,
    services: Services,
    qtbot: QtBot,
    place: Place,
) -> None:
    window.ui.previewDock.setFloating(True)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    spot = _spot(pages, place, 0, services)
    _click(panel, spot, qtbot)
    assert panel.view.mark == spot
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is window.focusWidget()
    assert isinstance(QApplication.focusWidget(), QTextEdit | QLineEdit | QTableView)


def test_a_click_puts_the_caret_into_a_heading(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services, qtbot: QtBot
) -> None:
    _click(panel, _spot(pages, HeadingAddress("requests"), 3, services), qtbot)
    heading = window.findChild(QLineEdit, "heading-requests")
    assert isinstance(heading, QLineEdit)
    assert window.focusWidget() is heading
    assert heading.cursorPosition() == 3
    assert not heading.hasSelectedText()


def test_a_click_puts_the_caret_into_a_field_of_several_lines(
    window: MainWindow,
    panel: PreviewPanel,
    pages: PageSet,
    services: Services,
    document: Document,
    qtbot: QtBot,
) -> None:
    title = document.report.field(TITLE)
    second_line = title.index("\n") + 1
    _click(panel, _spot(pages, TITLE, second_line + 2, services), qtbot)
    editor = window.findChild(QPlainTextEdit, "field-letterhead-title")
    assert isinstance(editor, QPlainTextEdit)
    assert window.focusWidget() is editor
    assert editor.textCursor().position() == second_line + 2


def test_a_click_on_a_label_leads_to_the_empty_field(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services, qtbot: QtBot
) -> None:
    _click(panel, _spot(pages, SIGNER, 0, services), qtbot)
    assert window.focusWidget() is window.findChild(QLineEdit, "field-letterhead-signer")


def test_a_click_selects_the_cell(
    window: MainWindow, panel: PreviewPanel, pages: PageSet, services: Services, qtbot: QtBot
) -> None:
    _click(panel, _spot(pages, CLOSED, 0, services), qtbot)
    grid = window.findChild(QTableView, "grid-statistics")
    assert isinstance(grid, QTableView)
    assert grid.currentIndex().data() == "198"
    assert window.focusWidget() is grid


def test_a_click_where_nothing_of_the_report_stands_leaves_the_caret(
    window: MainWindow, panel: PreviewPanel, qtbot: QtBot
) -> None:
    window.show_place(SIGNER)
    before = QApplication.focusWidget()
    # The page number.
    _click(panel, Spot(2, 34.0, 266.0, 6.0), qtbot)
    assert QApplication.focusWidget() is before


def test_rare_characters_are_counted_as_one(
    window: MainWindow, panel: PreviewPanel, document: Document, services: Services, qtbot: QtBot
) -> None:
    window.show_place(SpanAddress("overview", 2, 0, 0))
    editor = window.findChild(QTextEdit, "chapter-overview")
    assert isinstance(editor, QTextEdit)
    with qtbot.waitSignal(panel.refresh.typeset):
        _type(editor, "𬱖𫖯")
    pages = services.typeset(document.report, document.form, PageOptions())
    assert panel.view.mark == _spot(pages, TEXT, 2, services)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    _click(panel, _spot(pages, TEXT, 2, services), qtbot)
    assert editor.textCursor().positionInBlock() == 4


def _type(editor: QTextEdit, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)
