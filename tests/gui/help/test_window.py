from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QPalette, QTextCursor, QTextTable, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.accessible_walk import faults
from xjdesk.gui.help.window import HelpWindow
from xjdesk.gui.look.scheme import Scheme, apply_scheme
from xjdesk.gui.main_window import MainWindow


@pytest.fixture
def shown(empty_window: MainWindow, qtbot: QtBot) -> HelpWindow:
    empty_window.ui.actionQuickStart.trigger()
    window = empty_window.help.window
    assert window is not None
    qtbot.waitUntil(window.isVisible)
    return window


def _open(window: HelpWindow, name: str) -> None:
    page = window.manual.page(name)
    assert page is not None
    window.view.show_page(page)


def _listed(window: HelpWindow) -> list[str]:
    items = map(window.contents.item, range(window.contents.count()))
    return [item.text().split("\n")[0] for item in items]


def _name(window: HelpWindow) -> str:
    page = window.view.page()
    return page.name if page else ""


def test_the_contents_list_all_pages_and_mark_the_one_that_is_shown(shown: HelpWindow) -> None:
    assert _listed(shown) == [page.title for page in shown.manual.pages]
    assert shown.contents.currentItem().text() == "快速入门"
    assert shown.windowTitle() == "快速入门 - 使用手册"


def test_choosing_in_the_contents_opens_a_page(shown: HelpWindow, qtbot: QtBot) -> None:
    shown.contents.setFocus()
    qtbot.keyClick(shown.contents, Qt.Key.Key_Down)
    assert _name(shown) == "new-and-open.md"
    assert shown.windowTitle().startswith("新建和打开")
    assert "最近文件" in shown.view.toPlainText()


def test_back_and_forward_lead_through_the_pages(shown: HelpWindow) -> None:
    assert not shown.back.isEnabled()
    _open(shown, "tables.md")
    shown.back.click()
    assert _name(shown) == "quick-start.md"
    assert shown.contents.currentItem().text() == "快速入门"
    shown.forward.click()
    assert _name(shown) == "tables.md"
    assert not shown.forward.isEnabled()


def test_a_link_is_followed_with_the_keyboard(shown: HelpWindow, qtbot: QtBot) -> None:
    shown.view.setFocus()
    qtbot.keyClick(shown.view, Qt.Key.Key_Tab)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert _name(shown) == "new-and-open.md"


def test_a_link_out_of_the_manual_is_not_opened(shown: HelpWindow) -> None:
    for address in ("https://www.gov.cn/", "file:///etc/passwd", "manual:/none.md"):
        shown.view.anchorClicked.emit(QUrl(address))
        assert _name(shown) == "quick-start.md"
        assert shown.told.isVisible()
        assert address in shown.told.text()


def test_nothing_is_loaded_from_elsewhere(shown: HelpWindow) -> None:
    kind = 2  # a picture
    assert shown.view.loadResource(kind, QUrl("https://www.gov.cn/a.png")) is None
    assert shown.view.loadResource(kind, QUrl("file:///usr/share/a.png")) is None
    assert shown.view.loadResource(kind, QUrl("manual:/../icons/xjdesk.svg")) is None


def test_words_narrow_the_contents_and_are_marked(shown: HelpWindow, qtbot: QtBot) -> None:
    shown.line.setText("备份")
    titles = _listed(shown)
    assert 1 < len(titles) < len(shown.manual.pages)
    assert any(title.startswith("保存、备份和恢复（") for title in titles)
    shown.contents.setCurrentRow(titles.index(next(t for t in titles if t.startswith("保存"))))
    assert _name(shown) == "saving.md"
    assert shown.view.textCursor().selectedText() == "备份"
    marks = shown.view.extraSelections()
    assert len(marks) == shown.view.toPlainText().count("备份")
    first = shown.view.textCursor().position()
    qtbot.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.view.textCursor().position() > first
    shown.line.clear()
    assert len(_listed(shown)) == len(shown.manual.pages)
    assert shown.view.extraSelections() == []


def test_the_marks_are_gone_through_round_the_ends(shown: HelpWindow) -> None:
    _open(shown, "saving.md")
    shown.line.setText("备份")
    view = shown.view
    places: list[int] = []
    for _ in range(len(view.extraSelections()) + 1):
        view.show_next_mark()
        places.append(view.textCursor().position())
    assert places[0] == places[-1]
    assert places[:-1] == sorted(places[:-1])
    view.show_next_mark(-1)
    assert view.textCursor().position() == places[-2]


def test_enter_opens_the_first_page_that_holds_the_words(shown: HelpWindow, qtbot: QtBot) -> None:
    shown.line.setText("手动翻面")
    assert shown.contents.currentItem() is None
    qtbot.keyClick(shown.line, Qt.Key.Key_Return)
    assert _name(shown) == "print-and-export.md"
    assert shown.view.textCursor().selectedText() == "手动翻面"


def test_words_that_stand_nowhere_are_told(shown: HelpWindow) -> None:
    shown.line.setText("没有这几个字的")
    assert shown.none.isVisible()
    assert not shown.contents.isVisible()


def test_escape_closes_it_from_everywhere(shown: HelpWindow, qtbot: QtBot) -> None:
    for widget in (shown.view, shown.line, shown.contents):
        shown.show()
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert not shown.isVisible()


def test_every_control_is_named_and_described(shown: HelpWindow) -> None:
    assert faults(shown) == []


def test_size_and_letters_are_remembered(
    shown: HelpWindow, empty_window: MainWindow, qtbot: QtBot
) -> None:
    shown.resize(611, 403)
    shown.view.enlarge()
    shown.close()
    again = MainWindow(empty_window._services, empty_window.dialogs)
    qtbot.addWidget(again)
    again.ui.actionHelp.trigger()
    window = again.help.window
    assert window is not None
    assert (window.width(), window.height()) == (611, 403)
    assert window.view.steps == 1


def test_the_wheel_and_keys_enlarge_the_letters(shown: HelpWindow, qtbot: QtBot) -> None:
    usual = shown.view.font().pointSizeF()
    _turn(shown, 120)
    assert shown.view.font().pointSizeF() == usual + 1
    qtbot.keyClick(shown.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.font().pointSizeF() == usual - 1
    qtbot.keyClick(shown.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert shown.view.font().pointSizeF() == usual
    for _ in range(50):
        _turn(shown, -120)
    assert shown.view.font().pointSizeF() >= 7


def _turn(window: HelpWindow, by: int) -> None:
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        window.view.mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    window.view.wheelEvent(event)


def _colour_of_first_link(window: HelpWindow) -> str:
    block = window.view.document().firstBlock()
    while block.isValid():
        for at in range(block.length()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + at)
            if cursor.charFormat().isAnchor():
                return cursor.charFormat().foreground().color().name()
        block = block.next()
    return ""


def test_links_and_lines_follow_the_look(shown: HelpWindow, qapp: QApplication) -> None:
    try:
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            apply_scheme(qapp, scheme)
            QApplication.processEvents()
            wanted = shown.palette().color(QPalette.ColorRole.Link).name()
            _open(shown, "quick-start.md")
            assert _colour_of_first_link(shown) == wanted
    finally:
        apply_scheme(qapp, Scheme.SYSTEM)


def test_tables_have_lines(shown: HelpWindow) -> None:
    _open(shown, "findings.md")
    frames = shown.view.document().rootFrame().childFrames()
    (table,) = (frame for frame in frames if isinstance(frame, QTextTable))
    cell = table.cellAt(1, 1).format().toTableCellFormat()
    assert cell.topBorder() == 1


def test_no_page_is_wider_than_the_window(shown: HelpWindow) -> None:
    shown.resize(560, 500)
    for page in shown.manual.pages:
        shown.view.show_page(page)
        QApplication.processEvents()
        assert shown.view.horizontalScrollBar().maximum() == 0, page.name
