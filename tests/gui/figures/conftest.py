"""The chapter 三、依申请公开 with a sentence that has figures."""

from __future__ import annotations

import pytest

from xjdesk.core.address import CellAddress, ParagraphAddress
from xjdesk.core.change import Change
from xjdesk.core.figure import FigureKind, FigureSource
from xjdesk.core.figure_placing import placed
from xjdesk.core.report import Paragraph
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow

_SENTENCE = "共收到申请200件，𠮷办结198件，同比增长5.5%。"


@pytest.fixture
def figured() -> Paragraph:
    """A sentence in which 200 and 198 are figures; 𠮷 counts twice where Qt counts."""
    paragraph = Paragraph(_SENTENCE)
    for row, number in (("received", "200"), ("closed", "198")):
        source = FigureSource(FigureKind.VALUE, (CellAddress("statistics", row, "count"),))
        start = _SENTENCE.index(number)
        paragraph = placed(paragraph, start, start + len(number), source, number)
    return paragraph


@pytest.fixture
def page(window: MainWindow, document: Document, figured: Paragraph) -> ChapterPage:
    """The page of the chapter, whose one paragraph is the sentence."""
    old = document.report.chapter("requests").paragraphs
    document.submit("改", [Change(ParagraphAddress("requests", 0), old, (figured,))])
    document.stack.clear()
    window.show_place(ParagraphAddress("requests", 0))
    assert window.workspace is not None
    found = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(found, ChapterPage)
    return found
