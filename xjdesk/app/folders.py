"""Where the program keeps what is its own: settings, words and logs, in the user's folders."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "xjdesk"


def settings_file() -> Path:
    """The file of the window's settings."""
    from platformdirs import user_config_path

    return user_config_path(APP_NAME, appauthor=False) / "settings.ini"


def user_words_file() -> Path:
    """The file of the user's own words."""
    return user_words_beside(settings_file())


def user_words_beside(settings: Path) -> Path:
    """The file of the user's own words where the settings are in that file.

    It has the name that the menu calls the words by, and its user may look for it.
    """
    return settings.with_name("我的用词表.txt")


def issuer_profiles_beside(settings: Path) -> Path:
    """The file of the offices' profiles where the settings are in that file."""
    return settings.with_name("单位资料.json")


def log_folder() -> Path:
    """The folder of the log files."""
    from platformdirs import user_log_path

    return user_log_path(APP_NAME, appauthor=False)


def backup_folder() -> Path:
    """The folder of the backups."""
    return _state_folder() / "backups"


def journal_folder() -> Path:
    """The folder of the recovery journals."""
    return _state_folder() / "recovery"


def _state_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path(APP_NAME, appauthor=False)
