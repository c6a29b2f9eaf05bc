"""What is asked before a document is printed, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from xjdesk.typesetting.page_options import PageOptions

if TYPE_CHECKING:
    # Loading it takes longer than showing the window.
    from PySide6.QtPrintSupport import QPrinter

    from xjdesk.gui.printing.devices import PrintDevices

GoOn = Callable[[int, int], bool]
"""Told how many sides of how many are printed; says whether the user wants the rest."""

MOST_OFFSET_MM = 20
"""What is further off than this was not put into the printer straight."""


class Sides(Enum):
    """On which sides of a sheet, and who turns it: the printer, or the user by hand."""

    ONE = "one"
    BOTH = "both"
    BOTH_BY_HAND = "both by hand"


@dataclass(frozen=True, slots=True)
class PrintOffset:
    """How far everything is moved on the paper, in mm: to the right and down are positive.

    Neither is more than `MOST_OFFSET_MM` either way.
    """

    right_mm: float = 0.0
    down_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed, and how.

    `printer` is open and keeps what was chosen in its own dialog. `pages` are page numbers in
    rising order, None for all.
    """

    printer: QPrinter
    options: PageOptions
    sides: Sides
    pages: tuple[int, ...] | None = None
    copies: int = 1
    offset: PrintOffset = PrintOffset()


@dataclass(frozen=True, slots=True)
class PrintQuestion:
    """What the print dialog starts from.

    `printers` are names known to `devices`, at least one; `proposed` is one of them. `page_count`
    says how many pages there are under given options, `offset` what was last used on the printer
    of that name.
    """

    devices: PrintDevices
    printers: tuple[str, ...]
    proposed: str
    options: PageOptions
    page_count: Callable[[PageOptions], int]
    offset: Callable[[str], PrintOffset]
    current_page: int | None = None
