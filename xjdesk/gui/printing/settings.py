"""What printing remembers from one start to the next."""

from __future__ import annotations

import math
from urllib.parse import quote

from xjdesk.gui.printing.job import MOST_OFFSET_MM, PrintOffset
from xjdesk.gui.settings import Settings

_PRINTER, _OFFSETS = "print/printer", "print/offsets"


class PrintSettings:
    """Typed access to the part of the settings that is about printers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def last_printer(self) -> str:
        """The name of the printer last printed on; empty when there is none."""
        return self._settings.text(_PRINTER)

    def keep_last_printer(self, name: str) -> None:
        """Remember the printer to propose next time."""
        self._settings.keep(_PRINTER, name)

    def offset(self, printer: str) -> PrintOffset:
        """How far the printer of that name moves everything; what is broken is 0."""
        right, down = (self._mm(key) for key in _keys(printer))
        return PrintOffset(right, down)

    def keep_offset(self, printer: str, offset: PrintOffset) -> None:
        """Remember how far the printer of that name is to move everything."""
        for key, mm in zip(_keys(printer), (offset.right_mm, offset.down_mm), strict=True):
            self._settings.keep(key, mm)

    def _mm(self, key: str) -> float:
        try:
            mm = float(self._settings.text(key, "0"))
        except ValueError:
            return 0.0
        return mm if math.isfinite(mm) and abs(mm) <= MOST_OFFSET_MM else 0.0


def _keys(printer: str) -> tuple[str, str]:
    # The name of a printer may hold slashes, which would be groups.
    group = f"{_OFFSETS}/{quote(printer, safe='')}"
    return f"{group}/right_mm", f"{group}/down_mm"
