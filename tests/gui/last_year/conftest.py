"""The founding document's year before, in a file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from xjdesk.core.address import CellAddress
from xjdesk.core.report import Report
from xjdesk.storage.form_library import FormLibrary
from xjdesk.storage.project import new_project
from xjdesk.storage.project_file import write_project

RECEIVED = CellAddress("statistics", "received", "count")


@pytest.fixture
def before(sample: Report) -> Report:
    """The report on the year before: the same, but for a few numbers."""
    values = {**sample.values, RECEIVED: Decimal(20)}
    return replace(sample, year=sample.year - 1, values=values)


@pytest.fixture
def file(before: Report, library: FormLibrary, tmp_path: Path) -> Path:
    """The project file of last year's report, in a folder of its own."""
    path = tmp_path / "上年" / "西吉2015.xjd"
    path.parent.mkdir()
    write_project(path, new_project(before, library.source(before.form_id)))
    return path
