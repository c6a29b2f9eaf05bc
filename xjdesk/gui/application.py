"""Starting the window."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from xjdesk.core.errors import UserError
from xjdesk.gui.chinese_font import window_font
from xjdesk.gui.document import Document
from xjdesk.gui.errors import UnforeseenErrors
from xjdesk.gui.look.actions import apply_kept_look
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.open_file import OpenFile
from xjdesk.gui.program_name import PROGRAM
from xjdesk.gui.services import Services

_PICTURE_WIDTH_PX, _PICTURE_HEIGHT_PX = 1280, 820
_SETTLING_MS = 700
_SHOWN_MS = 100


def run(
    services: Services, path: Path | None, argv: Sequence[str], started: Callable[[], None]
) -> int:
    """Show the window, on the project at `path` where one is given; the exit code when it closes.

    `argv` is the whole command line: Qt takes its own options from it. `started` is called when the
    window is there.
    """
    application = make_application(services, argv)
    window = MainWindow(services)
    errors = UnforeseenErrors(window.dialogs, window)
    errors.install()
    if path is not None:
        # Before the window is shown, so that it comes up with the document and not twice.
        window.files.open_first(path)
    window.show()
    # Once the window is there to ask over.
    QTimer.singleShot(_SHOWN_MS, window.files.offer_recovery)
    started()
    return application.exec()


def save_picture(services: Services, path: Path, png: Path) -> None:
    """Save a picture of the window that shows the statistics table of the project at `path`.

    No screen is needed. UserError when the project cannot be opened or the picture not be saved.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Kept in a name: Python would else take the application down with its last reference.
    application = make_application(services, ["xjdesk"])
    opened = services.projects.look(path)
    window = MainWindow(services)
    window.resize(_PICTURE_WIDTH_PX, _PICTURE_HEIGHT_PX)
    window.show_document(Document(opened.project, opened.form, OpenFile(path), None))
    window.show_first_table()
    window.show()
    settling = QEventLoop(application)
    QTimer.singleShot(_SETTLING_MS, settling.quit)
    settling.exec()
    saved = window.grab().save(str(png))
    window.close()
    if not saved:
        raise UserError(f"图片“{png.name}”没有写成，请换一个文件夹。", str(png))


def make_application(services: Services, argv: Sequence[str]) -> QApplication:
    """The application with its look, its font and Qt's own words in Chinese; the one there is."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Named among the arguments, the style is the first and only one that Qt makes.
    application = QApplication([*argv[:1], "-style", "Fusion", *argv[1:]])
    application.setApplicationName("xjdesk")
    application.setApplicationDisplayName(PROGRAM)
    application.installTranslator(chinese_words(application))
    application.setFont(window_font(services.resource))
    apply_kept_look(application, services.settings)
    return application


def chinese_words(application: QApplication) -> QTranslator:
    """Qt's own words in Chinese, to be installed: on buttons of messages, in file dialogs."""
    translator = QTranslator(application)
    translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
