"""The founding document, its form and the bundled fonts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.fonts.font_search import find_fonts
from xjdesk.typesetting.fonts.font_set import FontSet
from xjdesk.typesetting.grid import mm
from xjdesk.typesetting.pages import GlyphRun

BUNDLED = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="session")
def form() -> Form:
    return shipped_forms().form("zfxxgk-2014")


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return find_fonts([], BUNDLED)


@pytest.fixture(scope="session")
def sample() -> Report:
    text = resource("samples", "xiji-2016.txt").read_bytes()
    return read_report(text, "xiji-2016.txt", shipped_forms(), None).report


@pytest.fixture
def bundled() -> Path:
    return BUNDLED


@pytest.fixture(scope="session")
def ink_right_mm(fonts: FontSet) -> Callable[[GlyphRun], float]:
    """Where the ink of a run's last character ends: the blank of a mark may hang out."""

    def right(run: GlyphRun) -> float:
        if not run.text:
            return run.x_mm
        last = run.text[-1]
        start = run.x_mm + fonts.width_mm(run) - fonts.advance_mm(run, last)
        ink = fonts.metrics(run.face).ink(last)
        return start + (ink.right * mm(run.size_pt) if ink else 0.0)

    return right
