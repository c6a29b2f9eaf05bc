"""The founding document, its form and the bundled fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjdesk.core.form import Form
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.resource_files import resource
from xjdesk.storage.form_library import shipped_forms
from xjdesk.typesetting.font_search import find_fonts
from xjdesk.typesetting.font_set import FontSet

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
