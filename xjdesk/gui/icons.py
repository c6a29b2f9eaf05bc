"""The program's icons, drawn for it, from resources/icons."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file
from importlib.resources.abc import Traversable

from PySide6.QtGui import QIcon, QPalette

from xjdesk.gui.colours import is_dark

Resource = Callable[..., Traversable]
"""Finds a file of resources/ by its parts."""


class Icons:
    """Icons by the name of their file without suffix, each made once.

    Qt keeps what it drew of an icon, up to 10 MB, though the icon itself be gone: icons made anew
    for every document would come to fill that.
    """

    def __init__(self, resource: Resource) -> None:
        self._resource = resource
        self._made: dict[str, QIcon] = {}
        self._made_for_dark: dict[str, QIcon] = {}

    def icon(self, name: str) -> QIcon:
        """The icon, sharp at every scale; ResourceMissingError when there is none."""
        if name not in self._made:
            with as_file(self._file(name)) as path:
                self._made[name] = QIcon(str(path))
        return self._made[name]

    def on_ground(self, name: str, palette: QPalette) -> QIcon:
        """The same, in colours that stand out on the grounds of `palette`."""
        if not is_dark(palette):
            return self.icon(name)
        if name not in self._made_for_dark:
            # Loaded only where it is dark.
            from xjdesk.gui.look.icon_colours import recoloured, rendered

            drawing = self._file(name).read_text(encoding="utf-8")
            self._made_for_dark[name] = rendered(recoloured(drawing, palette))
        return self._made_for_dark[name]

    def _file(self, name: str) -> Traversable:
        return self._resource("icons", f"{name}.svg")
