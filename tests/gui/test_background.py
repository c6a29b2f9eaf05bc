"""Work beside the window: one at a time, the newest only."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from xjdesk.core.errors import UserError
from xjdesk.gui.background import Background, Work


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background("遇到意外。")
    yield background
    background.close()
    background.deleteLater()


class Gate:
    """Work that waits until it may go on, and keeps what was begun."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.has_begun = threading.Event()
        self.begun: list[str] = []

    def work(self, name: str) -> Work:
        def do() -> str:
            self.begun.append(name)
            self.has_begun.set()
            assert self.may_go_on.wait(10)
            return name

        return do


def test_work_is_done_on_another_thread_and_told_on_this_one(
    background: Background, qtbot: QtBot
) -> None:
    here = threading.get_ident()
    told_on: list[int] = []
    background.done.connect(lambda _: told_on.append(threading.get_ident()))
    with qtbot.waitSignal(background.done) as done:
        background.ask(threading.get_ident)
    assert done.args is not None
    assert done.args[0] != here
    assert told_on == [here]
    assert not background.is_busy


def test_of_what_waits_only_the_newest_is_done(background: Background, qtbot: QtBot) -> None:
    gate = Gate()
    told: list[str] = []
    background.done.connect(told.append)
    for name in ("first", "second", "third", "newest"):
        background.ask(gate.work(name))
        assert gate.has_begun.wait(10)
    assert background.is_busy
    gate.may_go_on.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert gate.begun == told == ["first", "newest"]


def test_an_error_is_told_and_does_not_stop_what_follows(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def lack_fonts() -> None:
        raise UserError("缺少仿宋体字体。", "fangsong")

    def go_wrong() -> None:
        raise ZeroDivisionError

    for work, sentence in ((lack_fonts, "缺少仿宋体字体。"), (go_wrong, "遇到意外")):
        with qtbot.waitSignal(background.failed) as failed:
            background.ask(work)
        assert failed.args is not None
        assert failed.args[0].sentence.startswith(sentence)
    assert "ZeroDivisionError" in failed.args[0].detail
    assert "ZeroDivisionError" in caplog.text
    with qtbot.waitSignal(background.done):
        background.ask(lambda: 1)


def test_closing_waits_for_what_was_begun_and_tells_nothing(
    background: Background, qtbot: QtBot
) -> None:
    gate = Gate()
    told: list[object] = []
    background.done.connect(told.append)
    background.ask(gate.work("begun"))
    assert gate.has_begun.wait(10)
    background.ask(gate.work("waiting"))
    threading.Timer(0.05, gate.may_go_on.set).start()
    background.close()
    assert gate.may_go_on.is_set()
    background.ask(gate.work("late"))
    qtbot.wait(50)
    assert gate.begun == ["begun"]
    assert told == []
