"""Which file each document is compared with, from one start to the next."""

from __future__ import annotations

from pathlib import Path

from xjdesk.gui.settings import Settings


class RememberedLastYear:
    """The file of last year's report for every document, by the document's id."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, document_id: str) -> Path | None:
        """The file that was chosen; None where none was, or it was given up."""
        text = self._settings.text(_key(document_id))
        return Path(text) if text else None

    def keep(self, document_id: str, path: Path) -> None:
        """Remember the file."""
        self._settings.keep(_key(document_id), str(path.absolute()))

    def forget(self, document_id: str) -> None:
        """Compare the document with no file from now on."""
        self._settings.forget(_key(document_id))


def _key(document_id: str) -> str:
    return f"last_year/{document_id}"
