from __future__ import annotations

from pytestqt.qtbot import QtBot

from xjdesk.gui.document import Document
from xjdesk.gui.help.manual import Topic
from xjdesk.gui.help.topic import topic_of
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services


def _page_by_f1(window: MainWindow) -> str:
    window.ui.actionHelp.trigger()
    help_window = window.help.window
    assert help_window is not None
    page = help_window.view.page()
    assert page is not None
    return page.name


def test_without_a_document_it_is_the_first_steps(empty_window: MainWindow) -> None:
    assert topic_of(empty_window, empty_window.ui.previewDock, None) is Topic.START
    assert _page_by_f1(empty_window) == "quick-start.md"


def test_every_tab_of_every_form_has_a_topic(empty_window: MainWindow, services: Services) -> None:
    for form_id in services.forms.ids():
        form = services.forms.form(form_id)
        project = services.new_project(form_id, form.first_year)
        empty_window.show_document(Document(project, form, None))
        workspace = empty_window.workspace
        assert workspace is not None
        topics: list[Topic] = []
        for number in range(workspace.count()):
            workspace.setCurrentIndex(number)
            topics.append(topic_of(empty_window, None, None))
        assert topics[0] is topics[-1] is Topic.FIELDS
        assert set(topics) == {Topic.FIELDS, Topic.CHAPTER, Topic.TABLE}
        tables = {n for n, topic in enumerate(topics) if topic is Topic.TABLE}
        assert tables == {n for n in range(workspace.count()) if workspace.is_table(n)}


def test_help_opens_at_what_the_user_works_in(window: MainWindow, qtbot: QtBot) -> None:
    workspace, panel = window.workspace, window.findings_panel
    assert workspace is not None
    assert panel is not None
    workspace.setCurrentIndex(1)
    assert _page_by_f1(window) == "chapters.md"
    window.show_first_table()
    assert _page_by_f1(window) == "tables.md"
    assert topic_of(window, window.ui.previewDock, panel.view) is Topic.FINDINGS
    window.ui.actionPrintPreview.trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    assert window.preview.panel is not None
    inside = window.preview.panel.view
    assert topic_of(window, window.ui.previewDock, inside) is Topic.PREVIEW


def test_the_quick_start_opens_whatever_is_open(window: MainWindow) -> None:
    window.show_first_table()
    window.ui.actionQuickStart.trigger()
    assert window.help.window is not None
    page = window.help.window.view.page()
    assert page is not None
    assert page.name == "quick-start.md"
