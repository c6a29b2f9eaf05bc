"""What the window remembers from one start to the next: its shape, the files, the page options."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from xjdesk.storage.files.presence import is_folder
from xjdesk.typesetting.page_options import Letterhead, PageOptions

_GEOMETRY, _STATE, _FOLDER, _RECENT, _PATH = (
    "window/geometry",
    "window/state",
    "files/folder",
    "files/recent",
    "path",
)
_LETTERHEAD, _DOUBLE_SIDED = "page/letterhead", "page/double_sided"
_FLAGS = {"true": True, "false": False}
_MOST_RECENT = 9


class Settings:
    """Typed access to one ini file; a value that is missing or broken is the default."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, usual: str = "") -> str:
        """What a part of the window keeps there, as text."""
        return str(self._store.value(key, usual, type=str))

    def flag(self, key: str, usual: bool) -> bool:
        """What a part of the window keeps there, as yes or no."""
        return _FLAGS.get(self.text(key), usual)

    def keep(self, key: str, value: str | float | bool) -> None:
        """Remember what only a part of the window knows of; keys begin with the part's name."""
        self._store.setValue(key, value)

    def forget(self, key: str) -> None:
        """Remember nothing there any more."""
        self._store.remove(key)

    def geometry(self) -> QByteArray:
        """Place and size of the window; empty when unknown."""
        return self._bytes(_GEOMETRY)

    def state(self) -> QByteArray:
        """Places of tool bar and panel; empty when unknown."""
        return self._bytes(_STATE)

    def keep_window(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember the shape of the window."""
        self._store.setValue(_GEOMETRY, geometry)
        self._store.setValue(_STATE, state)

    def page_options(self) -> PageOptions:
        """What was last chosen for printing."""
        usual = PageOptions()
        letterhead = self.text(_LETTERHEAD)
        known = letterhead in {choice.value for choice in Letterhead}
        return PageOptions(
            double_sided=self.flag(_DOUBLE_SIDED, usual.double_sided),
            letterhead=Letterhead(letterhead) if known else usual.letterhead,
        )

    def keep_page_options(self, options: PageOptions) -> None:
        """Remember what was chosen for printing."""
        self.keep(_LETTERHEAD, options.letterhead.value)
        self.keep(_DOUBLE_SIDED, options.double_sided)

    def folder(self) -> Path:
        """The folder of the file last opened, saved or exported, else the user's home."""
        folder = Path(self.text(_FOLDER) or Path.home())
        return folder if is_folder(folder) else Path.home()

    def keep_folder(self, folder: Path) -> None:
        """Remember the folder to begin with next time."""
        self.keep(_FOLDER, str(folder.absolute()))

    def recent_files(self) -> tuple[Path, ...]:
        """The files last opened or saved, latest first; they need not exist any more."""
        count = self._store.beginReadArray(_RECENT)
        paths: list[str] = []
        for number in range(min(count, _MOST_RECENT)):
            self._store.setArrayIndex(number)
            paths.append(self.text(_PATH))
        self._store.endArray()
        return tuple(Path(path) for path in paths if path)

    def add_recent_file(self, path: Path) -> None:
        """Put `path` at the head of the recent files and remember its folder."""
        absolute = path.absolute()
        others = [other for other in self.recent_files() if other != absolute]
        self._keep_recent([absolute, *others][:_MOST_RECENT])
        self.keep_folder(absolute.parent)

    def forget_recent_file(self, path: Path) -> None:
        """Take `path` off the recent files."""
        self._keep_recent([other for other in self.recent_files() if other != path])

    def write(self) -> None:
        """Write to the file what is not there yet."""
        self._store.sync()

    def _keep_recent(self, paths: list[Path]) -> None:
        self._store.remove(_RECENT)
        self._store.beginWriteArray(_RECENT, len(paths))
        for number, path in enumerate(paths):
            self._store.setArrayIndex(number)
            self.keep(_PATH, str(path))
        self._store.endArray()

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
