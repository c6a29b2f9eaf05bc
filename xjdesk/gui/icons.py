"""The program's icons, drawn for it, from resources/icons."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file
from importlib.resources.abc import Traversable

from PySide6.QtGui import QIcon

Resource = Callable[..., Traversable]
"""Finds a file of resources/ by its parts."""


class Icons:
    """Icons by the name of their file without suffix."""

    def __init__(self, resource: Resource) -> None:
        self._resource = resource

    def icon(self, name: str) -> QIcon:
        """The icon, sharp at every scale; ResourceMissingError when there is none."""
        with as_file(self._resource("icons", f"{name}.svg")) as path:
            return QIcon(str(path))
