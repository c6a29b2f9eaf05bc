"""From a key pressed in the window to the window that shows it; asserts nothing.

python tests/bench/window_keys.py

`at once` is what the key does before the control that took it answers, the checks of the edit
among it; `painted` what the event loop does until everything is painted again.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sample_report import EDITED, sample_project

from xjdesk.app.window import make_services
from xjdesk.core.address import CellAddress
from xjdesk.gui.application import make_application
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow

_KEYS, _WARM_UPS, _SETTLING_S = 120, 10, 1.5
_FIRST_CELL = CellAddress("statistics", "disclosed", "count")
_DIGITS = (Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_0, Qt.Key.Key_6)
_WORDS = "全县各乡镇、各部门主动公开政府信息"


def main() -> None:
    """Print medians and 95th percentiles in ms."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        services = make_services(Path(folder) / "settings.ini")
        application = make_application(services, ["bench"])
        project = sample_project()
        document = Document(project, services.forms.form(project.report.form_id), None)
        window = MainWindow(services)
        window.show_document(document)
        window.show()
        window.activateWindow()
        _settle(application)
        print(f"{'ms':24}{'at once':>10}{'p95':>8}{'painted':>10}{'p95':>8}")
        window.show_place(_FIRST_CELL)
        _settle(application)
        _measure(application, "digit in a cell", _press_each(_DIGITS))
        _measure(application, "Enter in the grid", _press_each((Qt.Key.Key_7, Qt.Key.Key_Return)))
        window.show_place(EDITED)
        _settle(application)
        _measure(application, "word in a paragraph", _compose_each(_WORDS))
        window.hide()
        document.close()


def _press_each(keys: Sequence[Qt.Key]) -> Callable[[], None]:
    """Presses the next of the keys, over and over."""
    coming = cycle(keys)

    def press() -> None:
        QTest.keyClick(_focus(), next(coming))

    return press


def _compose_each(words: str) -> Callable[[], None]:
    """Lets an input method give the next character, over and over."""
    coming = cycle(words)

    def compose() -> None:
        event = QInputMethodEvent()
        event.setCommitString(next(coming))
        QApplication.sendEvent(_focus(), event)

    return compose


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _measure(application: QApplication, what: str, press: Callable[[], None]) -> None:
    taken = list(islice(_times(application, press), _KEYS + _WARM_UPS))[_WARM_UPS:]
    columns = list(zip(*taken, strict=True))
    shown = "".join(
        f"{statistics.median(times):10.2f}{statistics.quantiles(times, n=20)[-1]:8.2f}"
        for times in columns
    )
    print(f"{what:24}{shown}")


def _times(application: QApplication, press: Callable[[], None]) -> Iterator[tuple[float, float]]:
    while True:
        start = time.perf_counter()
        press()
        done = time.perf_counter()
        application.processEvents()
        yield (done - start) * 1000, (time.perf_counter() - done) * 1000


def _settle(application: QApplication) -> None:
    """Let what opens with the document come to its end."""
    until = time.monotonic() + _SETTLING_S
    while time.monotonic() < until:
        application.processEvents()


if __name__ == "__main__":
    main()
