"""A printer that prints into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from xjdesk.gui.page_painter import PagePainter
from xjdesk.gui.printing.job import GoOn
from xjdesk.typesetting.fonts.font_set import FontSet

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices


@pytest.fixture
def printer(devices: FakeDevices, qapp: QApplication) -> QPrinter:
    """The printer 办公室."""
    return devices.opened("办公室")


@pytest.fixture
def file(devices: FakeDevices) -> Path:
    """What it prints into."""
    return devices.file


@pytest.fixture
def painter(fonts: FontSet) -> PagePainter:
    """A painter of pages in the fonts that come with the program."""
    return PagePainter(fonts)


@pytest.fixture
def to_the_end() -> GoOn:
    """A user who lets the printing go on."""
    return lambda _done, _count: True
