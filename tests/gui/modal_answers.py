"""Answering a dialog that stands, as its user would."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox


class Clicker(QObject):
    """Clicks buttons of the message box that stands, by their words, one after the other."""

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._words = words
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._click)
        self._timer.start()

    def _click(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        self._timer.stop()
        self.texts.append(box.text())
        for words in self._words:
            next(button for button in box.buttons() if button.text().startswith(words)).click()


class Keys(QObject):
    """Presses one key in the modal window that stands, and sees whether that put it away."""

    def __init__(self, key: Qt.Key) -> None:
        super().__init__()
        self.put_away = False
        self._key = key
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._press)

    def __enter__(self) -> Keys:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _press(self) -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, QDialog):
            self._timer.stop()
            QTest.keyClick(window, self._key)
            self.put_away = not window.isVisible()
            if not self.put_away:
                # Else its end would be waited for for ever.
                window.done(QDialog.DialogCode.Rejected.value)
