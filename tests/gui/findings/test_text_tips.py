"""What is said about words when the pointer rests on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from xjdesk.checks.finding import Finding
from xjdesk.core.address import ParagraphAddress, SpanAddress
from xjdesk.core.change import Change, content_at
from xjdesk.core.report import Paragraph
from xjdesk.core.severity import Severity
from xjdesk.gui.document import Document
from xjdesk.gui.findings import text_tips
from xjdesk.gui.main_window import MainWindow

PLACE = ParagraphAddress("requests", 0)
TEXT = "😀共受理申请200件，答复198件。"
RECEIVED, ANSWERED = SpanAddress("requests", 0, 6, 10), SpanAddress("requests", 0, 13, 17)
_Underline = QTextCharFormat.UnderlineStyle


@pytest.fixture
def editor(window: MainWindow, document: Document, tell: Callable[..., None]) -> QTextEdit:
    old = document.report.chapter("requests").paragraphs
    document.submit("改", [Change(PLACE, old, (Paragraph(TEXT), Paragraph("没有收费。")))])
    tell(
        Finding("T-1", Severity.ERROR, (RECEIVED,), "多写了1件", subject="a"),
        Finding("T-2", Severity.QUERY, (ANSWERED,), "请核实", subject="b"),
        Finding("T-3", Severity.HINT, (RECEIVED,), "宜写全称", subject="c"),
        Finding("T-4", Severity.HINT, (ParagraphAddress("requests", 1),), "此段", subject="d"),
    )
    window.show_place(PLACE)
    editor = window.findChild(QTextEdit, "chapter-requests")
    assert isinstance(editor, QTextEdit)
    assert content_at(document.report, PLACE) == (Paragraph(TEXT),)
    return editor


def _point(editor: QTextEdit, position: int, share: float) -> QPoint:
    """Over a character at `position`, at that share of its width."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    left = editor.cursorRect(cursor)
    cursor.setPosition(position + 1)
    width = editor.cursorRect(cursor).x() - left.x()
    return QPoint(left.x() + round(share * width), left.center().y())


def _underlines(editor: QTextEdit, paragraph: int) -> dict[int, QTextCharFormat.UnderlineStyle]:
    """How the stretches of a paragraph are underlined, by their first character."""
    # The type stubs do not know what a FormatRange holds.
    stretches: list[Any] = editor.document().findBlockByNumber(paragraph).layout().formats()
    return {one.start: one.format.underlineStyle() for one in stretches}


Told = Callable[[QPoint], str]


@pytest.fixture
def told_at(editor: QTextEdit, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What the tooltip at a point says; none is really shown, for it would linger."""
    said: list[str] = []
    show = staticmethod(lambda _place, words, _widget: said.append(words))
    monkeypatch.setattr(text_tips, "QToolTip", type("Recorder", (), {"showText": show}))

    def told_at(point: QPoint) -> str:
        said.clear()
        event = QHelpEvent(QEvent.Type.ToolTip, point, editor.viewport().mapToGlobal(point))
        QApplication.sendEvent(editor.viewport(), event)
        return "".join(said)

    return told_at


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_the_words_under_the_pointer_tell_what_is_wrong(
    editor: QTextEdit, told_at: Told, share: float
) -> None:
    # Qt counts the first character twice.
    assert told_at(_point(editor, 7, share)) == "【强制】多写了1件\n【提示】宜写全称"
    assert told_at(_point(editor, 10, share)).startswith("【强制】")
    assert told_at(_point(editor, 14, share)) == "【核实】请核实"
    assert told_at(_point(editor, 11, share)) == ""


def test_a_finding_about_a_paragraph_is_told_all_over_it(editor: QTextEdit, told_at: Told) -> None:
    start = editor.document().findBlockByNumber(1).position()
    assert told_at(_point(editor, start + 2, 0.5)) == "【提示】此段"


def test_nothing_is_told_below_the_text(editor: QTextEdit, told_at: Told) -> None:
    assert told_at(QPoint(40, editor.viewport().height() - 3)) == ""


def test_severities_are_underlined_by_different_lines(editor: QTextEdit) -> None:
    marked = _underlines(editor, 0)
    assert marked[14] == _Underline.DashUnderline
    # Of two that overlap the graver one is seen.
    assert marked[7] == _Underline.WaveUnderline
    assert set(_underlines(editor, 1).values()) == {_Underline.DotLine}


def test_underlines_go_with_a_palette_that_turns_dark(editor: QTextEdit) -> None:
    before = _underline_colour(editor)
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(35, 35, 35))
    editor.setPalette(palette)
    assert _underline_colour(editor).lightness() > before.lightness()


def _underline_colour(editor: QTextEdit) -> QColor:
    stretches: list[Any] = editor.document().findBlockByNumber(1).layout().formats()
    return stretches[0].format.underlineColor()
