"""No text of a report, of its form, of a file's name or of a person is ever taken for HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.plain_text.html_everywhere import FIGURED, FILE_NAME, RECEIVED
from tests.gui.plain_text.shown_texts import html_among, taken_for_html, tips_all_over
from tests.gui.plain_text.watched_picture import CAN_WATCH, WatchedPicture
from xjdesk.checks.finding import Finding
from xjdesk.checks.findings import Findings
from xjdesk.core.address import HeadingAddress, YearAddress
from xjdesk.core.document_fields import SIGNER
from xjdesk.core.severity import Severity
from xjdesk.gui.findings.answers import explained
from xjdesk.gui.findings.index import index_of
from xjdesk.gui.fonts_button import FontsButton
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.tables.model import PastedCell
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.titles.breaking_button import TitleBreakingButton
from xjdesk.gui.workspace import Workspace

_SOME_FINDINGS = 12


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """Holds nothing of Python's any more when that is at its end: Qt would crash."""
    used = QGuiApplication.clipboard()
    yield used
    used.clear()


@pytest.fixture
def workspace(opened: MainWindow) -> Workspace:
    """Its tabs."""
    assert opened.workspace is not None
    return opened.workspace


def _told(tips: set[str], words: str) -> bool:
    return any(words in tip for tip in tips)


# That the watch sees what it should; elsewhere the texts are looked at, which needs no watch.
@pytest.mark.skipif(not CAN_WATCH, reason="only Linux has inotify, which tells who opens a file")
def test_a_picture_in_html_is_looked_at(picture: WatchedPicture, qtbot: QtBot) -> None:
    label = QLabel(picture.html)
    qtbot.addWidget(label)
    assert not picture.was_opened()
    label.show()
    assert picture.was_opened()
    assert not picture.was_opened()


@pytest.mark.parametrize("show", [QLabel.setText, QLabel.setToolTip, QLabel.setWhatsThis])
def test_a_control_that_takes_text_for_html_is_found(
    show: Callable[[QLabel, str], None], picture: WatchedPicture, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    show(QLabel(window), f"字{picture.html}")
    assert taken_for_html(window) == [f"字{picture.html}"]


def test_every_tab_shows_all_as_it_is_written(
    opened: MainWindow, workspace: Workspace, picture: WatchedPicture
) -> None:
    told: set[str] = set()
    for number in range(workspace.count()):
        workspace.setCurrentIndex(number)
        told |= tips_all_over(opened)
    for words in ("小标题", "国办发〔2014〕32号", "发文字号", "填报日期"):
        assert _told(told, words), words
    assert html_among(told) == taken_for_html(opened) == []
    assert not picture.was_opened()


def test_a_number_that_follows_the_table_tells_its_cell_as_it_is_written(
    opened: MainWindow, workspace: Workspace, picture: WatchedPicture
) -> None:
    workspace.show_place(FIGURED)
    told = tips_all_over(opened)
    assert _told(told, "引用统计数：")
    assert html_among(told) == []
    assert not picture.was_opened()


def test_what_can_be_undone_is_told_as_it_is_written(
    opened: MainWindow, workspace: Workspace, picture: WatchedPicture
) -> None:
    workspace.show_place(RECEIVED)
    page = workspace.page(workspace.currentIndex())
    assert isinstance(page, TablePage)
    at = page.model.index_of(RECEIVED)
    page.model.fill([PastedCell(at.row(), at.column(), "7")], "填写")
    undoable = tips_all_over(opened)
    assert _told(undoable, "撤销填写")
    assert _told(undoable, "【强制】")
    opened.ui.actionUndo.trigger()
    assert picture.html in opened.ui.statusBar.currentMessage()
    redoable = tips_all_over(opened)
    assert _told(redoable, "恢复填写")
    assert html_among(undoable | redoable) == taken_for_html(opened) == []
    assert not picture.was_opened()


def test_what_findings_say_is_told_as_it_is_written_wherever_they_point(
    opened: MainWindow, workspace: Workspace, picture: WatchedPicture, qtbot: QtBot
) -> None:
    document, fonts = opened.document, opened.findChild(FontsButton)
    assert document is not None
    assert isinstance(fonts, FontsButton)
    # Once fonts are found all is checked anew.
    qtbot.waitUntil(fonts.isVisible)
    places = (YearAddress(), SIGNER, HeadingAddress("requests"), FIGURED, RECEIVED)
    findings = tuple(
        Finding("T-1", Severity.ERROR, (place,), f"{picture.html}有误{number}", subject=str(number))
        for number, place in enumerate(places)
    )
    document.index = index_of(Findings({0: findings}), {})
    document.findings_changed.emit()
    told: set[str] = set()
    for place in places:
        workspace.show_place(place)
        told |= tips_all_over(workspace)
    unsaid = [str(place) for n, place in enumerate(places) if not _told(told, f"有误{n}")]
    assert unsaid == []
    assert html_among(told) == taken_for_html(opened) == []
    assert not picture.was_opened()


def test_findings_and_what_was_said_about_them_are_shown_as_they_are_written(
    opened: MainWindow, picture: WatchedPicture
) -> None:
    document, panel = opened.document, opened.findings_panel
    assert document is not None
    assert panel is not None
    queries = [f for f in document.index.findings if f.severity is Severity.QUERY]
    said = explained(document.report, queries[0], f"{picture.html}属实")
    document.submit("填写情况说明", [said])
    for number in range(min(_SOME_FINDINGS, sum(1 for _ in panel.model.rows()))):
        panel.view.put_current(panel.model.index_of_row(number), reveal=True)
        assert taken_for_html(panel) == []
    panel.filter.setText("属实")
    panel.view.put_current(panel.model.index_of_row(0), reveal=True)
    shown = [label.text() for label in panel.detail.findChildren(QLabel)]
    assert f"情况说明：{picture.html}属实" in shown
    assert html_among(tips_all_over(opened)) == taken_for_html(panel) == []
    assert not picture.was_opened()


def test_the_windows_beside_it_show_all_as_it_is_written(
    opened: MainWindow, picture: WatchedPicture, qtbot: QtBot
) -> None:
    opened.show_place(RECEIVED)
    opened.ui.actionNumbers.trigger()
    opened.ui.actionChangeLog.trigger()
    for title in ("正文数字一览", "修改记录"):
        window = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == title)
        qtbot.waitExposed(window)
        told = tips_all_over(window)
        assert _told(told, "&lt;b&gt;"), title
        for only_here in window.findChildren(QCheckBox):
            only_here.click()
            assert any(picture.html in label.text() for label in window.findChildren(QLabel))
        assert html_among(told) == taken_for_html(window) == []
        window.close()
    assert not picture.was_opened()


def test_the_preview_says_all_as_it_is_written(
    opened: MainWindow, picture: WatchedPicture, qtbot: QtBot
) -> None:
    opened.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: opened.preview.panel is not None)
    panel = opened.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.view.page_count > 0)
    panel.notes.setText(picture.html)
    panel.notes.show()
    assert html_among(tips_all_over(opened)) == taken_for_html(panel) == []
    assert not picture.was_opened()


def test_the_ways_of_breaking_a_title_are_offered_as_they_are_written(
    opened: MainWindow, picture: WatchedPicture
) -> None:
    title = opened.findChild(QPlainTextEdit, "field-letterhead-title")
    assert isinstance(title, QPlainTextEdit)
    title.setPlainText("<b>西吉县人民政府</b>关于2016年政府信息公开工作年度报告")
    button = opened.findChild(TitleBreakingButton, "title-breaking")
    assert isinstance(button, TitleBreakingButton)
    menu = _menu(button)
    button.click()
    assert any("<b>" in action.text() for action in menu.actions())
    told = tips_all_over(menu)
    menu.close()
    assert _told(told, "自动分成")
    assert html_among(told) == []
    assert not picture.was_opened()


def _menu(button: TitleBreakingButton) -> QMenu:
    found = button.findChild(QMenu, "title-breakings")
    assert isinstance(found, QMenu)
    return found


def test_recent_files_are_named_as_they_are(opened: MainWindow) -> None:
    opened.show_recent()
    lists = [one for one in opened.findChildren(QListWidget) if one.accessibleName() == "最近文件"]
    assert FILE_NAME in lists[0].item(0).text()
    assert taken_for_html(lists[0]) == []


def test_of_pasted_html_only_its_text_is_taken(
    opened: MainWindow, workspace: Workspace, picture: WatchedPicture, clipboard: QClipboard
) -> None:
    for text in ("贴入", ""):
        clip = QMimeData()
        clip.setHtml(f"<p>贴入{picture.html}</p>")
        if text:
            clip.setText(text)
        clipboard.setMimeData(clip)
        for number in range(workspace.count()):
            workspace.setCurrentIndex(number)
            for editor in _editors(workspace.page(number)):
                before = _text(editor)
                editor.paste()
                assert len(_text(editor)) == len(before) + len(text)
    assert taken_for_html(opened) == []
    assert not picture.was_opened()


Editor = QTextEdit | QPlainTextEdit | QLineEdit


def _editors(page: QWidget) -> list[Editor]:
    kinds: tuple[type[Editor], ...] = (QTextEdit, QPlainTextEdit, QLineEdit)
    return [editor for kind in kinds for editor in page.findChildren(kind)]


def _text(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
