"""What the tests of locks are about."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Where a project is about to be saved for the first time."""
    return tmp_path / "报告.xjd"


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever would wait for somebody goes on at once."""
    monkeypatch.setattr("time.sleep", lambda _: None)
