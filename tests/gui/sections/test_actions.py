"""The menu 正文."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.gui.sections.chapter import CHAPTER, OpenChapter
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.project import Project

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def _actions(window: MainWindow) -> list[QAction]:
    ui = window.ui
    return [
        ui.actionLevel2,
        ui.actionLevel3,
        ui.actionLevel4,
        ui.actionPlainText,
        ui.actionRaise,
        ui.actionLower,
        ui.actionSectionUp,
        ui.actionSectionDown,
        ui.actionRenumber,
    ]


def test_a_level_is_given_in_one_step_and_the_caret_stays_at_its_word(
    chapter: OpenChapter, window: MainWindow
) -> None:
    chapter.write("（一）甲", "乙乙", "（二）丙")
    chapter.put_caret(1, 1)
    window.ui.actionLevel2.trigger()
    assert chapter.texts == chapter.shown == ["（一）甲", "（二）乙乙", "（三）丙"]
    assert chapter.caret == (1, 4)
    assert chapter.document.stack.count() == 1
    window.ui.actionUndo.trigger()
    assert chapter.texts == chapter.shown == ["（一）甲", "乙乙", "（二）丙"]


def test_all_selected_paragraphs_with_words_get_the_level(
    chapter: OpenChapter, window: MainWindow
) -> None:
    chapter.write("甲", "", "乙", "丙")
    chapter.put_caret(0, 0, to=(3, 0))
    window.ui.actionLevel3.trigger()
    assert chapter.texts == ["1.甲", "", "2.乙", "丙"]
    window.ui.actionLevel4.trigger()
    assert chapter.texts == ["（1）甲", "", "（2）乙", "丙"]
    window.ui.actionPlainText.trigger()
    assert chapter.texts == ["甲", "", "乙", "丙"]


def test_an_empty_chapter_gets_its_first_heading(chapter: OpenChapter, window: MainWindow) -> None:
    chapter.write()
    window.ui.actionLevel2.trigger()
    assert chapter.texts == chapter.shown == ["（一）"]
    assert chapter.caret == (0, 3)
    window.ui.actionUndo.trigger()
    assert chapter.texts == []


def test_keys_raise_and_lower_a_section_with_what_is_below_it(
    chapter: OpenChapter, qtbot: QtBot
) -> None:
    chapter.write("（一）甲", "（二）乙", "1.丙", "（三）丁")
    chapter.put_caret(1, 3)
    qtbot.keyClick(chapter.editor, Qt.Key.Key_Right, ALT_SHIFT)
    assert chapter.texts == ["（一）甲", "1.乙", "（1）丙", "（二）丁"]
    assert chapter.caret == (1, 2)
    qtbot.keyClick(chapter.editor, Qt.Key.Key_Left, ALT_SHIFT)
    assert chapter.texts == ["（一）甲", "（二）乙", "1.丙", "（三）丁"]


def test_keys_move_a_section(chapter: OpenChapter, qtbot: QtBot) -> None:
    chapter.write("（一）甲", "子", "（二）乙", "丑寅")
    chapter.put_caret(3, 1)
    qtbot.keyClick(chapter.editor, Qt.Key.Key_Up, ALT_SHIFT)
    assert chapter.texts == chapter.shown == ["（一）乙", "丑寅", "（二）甲", "子"]
    assert chapter.caret == (1, 1)
    qtbot.keyClick(chapter.editor, Qt.Key.Key_Down, ALT_SHIFT)
    assert chapter.texts == ["（一）甲", "子", "（二）乙", "丑寅"]
    assert chapter.document.stack.count() == 2


def _told(window: MainWindow) -> str:
    return window.ui.statusBar.currentMessage()


def test_what_cannot_be_done_is_told(chapter: OpenChapter, window: MainWindow) -> None:
    chapter.write("前言", "（一）甲", "（1）乙")
    chapter.put_caret(0, 0)
    for action, words in [
        (window.ui.actionRaise, "不在带编号的标题上"),
        (window.ui.actionPlainText, "不在带编号的标题上"),
        (window.ui.actionSectionUp, "没有可移动的节"),
    ]:
        action.trigger()
        assert words in _told(window)
    chapter.put_caret(1, 0)
    for action, words in [
        (window.ui.actionRaise, "最高一级"),
        (window.ui.actionLower, "最低一级"),
        (window.ui.actionSectionUp, "第一节"),
        (window.ui.actionSectionDown, "最后一节"),
    ]:
        action.trigger()
        assert words in _told(window)
    assert chapter.document.stack.count() == 0


def test_renumbering_tells_how_many_changed(chapter: OpenChapter, window: MainWindow) -> None:
    chapter.write("（一）甲", "（三）乙", "（四）丙")
    chapter.put_caret(1, 4)
    window.ui.actionRenumber.trigger()
    assert chapter.texts == chapter.shown == ["（一）甲", "（二）乙", "（三）丙"]
    assert _told(window) == "已重新编号2处。"
    assert chapter.caret == (1, 4)
    window.ui.actionRenumber.trigger()
    assert _told(window) == "编号已连续，无需改动。"
    assert chapter.document.stack.count() == 1


def test_figures_stay_figures(chapter: OpenChapter, window: MainWindow) -> None:
    chapter.write("（一）甲", "受理200件", "（二）公开30件")
    chapter.bind(1, "200")
    chapter.bind(2, "30")
    chapter.put_caret(1, 0)
    window.ui.actionLevel2.trigger()
    window.ui.actionSectionDown.trigger()
    assert chapter.texts == ["（一）甲", "（二）公开30件", "（三）受理200件"]
    figures = [[p.text[f.start : f.end] for f in p.figures] for p in chapter.paragraphs]
    assert figures == [[], ["30"], ["200"]]
    chapter.put_caret(0, 4)
    chapter.editor.insertPlainText("字")
    assert [len(p.figures) for p in chapter.paragraphs] == [0, 1, 1]


def test_a_figure_with_which_a_paragraph_begins_stays_one(
    chapter: OpenChapter, window: MainWindow
) -> None:
    chapter.write("200件公开")
    chapter.bind(0, "200")
    chapter.put_caret(0, 0)
    window.ui.actionLevel3.trigger()
    chapter.editor.moveCursor(chapter.editor.textCursor().MoveOperation.End)
    chapter.editor.insertPlainText("字")
    assert chapter.texts == ["1、200件公开字"]
    assert len(chapter.paragraphs[0].figures) == 1


def test_they_work_in_running_text_only(chapter: OpenChapter, window: MainWindow) -> None:
    assert all(action.isEnabled() for action in _actions(window))
    window.show_first_table()
    assert not any(action.isEnabled() for action in _actions(window))
    window.show_place(ParagraphAddress(CHAPTER, 0))
    assert all(action.isEnabled() for action in _actions(window))


def test_in_the_heading_of_the_chapter_they_do_nothing(
    chapter: OpenChapter, window: MainWindow
) -> None:
    window.show_place(HeadingAddress(CHAPTER))
    window.ui.actionLevel2.trigger()
    assert "光标放到正文" in _told(window)
    assert chapter.document.stack.count() == 0


def test_without_a_document_they_are_disabled(empty_window: MainWindow) -> None:
    assert not any(action.isEnabled() for action in _actions(empty_window))


def test_a_document_that_is_only_read_refuses_them(
    empty_window: MainWindow, project: Project, form: Form
) -> None:
    document = Document(project, form, None, access=Access(can_edit=False, reason="只读"))
    empty_window.show_document(document)
    empty_window.show_place(ParagraphAddress(CHAPTER, 1))
    assert not any(action.isEnabled() for action in _actions(empty_window))
    workspace = empty_window.workspace
    assert workspace is not None
    editing = workspace.page(workspace.currentIndex()).section_editing()
    assert editing is not None
    before = document.report
    editing.make_plain()
    editing.move(1, 3)
    assert document.report is before


def test_automatic_numbering_is_remembered(window: MainWindow, services: Services) -> None:
    action = window.ui.actionAutoNumber
    assert action.isChecked()
    action.trigger()
    assert not services.settings.flag("sections/auto_number", True)


def test_without_it_the_others_keep_their_numbers(chapter: OpenChapter, window: MainWindow) -> None:
    window.ui.actionAutoNumber.trigger()
    chapter.write("（一）甲", "乙", "（二）丙")
    chapter.put_caret(1, 0)
    window.ui.actionLevel2.trigger()
    assert chapter.texts == ["（一）甲", "（二）乙", "（二）丙"]
