"""A window in which every text looks like HTML that names a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.plain_text.html_everywhere import FILE_NAME, html_everywhere
from tests.gui.plain_text.watched_picture import WatchedPicture
from xjdesk.app.check_data import CheckDataSource
from xjdesk.core.report import Report
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project_file import write_project


@pytest.fixture
def picture(tmp_path: Path, qapp: QApplication) -> Iterator[WatchedPicture]:
    """What the HTML of all texts would show."""
    watched = WatchedPicture(tmp_path / "probe.png")
    yield watched
    watched.close()


@pytest.fixture
def services(services: Services) -> Services:
    """With all the words by which a report is checked."""
    return replace(services, check_data=CheckDataSource(services.user_words).load)


@pytest.fixture
def opened(
    empty_window: MainWindow,
    picture: WatchedPicture,
    sample: Report,
    library: FormLibrary,
    tmp_path: Path,
    qtbot: QtBot,
) -> MainWindow:
    """The window on a file in which every text looks like HTML."""
    project = html_everywhere(picture.html, sample, library.source(sample.form_id))
    write_project(tmp_path / FILE_NAME, project)
    # The signs beside all fields are to be in view.
    empty_window.resize(1600, 1200)
    empty_window.files.open_path(tmp_path / FILE_NAME)
    document = empty_window.document
    assert document is not None
    qtbot.waitUntil(lambda: document.check_data is not None)
    assert document.form.name.startswith(picture.html)
    return empty_window
