"""Starting the window in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from xjdesk.storage.project import Project
from xjdesk.storage.project_file import write_project

_ROOT = Path(__file__).parents[2]
_PICTURE = """
import sys
from pathlib import Path
from xjdesk.app.window import make_services
from xjdesk.gui.application import save_picture
settings, project, png = map(Path, sys.argv[1:])
save_picture(make_services(settings), project, png)
"""
_WORDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from xjdesk.app.window import make_services
from xjdesk.gui.application import make_application
application = make_application(make_services(Path(sys.argv[1])), ["xjdesk"])
buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
sys.stdout.buffer.write(buttons.buttons()[0].text().encode())
"""


_SHOWN = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from xjdesk.app.window import make_services
from xjdesk.gui import application
def told():
    loaded = {"xjdesk.checks.rule_families", "xjdesk.core.word_list"} & sys.modules.keys()
    print(sorted(loaded), flush=True)
    QTimer.singleShot(1000, lambda: (print("xjdesk.checks.rule_families" in sys.modules), end()))
def end():
    sys.stdout.flush()
    os._exit(0)
settings, project = map(Path, sys.argv[1:])
application.run(make_services(settings), project, ["xjdesk"], told)
"""


def _run(script: str, *arguments: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        check=False,
    )


def test_a_picture_shows_the_table_and_its_findings(project: Project, tmp_path: Path) -> None:
    write_project(tmp_path / "a.xjd", project)
    done = _run(_PICTURE, tmp_path / "s.ini", tmp_path / "a.xjd", tmp_path / "a.png")
    assert done.returncode == 0, done.stderr.decode()
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1280, 820)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1280, 4) for y in range(0, 820, 4)}
    # The tint of a cell with an error, on white.
    assert "#f5d0ce" in colours


def test_the_window_comes_up_with_a_document_before_the_checks_are_loaded(
    project: Project, tmp_path: Path
) -> None:
    write_project(tmp_path / "a.xjd", project)
    done = _run(_SHOWN, tmp_path / "s.ini", tmp_path / "a.xjd")
    assert done.stdout.decode().splitlines() == ["[]", "True"], done.stderr.decode()


def test_the_words_of_qt_are_chinese(tmp_path: Path) -> None:
    done = _run(_WORDS, tmp_path / "s.ini")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == "取消"


def test_a_machine_without_chinese_fonts_gets_ours(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", encoding="utf-8")
    done = _run(
        "from PySide6.QtWidgets import QApplication\n"
        "from PySide6.QtGui import QFontMetrics\n"
        "from xjdesk.gui.chinese_font import window_font\n"
        "from xjdesk.resource_files import resource\n"
        "application = QApplication([])\n"
        "print(QFontMetrics(window_font(resource)).inFont('政'))\n",
        FONTCONFIG_FILE=str(tmp_path / "fonts.conf"),
    )
    assert done.stdout.decode().strip() == "True", done.stderr.decode()
