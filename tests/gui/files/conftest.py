"""What the tests of files are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjdesk.storage.project import Project
from xjdesk.storage.project_file import write_project


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    """A project file that holds the founding document."""
    path = tmp_path / "西吉.xjd"
    write_project(path, project)
    return path
