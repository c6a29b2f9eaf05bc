"""All that the program has, with its own files in a folder that is given."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from xjdesk.app.window import make_services
from xjdesk.gui.services import Services
from xjdesk.storage.backups.backup_folder import BackupFolder
from xjdesk.storage.journals.journal import JournalFolder
from xjdesk.storage.project_store import ProjectStore


def services_in(folder: Path) -> Services:
    """Everything real; settings, words, backups, journals and logs are in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    services = make_services(folder / "settings.ini")
    return dataclasses.replace(
        services,
        projects=ProjectStore(services.forms, BackupFolder(folder / "backups")),
        journals=JournalFolder(folder / "journals"),
        log_folder=folder / "log",
    )
