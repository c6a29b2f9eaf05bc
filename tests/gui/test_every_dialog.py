"""Every dialog and side window behaves as people know it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dialog_walk import walk
from tests.gui.accessible_walk import faults
from tests.gui.dialog_habits import strange_habits
from xjdesk.core.report import Report
from xjdesk.exchange.text.reader import read_report
from xjdesk.gui.application import chinese_words
from xjdesk.gui.document import Document
from xjdesk.gui.main_window import MainWindow
from xjdesk.gui.services import Services
from xjdesk.resource_files import resource
from xjdesk.storage.project import new_project

_LEAST_DIALOGS = 25


@pytest.fixture
def real(services: Services, sample: Report, qapp: QApplication) -> Iterator[MainWindow]:
    """A window with the program's own dialogs, on the founding document."""
    words = chinese_words(qapp)
    qapp.installTranslator(words)
    window = MainWindow(services)
    window.show()
    form = services.forms.form(sample.form_id)
    source = services.forms.source(sample.form_id)
    window.show_document(Document(new_project(sample, source), form, None))
    yield window
    if window.document is not None:
        window.document.stack.setClean()
    window.close()
    window.deleteLater()
    qapp.removeTranslator(words)


def _turn() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_every_one_is_titled_named_and_goes_with_escape(
    real: MainWindow, services: Services
) -> None:
    found: dict[str, list[str]] = {}

    def see(name: str, dialog: QWidget) -> None:
        unnamed = [f"{fault.control} {fault.what}" for fault in faults(dialog)]
        found[name] = [*unnamed, *strange_habits(dialog)]

    name = "xiji-2016.txt"
    account = read_report(resource("samples", name).read_bytes(), name, services.forms).account
    walk(real, account, _turn, see)
    assert len(found) >= _LEAST_DIALOGS
    assert {name: told for name, told in found.items() if told} == {}


class _Stubborn(QDialog):
    """One in which everything is otherwise."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        for text in ("姓名(&N)", "编号(&N)"):
            line = QLineEdit(self)
            label = QLabel(text, self)
            label.setBuddy(line)
            layout.addWidget(label)
            layout.addWidget(line)
        buttons = QDialogButtonBox(self)
        take = QPushButton("确定", self)
        take.setAutoDefault(False)
        buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        layout.addWidget(buttons)

    def showEvent(self, event: object) -> None:
        for button in self.findChildren(QPushButton):
            button.setDefault(False)

    def reject(self) -> None:
        pass


def test_planted_faults_are_found(qtbot: QtBot) -> None:
    dialog = _Stubborn()
    qtbot.addWidget(dialog)
    dialog.show()
    assert strange_habits(dialog) == [
        "has no title",
        "Alt+N means 2 controls",
        "has no default button",
        "stays when Escape is pressed",
    ]
    dialog.hide()
