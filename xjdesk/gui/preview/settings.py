"""What the preview remembers from one start to the next."""

from __future__ import annotations

from enum import StrEnum

from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.settings import Settings

_GRID, _SEAL, _PLACE = "preview/grid", "preview/seal", "preview/place"
_FLAGS = {"true": True, "false": False}


class PreviewPlace(StrEnum):
    """Where the preview was left: to be seen, behind another panel, or closed."""

    FRONT = "front"
    BEHIND = "behind"
    CLOSED = "closed"


class PreviewSettings:
    """The preview's part of the settings; a value that is missing or broken is the default."""

    def __init__(self, settings: Settings) -> None:
        self._store = settings.store

    def guides(self) -> Guides:
        """Which guides were last shown."""
        usual = Guides()
        return Guides(grid=self._flag(_GRID, usual.grid), seal=self._flag(_SEAL, usual.seal))

    def keep_guides(self, guides: Guides) -> None:
        """Remember which guides are shown."""
        self._store.setValue(_GRID, guides.grid)
        self._store.setValue(_SEAL, guides.seal)

    def place(self) -> PreviewPlace:
        """Where the preview was last left."""
        kept = str(self._store.value(_PLACE, "", type=str))
        known = {place.value for place in PreviewPlace}
        return PreviewPlace(kept) if kept in known else PreviewPlace.BEHIND

    def keep_place(self, place: PreviewPlace) -> None:
        """Remember where the preview is left."""
        self._store.setValue(_PLACE, place.value)

    def _flag(self, key: str, usual: bool) -> bool:
        return _FLAGS.get(str(self._store.value(key, "", type=str)), usual)
