"""The dialog 打印."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from xjdesk.gui.printing.dialog import PrintDialog
from xjdesk.gui.printing.job import PrintOffset, PrintQuestion, Sides
from xjdesk.typesetting.page_options import Letterhead, PageOptions

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices

SINGLE = PageOptions(double_sided=False)
Ask = Callable[..., PrintDialog]


def _page_count(options: PageOptions) -> int:
    return 14 if options.double_sided else 13


def _offset(printer: str) -> PrintOffset:
    return PrintOffset(1.5, -2.0) if printer == "打印室" else PrintOffset()


@pytest.fixture
def ask(devices: FakeDevices, qtbot: QtBot) -> Ask:
    """Opens the dialog, the question changed as its arguments say."""

    def open_dialog(**changes: object) -> PrintDialog:
        question = PrintQuestion(
            devices, devices.names(), "办公室", PageOptions(), _page_count, _offset, 3
        )
        dialog = PrintDialog(replace(question, **changes))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def _press(qtbot: QtBot, dialog: PrintDialog, key: Qt.Key, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)


def test_enter_prints_everything_as_it_was_last_set(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(options=PageOptions(True, Letterhead.PREPRINTED))
    _press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    job = dialog.job
    assert job is not None
    assert (job.pages, job.copies, job.sides) == (None, 1, Sides.BOTH)
    assert job.options == PageOptions(True, Letterhead.PREPRINTED)
    assert job.offset == PrintOffset()
    assert job.printer.printerName() == "办公室"


def test_escape_goes_back_without_a_job(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    _press(qtbot, dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.job is None
    assert not dialog.isVisible()


@pytest.mark.parametrize("control", ["copies", "range", "right"])
def test_enter_prints_from_within_an_entry(ask: Ask, qtbot: QtBot, control: str) -> None:
    dialog = ask()
    widget: QWidget = {
        "copies": dialog.copies,
        "range": dialog.pages.range,
        "right": dialog.offset.right,
    }[control]
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Enter)
    assert dialog.job is not None


def test_every_control_has_a_key_of_its_own(ask: Ask) -> None:
    dialog = ask()
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    texts += [control.text() for control in (dialog.pages.all, dialog.pages.current)]
    texts += [dialog.pages.some.text(), dialog.properties.text()]
    keys = [text[text.index("&") + 1] for text in texts if "&" in text]
    assert sorted(keys) == sorted("PCDHXYAEGR")
    buttons = [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert buttons == ["打印"]


@pytest.mark.parametrize(
    ("key", "name"), [("C", "份数（份）"), ("D", "单双面"), ("H", "版头"), ("G", "指定页")]
)
def test_a_key_leads_to_its_control(ask: Ask, qtbot: QtBot, key: str, name: str) -> None:
    dialog = ask()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    _press(qtbot, dialog, Qt.Key[f"Key_{key}"], alt=True)
    qtbot.waitUntil(lambda: dialog.focusWidget().accessibleName() == name)


def test_the_number_of_pages_follows_the_options(ask: Ask) -> None:
    dialog = ask()
    assert "共 14 页" in dialog.pages.all.text()
    dialog.sides.setCurrentIndex(0)
    assert "共 13 页" in dialog.pages.all.text()


def test_typing_pages_chooses_them(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    qtbot.keyClicks(dialog.pages.range, "2-3")
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.pages == (2, 3)


def test_the_page_that_is_shown_can_be_chosen(ask: Ask) -> None:
    dialog = ask()
    dialog.pages.current.click()
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.pages == (3,)
    assert not ask(current_page=None).pages.current.isVisible()


def test_the_page_that_is_shown_may_be_gone_with_other_options(ask: Ask) -> None:
    dialog = ask(current_page=14)
    dialog.pages.current.click()
    dialog.sides.setCurrentIndex(0)
    dialog.accept()
    assert dialog.job is None
    assert "只有 13 页，没有第 14 页" in dialog.fault.text()


def test_what_is_wrong_is_said_in_the_dialog_until_it_is_right(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask()
    qtbot.keyClicks(dialog.pages.range, "20")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.job is None
    assert dialog.fault.isVisible()
    assert "没有第 20 页" in dialog.fault.text()
    assert dialog.focusWidget() is dialog.pages.range
    dialog.pages.range.setText("2")
    dialog.copies.lineEdit().setText("很多")
    dialog.accept()
    assert "份数" in dialog.fault.text()
    assert dialog.focusWidget() is dialog.copies
    dialog.copies.lineEdit().setText("２")
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.copies == 2


def test_every_printer_has_its_own_offset(ask: Ask) -> None:
    dialog = ask()
    dialog.printer.setCurrentText("打印室")
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.offset == PrintOffset(1.5, -2.0)


def test_an_offset_beyond_the_limits_is_said(ask: Ask) -> None:
    dialog = ask()
    dialog.offset.down.lineEdit().setText("30")
    dialog.accept()
    assert dialog.fault.text() == "上下微调应填 -20 到 20 之间的数，请改正。"


def test_without_a_duplex_unit_sheets_are_turned_by_hand(ask: Ask) -> None:
    dialog = ask(proposed="打印室")
    assert "手动翻面" in dialog.sides.currentText()
    assert "翻面放回" in dialog.remark.text()
    dialog.printer.setCurrentText("办公室")
    assert "自动翻面" in dialog.sides.currentText()
    assert not dialog.remark.isVisible()
    dialog.sides.setCurrentIndex(0)
    dialog.printer.setCurrentText("打印室")
    assert dialog.sides.currentText() == "单面打印"
    assert dialog.options() == SINGLE


def test_the_duplex_unit_that_is_not_there_cannot_be_chosen(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask(proposed="打印室", options=SINGLE)
    seen: list[str] = []
    for _ in range(3):
        qtbot.keyClick(dialog.sides, Qt.Key.Key_Down)
        seen.append(dialog.sides.currentText())
    assert not any("自动翻面" in text for text in seen)
    assert "手动翻面" in seen[0]


def test_red_paper_is_explained(ask: Ask) -> None:
    dialog = ask()
    assert "红头纸" not in dialog.remark.text()
    dialog.letterhead.setCurrentIndex(1)
    assert "第 1 页印在红头纸上" in dialog.remark.text()
    assert dialog.options().letterhead is Letterhead.PREPRINTED


def test_a_printer_that_is_gone_is_said(ask: Ask, devices: FakeDevices) -> None:
    dialog = ask()
    devices.gone = True
    dialog.accept()
    assert dialog.job is None
    assert "找不到打印机“办公室”" in dialog.fault.text()
    dialog.fault.clear()
    dialog.properties.click()
    assert "找不到打印机“办公室”" in dialog.fault.text()


def test_a_fault_that_is_mended_is_not_said_any_longer(ask: Ask, devices: FakeDevices) -> None:
    dialog = ask()
    dialog.copies.lineEdit().setText("很多")
    dialog.properties.click()
    assert "份数" in dialog.fault.text()
    dialog.copies.lineEdit().setText("2")
    dialog.properties.click()
    assert not dialog.fault.isVisible()


def test_what_is_set_in_the_system_dialog_is_kept_and_shown(ask: Ask, devices: FakeDevices) -> None:
    dialog = ask(options=SINGLE)
    dialog.copies.lineEdit().setText("3")
    before: list[int] = []

    def answer(printer: QPrinter) -> None:
        before.append(printer.copyCount())
        printer.setCopyCount(4)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)

    devices.set_in_properties = answer
    dialog.properties.click()
    assert before == [3]
    assert "自动翻面" in dialog.sides.currentText()
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.copies == 4
    assert dialog.job.printer.colorMode() is QPrinter.ColorMode.GrayScale


def test_enter_on_the_button_of_the_system_dialog_opens_it_and_prints_nothing(
    ask: Ask, devices: FakeDevices, qtbot: QtBot
) -> None:
    dialog = ask()
    asked: list[QPrinter] = []
    devices.set_in_properties = asked.append
    dialog.properties.setFocus()
    qtbot.keyClick(dialog.properties, Qt.Key.Key_Return)
    assert len(asked) == 1
    assert dialog.isVisible()


def test_another_printer_chosen_in_the_system_dialog_is_taken_over(
    ask: Ask, devices: FakeDevices
) -> None:
    dialog = ask()

    def answer(printer: QPrinter) -> None:
        printer.setPrinterName("打印室")
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)

    devices.set_in_properties = answer
    dialog.properties.click()
    assert dialog.printer.currentText() == "打印室"
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.printer.printerName() == "打印室"
    assert dialog.job.offset == PrintOffset(1.5, -2.0)


def test_duplex_switched_off_in_the_system_dialog_is_off(ask: Ask, devices: FakeDevices) -> None:
    dialog = ask()
    devices.set_in_properties = lambda printer: printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    dialog.properties.click()
    assert dialog.sides.currentText() == "单面打印"


def test_another_printer_forgets_what_was_set_for_the_first(ask: Ask, devices: FakeDevices) -> None:
    dialog = ask()
    devices.set_in_properties = lambda printer: printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog.properties.click()
    dialog.printer.setCurrentText("打印室")
    dialog.accept()
    assert dialog.job is not None
    assert dialog.job.printer.printerName() == "打印室"
    assert dialog.job.printer.colorMode() is QPrinter.ColorMode.Color


def test_a_long_printer_name_does_not_widen_the_dialog(ask: Ask) -> None:
    usual = ask().sizeHint().width()
    name = "\\\\server\\" + "很长的打印机名称" * 20
    assert ask(printers=(name,), proposed=name).sizeHint().width() == usual
