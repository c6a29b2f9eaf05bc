from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from xjdesk.core.form import Form
from xjdesk.gui.closed_documents import ClosedDocuments
from xjdesk.gui.document import Document
from xjdesk.storage.project import Project


@pytest.fixture
def _nobody_else_looks() -> Iterator[None]:
    """Python does not look for garbage by itself."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_nobody_else_looks")
def test_what_is_left_of_a_document_goes_with_it(
    qtbot: QtBot, project: Project, form: Form
) -> None:
    owner = QObject()
    closed = ClosedDocuments(owner)
    document = Document(project, form, None)
    # As the pages and the steps of the undo stack refer to it, and it to them.
    vars(document)["itself"] = document
    left = weakref.ref(document)
    document.close()
    closed.end(document)
    del document
    assert left() is not None
    qtbot.waitUntil(lambda: left() is None)
