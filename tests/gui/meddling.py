"""Everything a user may do to a control to change what stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Key = Qt.Key
_NONE, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_KEYS = (
    (Key.Key_7, _NONE),
    (Key.Key_Return, _NONE),
    (Key.Key_Return, _SHIFT),
    (Key.Key_Delete, _NONE),
    (Key.Key_Backspace, _NONE),
    (Key.Key_Backspace, _CONTROL),
    (Key.Key_Delete, _CONTROL),
    (Key.Key_Delete, _SHIFT),
    (Key.Key_Insert, _SHIFT),
    (Key.Key_Space, _NONE),
    (Key.Key_V, _CONTROL),
    (Key.Key_X, _CONTROL),
    (Key.Key_Z, _CONTROL),
    (Key.Key_Y, _CONTROL),
    (Key.Key_D, _CONTROL),
    (Key.Key_K, _CONTROL),
    (Key.Key_F2, _NONE),
    (Key.Key_8, _NONE),
    (Key.Key_Down, _NONE),
    (Key.Key_Up, _NONE),
)
_PASTED = "贴9"


def controls(page: QWidget) -> list[QWidget]:
    """All in `page` that takes keys, an input method, a drop or the wheel, whatever it is."""
    return [one for one in page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]


def shown(page: QWidget) -> list[str]:
    """What can be read in the controls of `page`, words that are being composed included."""
    return [text for one in page.findChildren(QWidget) for text in _texts(one)]


def cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """All that a list, a grid or a tree shows."""
    model, root = view.model(), view.rootIndex()
    # A list does not say in Python how many columns it has.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(model.rowCount(root)):
        for column in range(columns):
            yield model.index(row, column, root)


def meddle(control: QWidget) -> None:
    """Type, delete, paste, cut, undo, compose, drop, double-click, press and turn the wheel."""
    for key, modifier in _KEYS:
        _take(control)
        QGuiApplication.clipboard().setText(_PASTED)
        # An editor that was opened has the focus, and gets what is typed next.
        QTest.keyClick(QApplication.focusWidget() or control, key, modifier)
    for preedit, commit in (("wen", ""), ("", "文"), ("", "6")):
        _take(control)
        composed = QInputMethodEvent(preedit, [])
        composed.setCommitString(commit)
        QApplication.sendEvent(control, composed)
    _drop(control)
    _point(control)
    for name in ("cut", "paste", "clear"):
        _take(control)
        _menu_entry(control, name)


def _take(control: QWidget) -> None:
    control.setFocus()
    if isinstance(control, QLineEdit | QTextEdit | QPlainTextEdit):
        control.selectAll()


def _drop(control: QWidget) -> None:
    data = QMimeData()
    data.setText("落")
    at, action = control.rect().center(), Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(control, QDragEnterEvent(at, action, data, left, _NONE))
    QApplication.sendEvent(control, QDropEvent(QPointF(at), action, data, left, _NONE))


def _point(control: QWidget) -> None:
    if isinstance(control, QAbstractButton):
        control.click()
        return
    QTest.mouseClick(control, Qt.MouseButton.MiddleButton)
    QTest.mouseDClick(control, Qt.MouseButton.LeftButton)
    at = QPointF(control.rect().center())
    down = QPoint(0, -120)
    everywhere = control.mapToGlobal(at)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, everywhere, down, down, buttons, _NONE, phase, False)
    QApplication.sendEvent(control, wheel)


def _menu_entry(control: QWidget, deed: str) -> None:
    """What the context menu of a text control offers under that name, where it does."""
    if not isinstance(control, QLineEdit | QTextEdit | QPlainTextEdit):
        return
    menu = control.createStandardContextMenu()
    for action in menu.actions():
        if action.isEnabled() and deed in action.objectName():
            action.trigger()
    menu.deleteLater()


def _texts(control: QWidget) -> Iterator[str]:
    match control:
        case QLineEdit():
            yield control.text()
        case QTextEdit() | QPlainTextEdit():
            yield control.toPlainText()
            yield _composed(control.document())
        case QComboBox():
            yield control.currentText()
        case QAbstractSpinBox():
            yield control.text()
        case QAbstractItemView():
            yield from (str(cell.data() or "") for cell in cells(control))
        case _:
            pass


def _composed(text: QTextDocument) -> str:
    blocks = (text.findBlockByNumber(number) for number in range(text.blockCount()))
    return "".join(block.layout().preeditAreaText() for block in blocks)
