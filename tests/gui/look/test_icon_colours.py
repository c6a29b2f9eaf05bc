from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from tests.gui.look.contrast import LINES, contrast
from xjdesk.gui.icons import Icons
from xjdesk.gui.look.icon_colours import recoloured
from xjdesk.gui.look.scheme import dark_palette
from xjdesk.resource_files import resource

_ON_BARS = (
    "new", "open", "save", "undo", "redo", "pdf", "xlsx", "preview", "print", "help",
    "page-next", "page-previous", "zoom-in", "zoom-out",
)  # fmt: skip


def _share_standing_out(icon: QIcon, ground: QColor) -> float:
    """How much of what is drawn stands out; pale grounds within an icon need not."""
    image = icon.pixmap(QSize(48, 48), 1.0).toImage()
    points = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    drawn = [point for point in points if point.alpha() > 200]
    return sum(contrast(point, ground) >= LINES for point in drawn) / len(drawn)


@pytest.mark.parametrize("name", _ON_BARS)
def test_lines_stand_out_on_dark_ground(qapp: QApplication, name: str) -> None:
    palette = dark_palette()
    ground = palette.color(QPalette.ColorRole.Window)
    icons = Icons(resource)
    share = _share_standing_out(icons.on_ground(name, palette), ground)
    assert share > 0.2
    if name in ("undo", "redo", "page-next", "page-previous"):
        assert share > 0.9
        assert _share_standing_out(icons.icon(name), ground) < 0.1, "else this shows nothing"


def test_on_light_ground_they_are_as_drawn(qapp: QApplication) -> None:
    icons = Icons(resource)
    light = QPalette(QColor("#efefef"))
    assert icons.on_ground("undo", light).cacheKey() == icons.icon("undo").cacheKey()


def test_each_is_made_once_for_dark_ground(qapp: QApplication) -> None:
    icons = Icons(resource)
    made = icons.on_ground("undo", dark_palette())
    assert made.cacheKey() == icons.on_ground("undo", dark_palette()).cacheKey()
    assert made.cacheKey() != icons.icon("undo").cacheKey()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_it_is_sharp_at_the_usual_scales(qapp: QApplication, scale: float) -> None:
    icon = Icons(resource).on_ground("save", dark_palette())
    for side in (16, 24):
        assert icon.pixmap(QSize(side, side), scale).size() == QSize(side, side) * scale


def test_signs_of_severity_keep_their_colours(qapp: QApplication) -> None:
    for name in ("severity-error", "severity-query", "severity-hint"):
        drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        shape = drawing[drawing.index("\n<path" if "<path" in drawing else "\n<circle") :]
        assert shape in recoloured(drawing, dark_palette())
