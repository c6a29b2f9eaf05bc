from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from xjdesk.gui.heading_edit import HeadingEdit
from xjdesk.gui.look.letters import LetterSize, apply_letters
from xjdesk.gui.main_window import MainWindow


def test_titles_grow_with_the_letters_of_the_window(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.setCurrentIndex(2)
    window.show_first_table()
    labels = [one for one in window.findChildren(QLabel) if one.font().bold()]
    titles = [*labels, *window.findChildren(HeadingEdit)]
    assert len(titles) >= 3
    ratios = [one.font().pointSizeF() / window.font().pointSizeF() for one in titles]
    assert min(ratios) > 1.1
    for size in (LetterSize.LARGEST, LetterSize.SMALL):
        apply_letters(application, size)
        for title, ratio in zip(titles, ratios, strict=True):
            wanted = ratio * size.value
            qtbot.waitUntil(
                lambda title=title, wanted=wanted: abs(title.font().pointSizeF() - wanted) < 0.1
            )


def test_the_manual_grows_with_them_too(
    empty_window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    empty_window.ui.actionHelp.trigger()
    manual = empty_window.help.window
    assert manual is not None
    manual.view.enlarge()
    apply_letters(application, LetterSize.LARGEST)
    wanted = LetterSize.LARGEST.value + 1
    qtbot.waitUntil(lambda: manual.view.font().pointSizeF() == wanted)
