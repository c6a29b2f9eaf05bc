"""Takes pictures of all tabs, dialogs and chief states of the window, to be looked at.

    python packaging/gallery.py FOLDER     light and dark, at 100 % and 150 %, a folder for each

Shows the founding document and a report in the form of 2021. Needs the development environment, and
no screen.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import window_stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from xjdesk.gui.workspace import Workspace
    from xjdesk.storage.project import Project

_ROOT = Path(__file__).resolve().parents[1]
_NEWER = "zfxxgk-2021"
_SCHEMES, _SCALES = ("light", "dark"), (1.0, 1.5)
_WINDOW_PX = (1280, 800)
_SCALE = "QT_SCALE_FACTOR"
_UNFIT = re.compile(r"[^\w（）-]+")
_REASON = "只读打开：张三正在编辑这份报告；要修改，请等对方关闭后重新打开，或另存一份副本。"


def main(arguments: Sequence[str]) -> int:
    """Take all pictures; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scheme", choices=_SCHEMES, help=argparse.SUPPRESS)
    parser.add_argument("--letters", default="USUAL", help="SMALL, USUAL, LARGE or LARGEST")
    asked = parser.parse_args(arguments)
    if asked.scheme is None:
        return max(
            _take_in_child(asked.folder, scheme, scale, asked.letters)
            for scheme in _SCHEMES
            for scale in _SCALES
        )
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        window_stage.seclude(Path(home))
        _Gallery(Path(home), asked.folder, asked.scheme, asked.letters).take()
    return 0


def _take_in_child(folder: Path, scheme: str, scale: float, letters: str) -> int:
    """Qt reads the scale only once, when it is loaded."""
    into = folder / f"{scheme}-{scale:.0%}"
    command = [sys.executable, __file__, str(into), "--scheme", scheme, "--letters", letters]
    done = subprocess.run(command, env={**os.environ, _SCALE: str(scale)}, check=False)
    print(f"{into}: {len(list(into.glob('*.png')))} pictures")
    return done.returncode


class _Gallery:
    """Takes pictures of one window in one look."""

    def __init__(self, home: Path, folder: Path, scheme: str, letters: str) -> None:
        from xjdesk.gui.look.letters import LetterSize, apply_letters
        from xjdesk.gui.look.scheme import Scheme, apply_scheme

        self._stage, self._folder, self._count = window_stage.Stage(home), folder, 0
        apply_scheme(self._stage.application, Scheme(scheme))
        apply_letters(self._stage.application, LetterSize[letters])
        self._stage.window.resize(*_WINDOW_PX)

    def take(self) -> None:
        """All of them."""
        stage, window = self._stage, self._stage.window
        window.show()
        self._keep("start", window)
        stage.show_sample()
        self._take_tabs("2014")
        self._take_states()
        self._take_dialogs()
        stage.show_project(_report_of_2021(stage))
        self._take_tabs("2021")
        stage.show_project(
            stage.services.import_text(window_stage.SAMPLE).project, read_only=_REASON
        )
        self._keep("read-only", window)
        window.close()

    def _take_tabs(self, form: str) -> None:
        workspace = self._workspace
        for tab in range(workspace.count()):
            workspace.setCurrentIndex(tab)
            self._keep(f"{form} {workspace.page_title(tab)}", self._stage.window)

    def _take_states(self) -> None:
        window, ui = self._stage.window, self._stage.window.ui
        ui.actionNextFinding.trigger()
        self._keep("finding", window)
        ui.actionIndicator.trigger()
        window.show_first_table()
        self._keep("indicator", window)
        ui.actionIndicator.trigger()
        ui.actionCalmGround.trigger()
        self._keep("calm ground", window)
        self._workspace.setCurrentIndex(2)
        self._keep("calm chapter", window)
        ui.actionCalmGround.trigger()
        ui.actionPrintPreview.trigger()
        self._stage.settle()
        self._keep("preview", window)
        ui.actionPrintPreview.trigger()

    def _take_dialogs(self) -> None:
        from dialog_walk import walk

        account = self._stage.services.import_text(window_stage.SAMPLE).account
        walk(self._stage.window, account, self._settle_shortly, self._keep_dialog)

    def _settle_shortly(self) -> None:
        self._stage.settle(0.05)

    def _keep_dialog(self, name: str, dialog: QWidget) -> None:
        self._keep(f"dialog {name}", dialog)

    def _keep(self, name: str, widget: QWidget) -> None:
        self._stage.settle(0.1)
        self._count += 1
        plain = _UNFIT.sub("-", name).strip("-")
        widget.grab().save(str(self._folder / f"{self._count:02}-{plain}.png"))

    @property
    def _workspace(self) -> Workspace:
        workspace = self._stage.window.workspace
        assert workspace is not None
        return workspace


def _report_of_2021(stage: window_stage.Stage) -> Project:
    """A published report, as the tests have it."""
    sys.path.append(str(_ROOT))
    from tests.samples.clean_reports import HUAIAN_2024, clean_report
    from xjdesk.storage.project import new_project

    forms = stage.services.forms
    return new_project(clean_report(HUAIAN_2024, forms.form(_NEWER)), forms.source(_NEWER))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
