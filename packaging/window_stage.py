"""The program's window on real reports, without a screen, to take pictures of it.

Nothing of the user is read or written: settings, backups and recovery are in a folder of its own,
which must be given before Qt is loaded.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xjdesk.storage.project import Project

_ROOT = Path(__file__).resolve().parents[1]
SAMPLE = _ROOT / "resources" / "samples" / "xiji-2016.txt"
_USER_FOLDERS = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)
_TURN_S, _REST_S, _LONGEST_S = 0.01, 0.25, 20.0


def seclude(home: Path) -> None:
    """Let the program keep what is the user's in `home`, and need no screen."""
    for name in _USER_FOLDERS:
        os.environ[name] = str(home)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The fonts of the program, that pictures are alike on all machines.
    os.environ["XJDESK_FONT_FOLDERS"] = ""
    os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"


class Stage:
    """One application with one window; `seclude` comes before."""

    def __init__(self, home: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from xjdesk.app.window import make_services
        from xjdesk.gui.application import make_application
        from xjdesk.gui.main_window import MainWindow

        self.services = make_services(home / "settings.ini")
        self.application = make_application(self.services, ["xjdesk"])
        # A caret that comes and goes would make every picture another.
        QApplication.setCursorFlashTime(0)
        self.window = MainWindow(self.services)

    def show_sample(self) -> None:
        """Open the founding document."""
        self.show_project(self.services.import_text(SAMPLE).project)

    def show_project(self, project: Project, *, read_only: str = "") -> None:
        """Open a report that no file holds; with a reason, for being looked at only."""
        from xjdesk.gui.access import EDITING, Access
        from xjdesk.gui.document import Document

        access = Access(can_edit=False, reason=read_only) if read_only else EDITING
        form = self.services.forms.form(project.report.form_id)
        self.window.show()
        self.window.show_document(Document(project, form, None, None, access=access))
        self.settle()

    def settle(self, rest_s: float = _REST_S) -> None:
        """Wait until checks and pages are done and everything is painted."""
        until = time.monotonic() + _LONGEST_S
        while time.monotonic() < until and not self._is_done():
            self._turn()
        rested = time.monotonic() + rest_s
        while time.monotonic() < rested:
            self._turn()

    def _is_done(self) -> bool:
        document, preview = self.window.document, self.window.preview
        if document is not None and document.check_data is None:
            return False
        return preview.panel is None or not preview.is_seen or bool(preview.page_number())

    def _turn(self) -> None:
        self.application.processEvents()
        time.sleep(_TURN_S)
