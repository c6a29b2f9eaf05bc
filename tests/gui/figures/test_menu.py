"""What the context menu of the narrative offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from xjdesk.core.form import Form
from xjdesk.core.report import Chapter, Paragraph
from xjdesk.gui.access import EDITING, Access
from xjdesk.gui.chapter_editor import ChapterEditor
from xjdesk.gui.document import Document
from xjdesk.storage.project import Project

READ_ONLY = Access(can_edit=False, reason="只能查看。")
BIND, CHANGE, RELEASE = "引用统计数(&L)…", "更换引用(&L)…", "解除引用(&U)"


@pytest.fixture
def figured_project(project: Project, figured: Paragraph) -> Project:
    """The founding document, in which one chapter is a sentence with figures."""

    def with_figures(chapter: Chapter) -> Chapter:
        return replace(chapter, paragraphs=(figured,)) if chapter.id == "requests" else chapter

    chapters = tuple(map(with_figures, project.report.chapters))
    return replace(project, report=replace(project.report, chapters=chapters))


class Offered:
    """Opens context menus in the chapter."""

    def __init__(self, project: Project, form: Form) -> None:
        self._project = project
        self._form = form
        self._editors: list[tuple[ChapterEditor, Document]] = []

    def at(self, access: Access, position: int) -> list[str]:
        """What is offered at a character; an empty text where a line is drawn."""
        document = Document(self._project, self._form, None, access=access)
        editor = ChapterEditor(document, "requests")
        self._editors.append((editor, document))
        editor.resize(600, 200)
        editor.show()
        cursor = QTextCursor(editor.document())
        cursor.setPosition(position)
        return _entries(editor, editor.cursorRect(cursor).center() + QPoint(2, 0))

    def close(self) -> None:
        """Let go of all that was shown."""
        for editor, document in self._editors:
            editor.close()
            editor.deleteLater()
            document.close()


@pytest.fixture
def offered(figured_project: Project, form: Form, qapp: QApplication) -> Iterator[Offered]:
    """The context menus of that chapter."""
    offered = Offered(figured_project, form)
    yield offered
    offered.close()


def _entries(editor: ChapterEditor, at: QPoint) -> list[str]:
    found: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found.extend(action.text() for action in menu.actions() if not action.isSeparator())
        menu.close()

    QTimer.singleShot(0, read)
    reason = QContextMenuEvent.Reason.Mouse
    everywhere = editor.viewport().mapToGlobal(at)
    QApplication.sendEvent(editor.viewport(), QContextMenuEvent(reason, at, everywhere))
    return found


def test_a_figure_leads_to_its_cell_and_can_be_bound_anew_or_released(
    offered: Offered, figured: Paragraph
) -> None:
    entries = offered.at(EDITING, figured.figures[0].start)
    assert entries[0].startswith("转到“")
    assert entries[1:3] == [CHANGE, RELEASE]


def test_words_can_be_bound(offered: Offered) -> None:
    assert offered.at(EDITING, 0)[0] == BIND


def test_a_figure_that_is_only_read_leads_to_its_cell_alone(
    offered: Offered, figured: Paragraph
) -> None:
    entries = offered.at(READ_ONLY, figured.figures[0].start)
    assert entries[0].startswith("转到“")
    assert not {BIND, CHANGE, RELEASE} & set(entries)


def test_words_that_are_only_read_offer_nothing_about_figures(offered: Offered) -> None:
    entries = offered.at(READ_ONLY, 0)
    assert entries
    assert not any("引用" in entry or "转到" in entry for entry in entries)
