"""Somebody with a keyboard and no mouse, who works in the windows of the program."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Steps = Iterator[None]
"""What is done step by step, with the event loop in between, also that of a dialog."""

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_LONGEST_S = 30.0
_STEP_MS = 1


class Typist(QObject):
    """Presses keys and counts them; `keys` are keys and key combinations, `characters` those that
    an input method gave.

    `window` is what gets the keys again when a dialog has gone, which a desktop sees to and the
    platform without a screen does not. What fails ends the process: a dialog that stands would
    else wait for ever.
    """

    def __init__(
        self,
        window: QWidget,
        work: Callable[[Typist], Steps],
        done: Callable[[Typist], None],
    ) -> None:
        super().__init__()
        self._window = window
        self.keys = 0
        self.characters = 0
        self._steps = work(self)
        self._done = done
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NO_KEYS, *, times: int = 1) -> Steps:
        """Press a key that many times, with others held."""
        for _ in range(times):
            self.keys += 1
            # The step of a dialog that this opens is made while it stands.
            QTimer.singleShot(0, self, _Press(focus(), key, held))
            yield
            yield

    def write(self, words: str) -> Steps:
        """Write words as they come: digits and signs from keys, the rest from an input method."""
        for word in _runs(words):
            if word.isascii():
                self.keys += len(word)
                for character in word:
                    # The first one may open an editor, which takes the others.
                    QTest.keyClicks(focus(), character)
            else:
                self.characters += len(word)
                _compose(word)
            yield

    def until(self, holds: Callable[[], bool], what: str) -> Steps:
        """Wait until something holds; AssertionError when it never does."""
        latest = time.monotonic() + _LONGEST_S
        while not holds():
            assert time.monotonic() < latest, f"never: {what}; focus on {focus()}"
            yield

    def _step(self) -> None:
        if QApplication.activeWindow() is None and QApplication.activeModalWidget() is None:
            self._window.activateWindow()
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._done(self)
        # Qt would go on as if nothing had happened, whatever it was.
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)


def focus() -> QWidget:
    """What takes the next key. AssertionError when nothing does."""
    taking = QApplication.activePopupWidget() or QApplication.focusWidget()
    if taking is None:
        taking = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert taking is not None, "nothing takes a key"
    return taking


class _Press:
    """One key to be pressed in a control, unless that is gone by then."""

    def __init__(self, control: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self._control, self._key, self._held = control, key, held

    def __call__(self) -> None:
        QTest.keyClick(self._control, self._key, self._held)


def _compose(word: str) -> None:
    """As an input method does: first the word is shown as being composed, then given."""
    composed = QInputMethodEvent(word, [])
    given = QInputMethodEvent()
    given.setCommitString(word)
    for event in (composed, given):
        target = QGuiApplication.focusObject()
        assert target is not None
        QApplication.sendEvent(target, event)


def _runs(words: str) -> Iterator[str]:
    """The words cut where ASCII begins and ends, and behind each mark of punctuation."""
    run = ""
    for character in words:
        if run and (run[-1].isascii() != character.isascii() or run[-1] in "，。；、"):
            yield run
            run = ""
        run += character
    if run:
        yield run
