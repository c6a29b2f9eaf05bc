"""Somebody who works in the window with keys and menus, though nobody is there."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xjdesk.core.address import CellAddress, ParagraphAddress, Place
from xjdesk.core.document_fields import SIGNER
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow

Steps = Iterator[None]
"""What is done step by step, with the event loop in between."""

_CELL = CellAddress("statistics", "disclosed", "count")
_EDITED: tuple[Place, ...] = (_CELL, ParagraphAddress("overview", 0), SIGNER)
_TURNS = 6
"""How often the event loop goes round until what was set off is done."""
_LONGEST_S = 20.0


class User(QObject):
    """Does one step after the other, each from the event loop, from when this is made.

    Whatever fails or asks something ends the process: nobody is there to answer.
    """

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        try:
            asking = QApplication.activeModalWidget()
            assert asking is None, f"unasked for: {asking}"
            next(self._steps)
        except StopIteration:
            self._timer.stop()
        # Qt would go on as if nothing had happened, whatever it was.
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)


def rest() -> Steps:
    """Let what was set off come to its end."""
    for _ in range(_TURNS):
        yield


def work_on(window: MainWindow, path: Path) -> Steps:
    """Open the file, edit it, undo that, edit it again, save."""
    window.activateWindow()
    yield from rest()
    window.files.open_path(path)
    yield from rest()
    document = _document(window)
    assert document.path == path
    report = document.report
    for place in _EDITED:
        yield from _type(window, place)
    assert document.stack.count() == len(_EDITED)
    for _ in _EDITED:
        window.ui.actionUndo.trigger()
        yield
    assert document.report == report
    yield from _type(window, _CELL)
    window.ui.actionSave.trigger()
    assert not document.is_modified
    assert document.report != report


def edit_once_more(window: MainWindow) -> Steps:
    """Leave something that is not saved."""
    yield from _type(window, SIGNER)
    assert _document(window).is_modified


def show_all(window: MainWindow) -> Steps:
    """Open the preview with its pages, the windows beside, and every tab."""
    window.review.numbers.show()
    window.changes.show()
    if not window.preview.is_seen:
        window.ui.actionPrintPreview.trigger()
    latest = time.monotonic() + _LONGEST_S
    while not window.preview.page_number():
        assert time.monotonic() < latest, "no pages"
        yield
    workspace = window.workspace
    assert workspace is not None
    for tab in range(workspace.count()):
        workspace.setCurrentIndex(tab)
        yield


def _document(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def _type(window: MainWindow, place: Place) -> Steps:
    """Go to the place and press a key there."""
    window.show_place(place)
    yield
    _press(Qt.Key.Key_7)
    yield
    if isinstance(place, CellAddress):
        _press(Qt.Key.Key_Return)
        yield


def _press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
