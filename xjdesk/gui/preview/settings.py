"""What the preview remembers from one start to the next."""

from __future__ import annotations

from enum import StrEnum

from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.page_view_zoom import PERCENTS, Fit, Zoom
from xjdesk.gui.settings import Settings

_GRID, _SEAL, _ZOOM, _PLACE = "preview/grid", "preview/seal", "preview/zoom", "preview/place"
_ZOOMS: dict[str, Zoom] = {str(zoom): zoom for zoom in (*Fit, *PERCENTS)}


class PreviewPlace(StrEnum):
    """Where the preview was left: to be seen, behind another panel, or closed."""

    FRONT = "front"
    BEHIND = "behind"
    CLOSED = "closed"


class PreviewSettings:
    """The preview's part of the settings; a value that is missing or broken is the default."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def guides(self) -> Guides:
        """Which guides were last shown."""
        usual = Guides()
        settings = self._settings
        return Guides(grid=settings.flag(_GRID, usual.grid), seal=settings.flag(_SEAL, usual.seal))

    def keep_guides(self, guides: Guides) -> None:
        """Remember which guides are shown."""
        self._settings.keep(_GRID, guides.grid)
        self._settings.keep(_SEAL, guides.seal)

    def zoom(self) -> Zoom:
        """How large pages were last shown."""
        return _ZOOMS.get(self._settings.text(_ZOOM), Fit.WIDTH)

    def keep_zoom(self, zoom: Zoom) -> None:
        """Remember how large pages are shown."""
        self._settings.keep(_ZOOM, str(zoom))

    def place(self) -> PreviewPlace:
        """Where the preview was last left."""
        kept = self._settings.text(_PLACE)
        known = {place.value for place in PreviewPlace}
        return PreviewPlace(kept) if kept in known else PreviewPlace.BEHIND

    def keep_place(self, place: PreviewPlace) -> None:
        """Remember where the preview is left."""
        self._settings.keep(_PLACE, place.value)
