"""How errors reach the user."""

from __future__ import annotations

import logging
import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.gui.errors import UnforeseenErrors, errors_told

if TYPE_CHECKING:
    from tests.gui.conftest import FakeDialogs


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_user_error_is_told_and_logged(
    dialogs: FakeDialogs, caplog: pytest.LogCaptureFixture
) -> None:
    with errors_told(dialogs):
        raise UserError("文件没有写成。", "/a: denied")
    assert dialogs.errors[0].sentence == "文件没有写成。"
    assert "/a: denied" in caplog.text


def test_other_errors_are_not_swallowed(dialogs: FakeDialogs) -> None:
    with pytest.raises(ZeroDivisionError), errors_told(dialogs):
        _ = 1 / 0


def test_an_unforeseen_error_is_one_chinese_sentence_with_the_trace_behind_it(
    dialogs: FakeDialogs, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    errors = UnforeseenErrors(dialogs)
    error = _raised(ZeroDivisionError("secret"))
    with caplog.at_level(logging.ERROR):
        errors.hook(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" not in dialogs.errors[0].sentence
    assert "ZeroDivisionError: secret" in dialogs.errors[0].detail
    assert "ZeroDivisionError: secret" in caplog.text


def test_what_a_worker_thread_raises_is_told_on_the_thread_of_the_window(
    dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    errors = UnforeseenErrors(dialogs)
    error = _raised(ValueError("x"))
    thread = Thread(target=errors.hook, args=(type(error), error, error.__traceback__))
    thread.start()
    thread.join()
    assert dialogs.errors == []
    qtbot.waitUntil(lambda: len(dialogs.errors) == 1)


def test_what_fails_while_a_message_stands_is_only_logged(
    dialogs: FakeDialogs, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    errors = UnforeseenErrors(dialogs)
    failure = _raised(ValueError("again"))
    shown: list[UserError] = []

    def fail_again(error: UserError) -> None:
        shown.append(error)
        errors.hook(type(failure), failure, failure.__traceback__)

    dialogs.show_error = fail_again
    errors.hook(type(failure), failure, failure.__traceback__)
    assert len(shown) == 1
    assert caplog.text.count("ValueError: again") == 2


def test_a_user_error_that_nobody_caught_keeps_its_sentence(
    dialogs: FakeDialogs, qapp: QApplication
) -> None:
    error = _raised(UserError("没有找到字体。"))
    UnforeseenErrors(dialogs).hook(type(error), error, error.__traceback__)
    assert dialogs.errors == [error]


def test_installs_itself(
    dialogs: FakeDialogs, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    errors = UnforeseenErrors(dialogs)
    errors.install()
    assert sys.excepthook == errors.hook
