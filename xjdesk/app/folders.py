"""Where the program keeps what is its own: settings and logs, in the user's folders."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "xjdesk"


def settings_file() -> Path:
    """The file of the window's settings."""
    from platformdirs import user_config_path

    return user_config_path(APP_NAME, appauthor=False) / "settings.ini"


def log_folder() -> Path:
    """The folder of the log files."""
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False)
