"""What the preview remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from xjdesk.gui.preview.page_view_guides import Guides
from xjdesk.gui.preview.page_view_zoom import PERCENTS, Fit, Zoom
from xjdesk.gui.preview.settings import PreviewPlace, PreviewSettings
from xjdesk.gui.settings import Settings


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    first = PreviewSettings(settings)
    assert first.guides() == Guides(grid=False, seal=True)
    assert first.place() is PreviewPlace.BEHIND
    first.keep_guides(Guides(grid=True, seal=False))
    first.keep_place(PreviewPlace.FRONT)
    settings.write()
    second = PreviewSettings(Settings(path))
    assert second.guides() == Guides(grid=True, seal=False)
    assert second.place() is PreviewPlace.FRONT


def test_broken_values_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[preview]\ngrid=perhaps\nseal=\nplace=upstairs\nzoom=99\n", encoding="utf-8")
    settings = PreviewSettings(Settings(path))
    assert settings.guides() == Guides(grid=False, seal=True)
    assert settings.place() is PreviewPlace.BEHIND
    assert settings.zoom() is Fit.WIDTH


@pytest.mark.parametrize("zoom", [*Fit, *PERCENTS])
def test_every_zoom_is_kept(tmp_path: Path, zoom: Zoom) -> None:
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    PreviewSettings(settings).keep_zoom(zoom)
    settings.write()
    assert PreviewSettings(Settings(path)).zoom() == zoom
