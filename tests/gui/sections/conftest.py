from __future__ import annotations

import pytest

from tests.gui.sections.chapter import CHAPTER, OpenChapter
from xjdesk.core.address import ParagraphAddress
from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow


@pytest.fixture
def chapter(window: MainWindow, document: Document) -> OpenChapter:
    """The first chapter of the founding document, open."""
    window.show_place(ParagraphAddress(CHAPTER, 0))
    assert window.workspace is not None
    page = window.workspace.page(window.workspace.currentIndex())
    assert isinstance(page, ChapterPage)
    return OpenChapter(window, document, page)
