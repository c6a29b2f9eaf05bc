"""Which part of the window the user is working in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xjdesk.gui.chapter_page import ChapterPage
from xjdesk.gui.fields_page import FieldsPage
from xjdesk.gui.help.manual import Topic
from xjdesk.gui.page import Page
from xjdesk.gui.shell import Shell
from xjdesk.gui.tables.page import TablePage

_OF_PAGES: tuple[tuple[type[Page], Topic], ...] = (
    (FieldsPage, Topic.FIELDS),
    (ChapterPage, Topic.CHAPTER),
    (TablePage, Topic.TABLE),
)


def topic_of(shell: Shell, preview: QWidget | None, focus: QWidget | None) -> Topic:
    """What the focus is in: the panels, else the open tab, else the start page."""
    workspace, findings = shell.workspace, shell.findings_panel
    if focus is not None:
        if findings is not None and findings.isAncestorOf(focus):
            return Topic.FINDINGS
        if preview is not None and preview.isAncestorOf(focus):
            return Topic.PREVIEW
    if workspace is None:
        return Topic.START
    page = workspace.page(workspace.currentIndex())
    return next((topic for kind, topic in _OF_PAGES if isinstance(page, kind)), Topic.START)
