"""The printers that the system knows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.gui.printing.devices import InstalledPrinters


@pytest.mark.parametrize(
    ("usual", "names"),
    [("b", ("b", "a", "c")), ("", ("a", "b", "c")), ("gone", ("a", "b", "c"))],
)
def test_the_usual_printer_comes_first(
    monkeypatch: pytest.MonkeyPatch, usual: str, names: tuple[str, ...]
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["a", "b", "c"])
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: usual)
    assert InstalledPrinters().names() == names


def test_a_printer_that_is_gone_is_said(qtbot: QtBot) -> None:
    with pytest.raises(UserError, match="找不到打印机“没有这台”"):
        InstalledPrinters().opened("没有这台")
    assert not InstalledPrinters().turns_sheets("没有这台")


@pytest.mark.parametrize("answer", QDialog.DialogCode)
def test_the_system_dialog_asks_what_ours_does_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[QPrintDialog] = []

    def exec_(dialog: QPrintDialog) -> int:
        asked.append(dialog)
        return answer.value

    monkeypatch.setattr(QPrintDialog, "exec", exec_)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    confirmed = InstalledPrinters().ask_properties(printer, window)
    assert confirmed is (answer is QDialog.DialogCode.Accepted)
    (dialog,) = asked
    assert dialog.printer() is printer
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)


def test_the_window_is_there_before_anything_that_prints_is_loaded() -> None:
    script = (
        "import sys, xjdesk.gui.main_window; "
        "print([name for name in sys.modules if 'QtPrintSupport' in name])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
