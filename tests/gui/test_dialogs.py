"""The real dialogs, answered while they stand."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QProgressDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.modal_answers import Clicker, Keys
from xjdesk.checks.finding import Counts
from xjdesk.core.errors import UserError
from xjdesk.gui.dialogs import PDF, PROJECT, Answer, WindowDialogs
from xjdesk.gui.printing.job import GoOn, PrintOffset, PrintQuestion
from xjdesk.typesetting.page_options import PageOptions

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDevices


@pytest.fixture
def dialogs(qtbot: QtBot) -> WindowDialogs:
    window = QWidget()
    qtbot.addWidget(window)
    return WindowDialogs(window)


@pytest.mark.parametrize(
    ("words", "answer"),
    [("保存", Answer.SAVE), ("不保存", Answer.DISCARD), ("取消", Answer.CANCEL)],
)
def test_the_three_answers_about_unsaved_changes(
    dialogs: WindowDialogs, words: str, answer: Answer
) -> None:
    clicker = Clicker(words)
    assert dialogs.ask_save("西吉.xjd") is answer
    assert clicker.texts == ["“西吉.xjd”有未保存的更改，要保存吗？"]


def test_an_error_can_be_copied_without_closing_its_message(dialogs: WindowDialogs) -> None:
    clicker = Clicker("复制错误信息", "确定")
    dialogs.show_error(UserError("文件没有写成。", "Traceback"))
    assert clicker.texts == ["文件没有写成。"]
    assert QGuiApplication.clipboard().text() == "文件没有写成。\nTraceback"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("detail", ["", "Traceback"])
def test_an_error_is_put_away_with_a_key(dialogs: WindowDialogs, key: Qt.Key, detail: str) -> None:
    with Keys(key) as keys:
        dialogs.show_error(UserError("文件没有写成。", detail))
    assert keys.put_away


@pytest.mark.parametrize(("words", "goes_on"), [("仍要导出", True), ("取消", False)])
def test_errors_are_named_before_an_export(
    dialogs: WindowDialogs, words: str, goes_on: bool
) -> None:
    clicker = Clicker(words)
    assert dialogs.ask_despite_errors("导出", Counts(3, 1, 0)) is goes_on
    assert "3 条" in clicker.texts[0]


@pytest.mark.parametrize(("words", "yes"), [("导出 PDF", True), ("取消", False)])
def test_without_a_printer_there_is_a_way_out(
    dialogs: WindowDialogs, words: str, yes: bool
) -> None:
    clicker = Clicker(words)
    assert dialogs.ask_pdf_instead() is yes
    assert "没有找到打印机" in clicker.texts[0]


@pytest.mark.parametrize(("words", "yes"), [("打印反面", True), ("取消", False)])
def test_backs_are_printed_when_the_sheets_are_turned(
    dialogs: WindowDialogs, words: str, yes: bool
) -> None:
    clicker = Clicker(words)
    assert dialogs.ask_turned() is yes
    assert "翻面放回纸盒" in clicker.texts[0]


@pytest.mark.parametrize(
    ("ask", "usual"),
    [
        (lambda dialogs: dialogs.ask_turned(), True),
        (lambda dialogs: dialogs.ask_pdf_instead(), True),
        (lambda dialogs: dialogs.ask_despite_errors("打印", Counts(1, 0, 0)), False),
    ],
)
def test_enter_answers_what_does_no_harm(
    dialogs: WindowDialogs, ask: Callable[[WindowDialogs], bool], usual: bool
) -> None:
    with Keys(Qt.Key.Key_Return):
        assert ask(dialogs) is usual
    with Keys(Qt.Key.Key_Escape):
        assert ask(dialogs) is False


@pytest.mark.parametrize(("key", "prints"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_the_print_dialog_gives_a_job_or_nothing(
    dialogs: WindowDialogs, devices: FakeDevices, key: Qt.Key, prints: bool
) -> None:
    question = PrintQuestion(
        devices=devices,
        printers=devices.names(),
        proposed="打印室",
        options=PageOptions(),
        page_count=lambda _: 14,
        offset=lambda _: PrintOffset(),
    )
    with Keys(key):
        job = dialogs.ask_print(question)
    assert (job is not None) is prints
    assert job is None or job.printer.printerName() == "打印室"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def choose(path: Path) -> None:
        def answer(*_: object) -> tuple[str, str]:
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    return choose


def test_the_suffix_is_added(
    dialogs: WindowDialogs, chosen: Callable[[Path], None], tmp_path: Path
) -> None:
    chosen(tmp_path / "西吉 2016.1")
    assert dialogs.choose_save(tmp_path, PDF) == tmp_path / "西吉 2016.1.pdf"
    chosen(tmp_path / "a.PDF")
    assert dialogs.choose_save(tmp_path, PDF) == tmp_path / "a.PDF"


@pytest.mark.parametrize(("words", "replaces"), [("替换", True), ("取消", False)])
def test_a_file_met_only_by_its_added_suffix_is_not_replaced_unasked(
    dialogs: WindowDialogs,
    chosen: Callable[[Path], None],
    tmp_path: Path,
    words: str,
    replaces: bool,
) -> None:
    (tmp_path / "a.xjd").touch()
    chosen(tmp_path / "a")
    clicker = Clicker(words)
    assert dialogs.choose_save(tmp_path, PROJECT) == (tmp_path / "a.xjd" if replaces else None)
    assert clicker.texts == ["“a.xjd”已存在，要替换它吗？"]


def test_many_notes_stay_on_the_screen_and_are_all_there(dialogs: WindowDialogs) -> None:
    clicker = Clicker("确定")
    dialogs.show_notes("导入", [f"第{n}行" for n in range(200)])
    assert len(clicker.texts[0].splitlines()) < 20
    assert "共 200 条" in clicker.texts[0]


def _long_print(window: QWidget, qtbot: QtBot) -> AbstractContextManager[GoOn]:
    window.show()
    qtbot.waitExposed(window)
    return WindowDialogs(window).printing()


def _progress(window: QWidget) -> QProgressDialog:
    (progress,) = window.findChildren(QProgressDialog)
    return progress


def test_a_long_print_shows_how_far_it_is_and_holds_the_window(
    window: QWidget, qtbot: QtBot
) -> None:
    drawn: list[QWidget | None] = []
    with _long_print(window, qtbot) as go_on:
        assert not _progress(window).isVisible()
        time.sleep(0.6)
        assert go_on(3, 12)
        assert _progress(window).isVisible()
        assert "3 页，共 12 页" in _progress(window).labelText()
        # The window is drawn on, but whatever is done to it waits for the modal dialog.
        QTimer.singleShot(0, lambda: drawn.append(QApplication.activeModalWidget()))
        assert go_on(4, 12)
        assert drawn == [_progress(window)]
    assert not _progress(window).isVisible()


def test_a_print_can_be_stopped(window: QWidget, qtbot: QtBot) -> None:
    with _long_print(window, qtbot) as go_on:
        assert go_on(1, 12)
        _progress(window).cancel()
        assert not go_on(2, 12)


def test_a_short_print_shows_nothing(window: QWidget, qtbot: QtBot) -> None:
    with _long_print(window, qtbot) as go_on:
        for done in (1, 2, 3):
            assert go_on(done, 3)
        assert not _progress(window).isVisible()
