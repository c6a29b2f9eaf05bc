"""Makes the pictures of the manual, from the program itself.

    python packaging/picture_help.py [FOLDER]     writes them, else into resources/help

They show the founding document and are the same on every run on one machine. Needs the development
environment, and no screen.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import window_stage

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap
    from PySide6.QtWidgets import QWidget

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "help"
_WINDOW_PX, _NARROW_PX = (960, 620), (700, 620)
_WIDEST_PX = 620
_COLOURS, _EXACT = 256, 32


def main(arguments: Sequence[str]) -> int:
    """Write all pictures; the exit code."""
    folder = Path(arguments[0]) if arguments else _FOLDER
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        window_stage.seclude(Path(home))
        _Pictures(window_stage.Stage(Path(home)), folder).take()
    return 0


class _Pictures:
    """Takes one picture after the other, of one window."""

    def __init__(self, stage: window_stage.Stage, folder: Path) -> None:
        self._stage, self._folder = stage, folder

    def take(self) -> None:
        """All of them."""
        from xjdesk.gui.look.scheme import Scheme, apply_scheme

        stage, window = self._stage, self._stage.window
        apply_scheme(stage.application, Scheme.LIGHT)
        window.resize(*_WINDOW_PX)
        stage.show_sample()
        window.show_first_table()
        self._keep("window", window)
        self._take_tabs()
        self._take_panels()
        apply_scheme(stage.application, Scheme.DARK)
        window.show_first_table()
        self._keep("dark", window)
        window.close()

    def _take_tabs(self) -> None:
        window, workspace = self._stage.window, self._stage.window.workspace
        assert workspace is not None
        docks = (window.ui.findingsDock, window.ui.previewDock)
        for dock in docks:
            dock.hide()
        window.resize(*_NARROW_PX)
        for name, tab, height in (("fields", 0, 430), ("chapter", 3, 400), ("table", -2, 400)):
            workspace.setCurrentIndex(tab % workspace.count())
            self._keep(name, workspace, height)
        for dock in docks:
            dock.show()
        docks[0].raise_()
        window.resize(*_WINDOW_PX)

    def _take_panels(self) -> None:
        window = self._stage.window
        panel = window.findings_panel
        assert panel is not None
        window.ui.actionNextFinding.trigger()
        self._keep("findings", panel)
        assert window.workspace is not None
        window.workspace.setCurrentIndex(0)
        window.ui.actionPrintPreview.trigger()
        self._stage.settle()
        assert window.preview.panel is not None
        self._keep("preview", window.preview.panel)

    def _keep(self, name: str, widget: QWidget, height: int | None = None) -> None:
        self._stage.settle()
        picture = widget.grab()
        if height is not None:
            picture = picture.copy(0, 0, picture.width(), height)
        path = self._folder / f"picture-{name}.png"
        _write(_narrowed(picture), path)
        print(f"{path}: {path.stat().st_size} bytes")


def _narrowed(picture: QPixmap) -> QImage:
    from PySide6.QtCore import Qt

    image = picture.toImage()
    if image.width() <= _WIDEST_PX:
        return image
    return image.scaledToWidth(_WIDEST_PX, Qt.TransformationMode.SmoothTransformation)


def _write(image: QImage, path: Path) -> None:
    """As a PNG of few colours, which is a third as large."""
    from PIL import Image
    from PySide6.QtGui import QImage as Raster

    plain = image.convertToFormat(Raster.Format.Format_RGB888)
    size, stride = (plain.width(), plain.height()), plain.bytesPerLine()
    whole = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", stride)
    # Grounds stay exactly as they are; of the rest those that cover all that occurs.
    counted = whole.quantize(_COLOURS - _EXACT, Image.Quantize.MAXCOVERAGE)
    common = sorted(whole.getcolors(size[0] * size[1]) or [], reverse=True)[:_EXACT]
    levels = [level for _, colour in common if isinstance(colour, tuple) for level in colour]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*levels, *(counted.getpalette() or [])][: 3 * _COLOURS])
    few = whole.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
