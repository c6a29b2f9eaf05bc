"""What figures look like in the narrative, and what they answer to the mouse."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QInputMethodEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.figures.menu import add_figure_entries
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.page import FigureDeed
from xjdesk.gui.tables.page import TablePage
from xjdesk.gui.text_span import qt_length

_RECEIVED = CellAddress("statistics", "received", "count")


@pytest.fixture
def editor(document: Document, figured: Paragraph, qtbot: QtBot) -> ChapterEditor:
    old = document.report.chapter("requests").paragraphs
    document.submit("改", [Change(ParagraphAddress("requests", 0), old, (figured,))])
    made = ChapterEditor(document, "requests")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def _spot(editor: ChapterEditor, words: str, up: int = 0) -> QPoint:
    """The middle of words in the first paragraph, as many pixels above the foot of the line."""
    text = editor.toPlainText()
    ends: list[QPoint] = []
    cursor = editor.textCursor()
    for at in (text.index(words), text.index(words) + len(words)):
        cursor.setPosition(qt_length(text[:at]))
        ends.append(editor.cursorRect(cursor).bottomLeft())
    return QPoint((ends[0].x() + ends[1].x()) // 2, ends[0].y() - up)


def _column(editor: ChapterEditor, words: str) -> list[QColor]:
    """The colours from the top of the line to below its foot, between two characters."""
    editor.viewport().repaint()
    image: QImage = editor.viewport().grab().toImage()
    cursor = editor.textCursor()
    cursor.setPosition(qt_length(editor.toPlainText().split(words)[0]))
    area = editor.cursorRect(cursor)
    return [
        image.pixelColor(area.center().x() + 3, y) for y in range(area.top(), area.bottom() + 4)
    ]


def _bluest(colours: list[QColor]) -> int:
    return max(colour.blue() - colour.red() for colour in colours)


@pytest.mark.parametrize("dark", [False, True])
def test_a_chip_has_a_tinted_ground_and_a_line(editor: ChapterEditor, dark: bool) -> None:
    if dark:
        palette = editor.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(30, 30, 30))
        palette.setColor(QPalette.ColorRole.Text, QColor(230, 230, 230))
        editor.setPalette(palette)
    chip, plain = _column(editor, "200"), _column(editor, "申请")
    ground = QColor(Counter(colour.name() for colour in chip).most_common(1)[0][0])
    words = editor.palette().color(QPalette.ColorRole.Text)
    assert ground.blue() - ground.red() > 15
    assert abs(ground.lightness() - words.lightness()) > 120
    assert _bluest(chip) > 1.4 * _bluest([ground])
    assert _bluest(plain) <= 2


def test_a_chip_goes_with_its_figure(editor: ChapterEditor) -> None:
    editor.insertPlainText("2016年")
    assert _bluest(_column(editor, "200")) > 15
    assert _bluest(_column(editor, "2016")) <= 2
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("200") + 1)
    cursor.insertText("9")
    assert _bluest(_column(editor, "2900")) <= 2


def test_a_chip_moves_while_words_before_it_are_composed(editor: ChapterEditor) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("zhengfu", []))
    layout = editor.document().firstBlock().layout()
    line = layout.lineAt(0)
    assert "zhengfu" in layout.preeditAreaText()
    shown = editor.toPlainText().index("200") + len("zhengfu")
    left, _ = cast("tuple[float, int]", line.cursorToX(shown))
    image = editor.viewport().grab().toImage()
    corner = layout.position()
    colour = image.pixelColor(
        round(corner.x() + left), round(corner.y() + line.y() + line.ascent() / 2)
    )
    assert colour.blue() > colour.red() + 15
    QApplication.sendEvent(editor, QInputMethodEvent("", []))


def test_a_chip_tells_its_cell(editor: ChapterEditor, qtbot: QtBot) -> None:
    def told(words: str) -> str:
        spot = _spot(editor, words, 5)
        event = QHelpEvent(QEvent.Type.ToolTip, spot, editor.viewport().mapToGlobal(spot))
        QApplication.sendEvent(editor.viewport(), event)
        return QToolTip.text()

    assert told("198") == "引用统计数：三、（二）申请办结数 198"
    told("同比")
    qtbot.waitUntil(lambda: QToolTip.text() == "")


def _double_click(editor: ChapterEditor, words: str) -> str:
    spot = QPointF(_spot(editor, words, 5))
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        spot,
        editor.viewport().mapToGlobal(spot),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(editor.viewport(), event)
    return editor.textCursor().selectedText()


def test_a_double_click_selects_a_chip_as_a_whole(
    editor: ChapterEditor, document: Document, figured: Paragraph
) -> None:
    source = FigureSource(FigureKind.SHARE, (_RECEIVED, _RECEIVED), 1)
    start = figured.text.index("5.5%")
    replaced = figured.text[:start] + "100.0%" + figured.text[start + 4 :]
    figure = type(figured.figures[0])(start, start + 6, source)
    new = Paragraph(replaced, (*figured.figures, figure))
    document.submit("改", [Change(ParagraphAddress("requests", 0), (figured,), (new,))])
    editor.refresh()
    assert _double_click(editor, "100.0%") == "100.0%"
    assert _double_click(editor, "200") == "200"


def _entries(document: Document, source: FigureSource | None, done: list[object]) -> list[str]:
    menu = QMenu()
    menu.addAction("复制")
    add_figure_entries(menu, document.form, source, done.append, done.append)
    for action in menu.actions()[:-1]:
        action.trigger()
    return [action.text() for action in menu.actions()]


def test_the_menu_of_a_chip_leads_to_its_cells(document: Document) -> None:
    done: list[object] = []
    gone = CellAddress("statistics", "gone", "count")
    source = FigureSource(FigureKind.SHARE, (_RECEIVED, gone))
    assert _entries(document, source, done) == [
        "转到“三、（一）收到申请数”",
        "更换引用(&L)…",
        "解除引用(&U)",
        "",
        "复制",
    ]
    assert done == [_RECEIVED, FigureDeed.BIND, FigureDeed.RELEASE]


def test_elsewhere_the_menu_offers_to_bind(document: Document) -> None:
    done: list[object] = []
    assert _entries(document, None, done) == ["引用统计数(&L)…", "", "复制"]
    assert done == [FigureDeed.BIND]


def test_a_chip_leads_to_the_table(page: ChapterPage, window: MainWindow) -> None:
    page.editor.place_wanted.emit(_RECEIVED)
    assert window.workspace is not None
    shown = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(shown, TablePage)
