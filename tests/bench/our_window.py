"""The program's window, shown on the project that is named, and closed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from xjdesk.app.window import make_services
from xjdesk.gui.application import run

with tempfile.TemporaryDirectory() as folder:
    services = make_services(Path(folder) / "settings.ini")
    # Made before the program's own, so that its closing can be arranged.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.closeAllWindows))
    code = run(services, Path(sys.argv[1]), sys.argv[:1])
sys.exit(code)
