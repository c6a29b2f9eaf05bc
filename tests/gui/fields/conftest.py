"""A window on a report that nobody has begun."""

from __future__ import annotations

import pytest

from xjdesk.core.form import Form
from xjdesk.core.report import empty_report
from xjdesk.gui.document import Document
from xjdesk.gui.fields_page import FieldsPage
from xjdesk.gui.main_window import MainWindow
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import new_project


@pytest.fixture
def blank(form: Form, library: FormLibrary) -> Document:
    """An empty report on 2016."""
    source = library.source(form.id)
    return Document(new_project(empty_report(form, 2016), source), form, None)


@pytest.fixture
def page(empty_window: MainWindow, blank: Document) -> FieldsPage:
    """Its first tab."""
    empty_window.show_document(blank)
    workspace = empty_window.workspace
    assert workspace is not None
    page = workspace.page(0)
    assert isinstance(page, FieldsPage)
    return page
