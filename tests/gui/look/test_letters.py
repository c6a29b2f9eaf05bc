"""The letters of all windows in the size that was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from xjdesk.gui.look.letters import LetterSize, apply_letters, letter_size


@pytest.mark.parametrize("size", LetterSize)
def test_a_label_has_letters_of_that_size(
    application: QApplication, qtbot: QtBot, size: LetterSize
) -> None:
    label = QLabel("统计表")
    qtbot.addWidget(label)
    apply_letters(application, size)
    qtbot.waitUntil(lambda: label.font().pointSizeF() == size.value)


def test_only_the_size_changes(application: QApplication) -> None:
    family = application.font().family()
    apply_letters(application, LetterSize.LARGEST)
    assert application.font().family() == family


@pytest.mark.parametrize("size", LetterSize)
def test_a_size_is_found_by_its_name(size: LetterSize) -> None:
    assert letter_size(size.name) is size


@pytest.mark.parametrize("name", ["", "HUGE", "10.0", "usual"])
def test_an_unknown_name_means_the_usual_size(name: str) -> None:
    assert letter_size(name) is LetterSize.USUAL
