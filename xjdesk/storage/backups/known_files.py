"""Which document was last at which path: for a file that is damaged and cannot tell itself."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

import msgspec

from xjdesk.core.errors import UserError
from xjdesk.storage.files.atomic_file import write_atomically
from xjdesk.storage.files.leftovers import sweep

_LOG = logging.getLogger(__name__)

MOST_FILES = 200
"""So many are remembered; the one that was noted longest ago is forgotten."""

_MOST_ID_LENGTH = 200
_MOST_BYTES = 8 * 1024 * 1024


class KnownFiles:
    """A list of pairs of path and document id, the one noted last first, in a file of JSON.

    A damaged file is as good as none, and is written anew when something is noted.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, file: Path, document_id: str) -> None:
        """Remember that the document is in `file`. Where that cannot be done it is only logged."""
        try:
            self._note(_absolute(file), document_id)
        except UserError as error:
            _LOG.warning("not noted: %s", error.detail)
        except (OSError, ValueError) as error:
            # ValueError: a name that is no Unicode text.
            _LOG.warning("not noted: %s", error)

    def document_at(self, file: Path) -> str | None:
        """The document that was last noted to be in `file`; None when there is none."""
        try:
            key = _key(_absolute(file))
            return next((known for path, known in self._pairs() if _key(path) == key), None)
        except (OSError, ValueError):
            return None

    def file_of(self, document_id: str) -> Path | None:
        """The file in which the document was last noted to be; None when there is none."""
        try:
            return next((Path(path) for path, known in self._pairs() if known == document_id), None)
        except OSError:
            return None

    def _note(self, path: str, document_id: str) -> None:
        # Read before each writing: another window of the program notes in it as well. Where it
        # cannot be read just now, writing would forget what is in it.
        pairs = self._pairs()
        pair = (path, document_id)
        if pairs[:1] == [pair] or len(document_id) > _MOST_ID_LENGTH:
            return
        others = [other for other in pairs if _key(other[0]) != _key(path)]
        data = msgspec.json.encode([pair, *others][:MOST_FILES])
        with suppress(OSError):
            # What is in the way is told when the file cannot be written.
            self._path.parent.mkdir(parents=True, exist_ok=True)
        sweep(self._path.parent)
        write_atomically(self._path, msgspec.json.format(data, indent=1))

    def _pairs(self) -> list[tuple[str, str]]:
        """What is in the file; OSError when there is one that cannot be read."""
        try:
            with self._path.open("rb") as file:
                data = file.read(_MOST_BYTES)
        except FileNotFoundError:
            return []
        try:
            return msgspec.json.decode(data, type=list[tuple[str, str]])
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            _LOG.warning("%s is damaged: %s", self._path, error)
            return []


def _absolute(file: Path) -> str:
    # Without asking the disk, as resolve() does: it may be a stick that was taken out.
    return os.path.abspath(file)  # noqa: PTH100


def _key(path: str) -> str:
    """Equal for two spellings of an absolute path where the system takes them for one."""
    return os.path.normcase(path)
