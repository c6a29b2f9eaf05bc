"""What every dialog has to do as people know it from others, looked for in one that stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QMenu,
    QProgressDialog,
    QPushButton,
    QWidget,
)

_ACCESS_KEY = re.compile(r"&([^&\s])")
_TAKING = (QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.YesRole)


def strange_habits(dialog: QWidget) -> list[str]:
    """What the dialog does otherwise; it is closed afterwards, if it can be."""
    return [*_untitled(dialog), *_shared_keys(dialog), *_without_default(dialog), *_kept(dialog)]


def _untitled(dialog: QWidget) -> Iterator[str]:
    if not dialog.windowTitle():
        yield "has no title"


def _shared_keys(dialog: QWidget) -> Iterator[str]:
    counts = Counter(
        found[1].upper()
        for text in _captions(dialog)
        for found in _ACCESS_KEY.finditer(text.replace("&&", ""))
    )
    for letter, count in counts.items():
        if count > 1:
            yield f"Alt+{letter} means {count} controls"


def _captions(dialog: QWidget) -> Iterator[str]:
    for control in dialog.findChildren(QWidget):
        if not control.isVisible() or control.window() is not dialog:
            continue
        if isinstance(control, QAbstractButton) and not isinstance(control.parent(), QMenu):
            yield control.text()
        elif isinstance(control, QGroupBox):
            yield control.title()
        elif isinstance(control, QLabel) and control.buddy() is not None:
            yield control.text()


def _without_default(dialog: QWidget) -> Iterator[str]:
    """Enter does what the dialog is for, where it is for something that can be taken."""
    if not isinstance(dialog, QDialog):
        return
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    boxes = [box for box in dialog.findChildren(QDialogButtonBox) if box.isVisible()]
    takes = [b for box in boxes for b in box.buttons() if box.buttonRole(b) in _TAKING]
    if any(b.isEnabled() for b in takes) and not any(b.isDefault() for b in buttons):
        yield "has no default button"


def _kept(dialog: QWidget) -> Iterator[str]:
    """Escape closes it, wherever the focus is in it."""
    if isinstance(dialog, QProgressDialog):
        return
    focus = dialog.focusWidget() or dialog
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    if dialog.isVisible():
        yield "stays when Escape is pressed"
