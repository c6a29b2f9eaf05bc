"""What holds for every test: no real user folder, no real screen, no window left behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Qt reads it once, when its application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "xjdesk", deadline=None, database=None, derandomize=bool(os.environ.get("CI"))
)
settings.load_profile("xjdesk")

_USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, to which every way of finding the user's folders leads."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in _USER_FOLDERS.items():
        path = home / folder
        # Qt refuses a run-time folder that others may enter.
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
    # The fonts of the machine the tests run on must not change what they see.
    monkeypatch.setenv("XJDESK_FONT_FOLDERS", "")
    _redirect_qt_settings(home)
    return home


@pytest.fixture(autouse=True)
def no_window_left_behind() -> Iterator[None]:
    """Fail a test after which a window is still to be seen."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None:
        return
    left = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    if left:
        pytest.fail("left visible: " + ", ".join(repr(widget) for widget in left))


def _redirect_qt_settings(home: Path) -> None:
    # Qt looks at the environment once; later only this moves where it keeps settings. Loaded or
    # not, never imported from here: most tests are about what knows nothing of Qt.
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return
    for form in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
        core.QSettings.setPath(form, core.QSettings.Scope.UserScope, str(home / ".config"))
