"""The tree of sections beside the text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.sections.chapter import CHAPTER, OpenChapter
from xjdesk.core.address import HeadingAddress, ParagraphAddress
from xjdesk.core.form import Form
from xjdesk.gui.access import Access
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.sections.outline import ChapterOutline
from xjdesk.storage.project import Project

TEXTS = ("前言", "（一）甲", "细细", "1.子", "2.丑", "（二）乙", "1.寅")


def _item(outline: ChapterOutline, *path: int) -> QTreeWidgetItem:
    item = outline.topLevelItem(path[0])
    for row in path[1:]:
        item = item.child(row)
    return item


def _titles(outline: ChapterOutline) -> list[object]:
    def titles(item: QTreeWidgetItem) -> object:
        children = [titles(item.child(row)) for row in range(item.childCount())]
        return (item.text(0), children) if children else item.text(0)

    return [titles(outline.topLevelItem(row)) for row in range(outline.topLevelItemCount())]


def _drag(chapter: OpenChapter, item: QTreeWidgetItem, to: QTreeWidgetItem, share: float) -> bool:
    """Drop `item` at that share of the height of the row `to`; whether it could be dropped."""
    outline = chapter.page.outline
    area = outline.visualItemRect(to)
    place = QPoint(area.left() + 5, area.top() + round(share * area.height()))
    outline.take_up(item.data(0, Qt.ItemDataRole.UserRole))
    data = QMimeData()
    rest = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    over = QDragMoveEvent(place, *rest)
    outline.dragMoveEvent(over)
    drop = QDropEvent(QPointF(place), *rest)
    outline.dropEvent(drop)
    assert over.isAccepted() == drop.isAccepted()
    return drop.isAccepted()


def test_sections_stand_below_those_of_the_level_above(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    assert _titles(chapter.page.outline) == [
        ("（一）甲", ["1.子", "2.丑"]),
        ("（二）乙", ["1.寅"]),
    ]


def test_it_follows_the_caret(chapter: OpenChapter, window: MainWindow) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    chapter.put_caret(2, 1)
    assert outline.currentItem() is _item(outline, 0)
    chapter.put_caret(4, 0)
    assert outline.currentItem() is _item(outline, 0, 1)
    _item(outline, 0).setExpanded(False)
    chapter.put_caret(3, 0)
    assert outline.currentItem() is _item(outline, 0)
    chapter.put_caret(0, 0)
    assert outline.currentItem() is None
    assert window.focusWidget() is chapter.editor


def test_enter_leads_to_the_section_and_escape_back_to_the_text(
    chapter: OpenChapter, window: MainWindow, qtbot: QtBot
) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    chapter.put_caret(1, 0)
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    assert chapter.caret == (1, 0)
    qtbot.keyClick(outline, Qt.Key.Key_Escape)
    assert window.focusWidget() is chapter.editor
    assert chapter.caret == (1, 0)
    outline.setFocus()
    qtbot.keyClick(outline, Qt.Key.Key_Down)
    qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert window.focusWidget() is chapter.editor
    assert chapter.caret[0] == 3


def test_closed_sections_stay_closed_when_others_come(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    _item(outline, 0).setExpanded(False)
    chapter.put_caret(6, 3)
    chapter.editor.insertPlainText("\n（三）丙")
    assert not _item(outline, 0).isExpanded()
    assert _item(outline, 1).isExpanded()
    assert _item(outline, 2).text(0) == "（三）丙"


def test_a_section_says_how_long_it_is(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    assert _item(chapter.page.outline, 0).toolTip(0).startswith("（一）甲\n本节12字")
    assert "本节3字" in _item(chapter.page.outline, 1, 0).toolTip(0)


def test_findings_are_shown_by_sign_and_number_and_are_told(chapter: OpenChapter) -> None:
    chapter.write("（一）甲。", "1.子。", "（一）乙。")
    outline = chapter.page.outline
    findings = chapter.document.index.in_chapter(CHAPTER)
    assert any(found for place, found in findings.items() if place != HeadingAddress(CHAPTER))
    second = _item(outline, 1)
    assert int(second.text(1)) > 0
    assert not second.icon(1).isNull()
    told = second.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("（一）乙，本节")
    assert "条" in told


def test_a_dragged_section_takes_along_what_is_below_it(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    assert _drag(chapter, _item(outline, 0), _item(outline, 1, 0), 0.9)
    assert chapter.texts == chapter.shown
    expected = ["前言", "（一）乙", "1.寅", "（二）甲", "细细", "1.子", "2.丑"]
    assert chapter.texts == expected
    assert chapter.document.stack.count() == 1
    assert chapter.caret[0] == 3
    chapter.document.undo()
    assert chapter.texts == list(TEXTS)


def test_a_section_is_dragged_into_another_one_of_the_level_above(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    assert _drag(chapter, _item(outline, 0, 1), _item(outline, 1), 0.9)
    assert chapter.texts[4:] == ["（二）乙", "1.丑", "2.寅"]


def test_a_section_is_dragged_before_another(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    assert _drag(chapter, _item(outline, 1), _item(outline, 0), 0.1)
    assert chapter.texts[:3] == ["前言", "（一）乙", "1.寅"]


def test_a_section_is_not_dropped_where_it_is_or_where_its_level_cannot_be(
    chapter: OpenChapter,
) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    first, child, second = _item(outline, 0), _item(outline, 0, 0), _item(outline, 1)
    for item, to, share in [
        (first, first, 0.1),
        (first, child, 0.9),
        (first, second, 0.1),
        (child, first, 0.9),
        (child, first, 0.1),
        (child, child, 0.6),
    ]:
        assert not _drag(chapter, item, to, share)
    assert chapter.texts == list(TEXTS)


def test_what_comes_from_elsewhere_is_not_dropped(chapter: OpenChapter) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    place = outline.visualItemRect(_item(outline, 1)).center()
    data = QMimeData()
    data.setText("甲")
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    outline.dropEvent(drop)
    assert not drop.isAccepted()
    assert chapter.texts == list(TEXTS)


def test_keys_in_the_outline_move_the_section_that_is_chosen_there(
    chapter: OpenChapter, window: MainWindow, qtbot: QtBot
) -> None:
    chapter.write(*TEXTS)
    outline = chapter.page.outline
    chapter.put_caret(1, 0)
    outline.setFocus()
    outline.setCurrentItem(_item(outline, 1))
    window.ui.actionSectionUp.trigger()
    assert chapter.texts[1] == "（一）乙"


def test_nothing_is_dragged_where_there_is_only_reading(
    empty_window: MainWindow, project: Project, form: Form
) -> None:
    document = Document(project, form, None, access=Access(can_edit=False, reason="只读"))
    empty_window.show_document(document)
    empty_window.show_place(ParagraphAddress(CHAPTER, 1))
    outlines = empty_window.findChildren(ChapterOutline)
    assert outlines
    assert not any(outline.dragEnabled() or outline.acceptDrops() for outline in outlines)
